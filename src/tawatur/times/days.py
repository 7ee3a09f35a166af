"""Days: told from today, by weekday, by the day of a month."""

from dataclasses import replace
from datetime import date

from tawatur.calendars.words import Calendar
from tawatur.records.time_expression import TimeType
from tawatur.times.discourse import Discourse, Found
from tawatur.times.month_days import (
    MonthDay,
    day_in_figures,
    day_of_month,
    nearest_year,
    start_of_range,
    written_day,
)
from tawatur.times.units import period, unit_from_now
from tawatur.times.values import Way, day_value, shifted, weekday_near

# A credit that opens a line, or a name in quotation marks, has no more words before «اليوم».
_CREDIT = 5
# How far in front of «اليوم» the verb may stand that tells a state of our time: بات, أصبح.
_STATE = 8


def day_at(line: Discourse, at: int) -> Found | None:
    """Read the expression of a day that begins at this token, `يوم` in front included."""
    token = line.tokens[at]
    today = line.tokens[at + 1].means.deictic
    if token.word("same_of", "that") and today is not None and today.key == "today":
        return _beside_last_day(line, at, at + 2, 0)
    if (counted := _day_of_it(line, at) or _feast(line, at)) is not None:
        return counted
    if token.word("day") and line.tokens[at + 1].word("event"):
        return _beside_last_day(line, at, at + 2, 0)
    if token.word("this") and today is not None and today.key == "today":
        return Found(first=at, last=at + 2, type=TimeType.DATE, value=day_value(line.now), day=line.now)
    if token.word("day", "days_of"):
        inner = _day(line, at + 1)
        return None if inner is None else replace(inner, first=at)
    return _day(line, at)


def _day_of_it(line: Discourse, at: int) -> Found | None:
    """Read `في يومه الثاني`: counted from the day that the text calls the first, else the day told last."""
    which = line.tokens[at + 1].means.ordinal
    if not line.tokens[at].word("one_of_its_days"):
        return None
    # «في يومه الرابع أمس»: the day itself stands beside.
    if which is None or line.tokens[at + 2].means.deictic is not None:
        return None
    if which.number == 1:
        line.opening = line.day or line.now
    day = line.day or line.now if line.opening is None else shifted(line.opening, which.number - 1)
    return Found(first=at, last=at + 2, type=TimeType.DATE, value=day_value(day), day=day)


def _feast(line: Discourse, at: int) -> Found | None:
    """Read `يوم عرفة`, `ثاني أيام عيد الفطر`, `اليوم الثاني من العيد`: days of the Hijri year."""
    tokens = line.tokens
    which = tokens[at].means.feast_day
    if which is not None and tokens[at + 1].word("days_of"):
        number, place = which.number, at + 2
    elif tokens[at].word("day"):
        number, place = 1, at + 1
    elif tokens[at].means.deictic is not None and (ordinal := tokens[at + 1].means.ordinal) is not None:
        number, place = ordinal.number, at + 2
        place += tokens[place].word("from")
        place += tokens[place].word("days_of")
    else:
        return None
    feast = tokens[place].means.feast
    if feast is None:
        return None
    month, first = map(int, feast.code.split("-"))
    day = MonthDay(Calendar.HIJRI, None, month, first + number - 1)
    last = place + 2 if tokens[place + 1].word("blessed") else place + 1
    return nearest_year(line, day, Way.NEAREST).found(at, last)


def _day(line: Discourse, at: int) -> Found | None:
    token = line.tokens[at]
    if token.number is not None and at and (figures := day_in_figures(line, at)) is not None:
        return figures if line.tokens[at - 1].word("day", "date", "agreeing") else None
    if token.date is not None:
        return written_day(line, at, token.date)
    if token.means.deictic is not None:
        return _today(line, at) if token.means.deictic.key == "today" else _from_today(line, at)
    if token.means.weekday is not None:
        return _weekday(line, at)
    means = token.means
    if means.ordinal or means.feast_day or token.word("first_of") or token.number is not None:
        return day_of_month(line, at) or start_of_range(line, at)
    return None


def _today(line: Discourse, at: int) -> Found | None:
    """Take `اليوم`, which is also a newspaper, a day of some use, and the day told last."""
    school = _first_day_of_school(line, at)
    if school is not None or _names_a_newspaper(line, at):
        return school
    following = line.tokens[at + 1]
    if following.word("named_day", "the_one"):
        return None
    if following.means.ordinal is not None:
        return _day_in_order(line, at)
    modifier = following.means.modifier
    if modifier is not None and modifier.key != "current":
        return _beside_last_day(line, at, at + 2, modifier.number)
    if following.means.weekday is None and (_is_nowadays(line, at) or _still_nowadays(line, at)):
        line.nowadays = True
        return Found(first=at, last=at + 1, type=TimeType.DATE, value="PRESENT_REF")
    return _from_today(line, at)


def _day_in_order(line: Discourse, at: int) -> Found | None:
    """Read `اليوم الثالث من شوال`, and `اليوم الأول` of an event, whose date is seldom told."""
    if (in_month := day_of_month(line, at + 1)) is not None:
        return replace(in_month, first=at)
    which = line.tokens[at + 1].means.ordinal
    # «لليوم الثاني على التوالي» counts on.
    if which is None or line.text[line.tokens[at].start] == "ل" or line.tokens[at + 2].word("onto"):
        return None
    front = line.before(at)
    if front is None or not front.word("in", "since", "during", "to"):
        return None
    if line.opening is not None:
        day = shifted(line.opening, which.number - 1)
        return Found(first=at, last=at + 2, type=TimeType.DATE, value=day_value(day), day=day)
    value = "FUTURE_REF" if line.forward(at) else "PAST_REF"
    return Found(first=at, last=at + 2, type=TimeType.DATE, value=value)


def _is_nowadays(line: Discourse, at: int) -> bool:
    """Tell whether `اليوم` is our time: `بات من الظواهر اليوم`, `نحن اليوم`, `ما وصلنا إليه اليوم`."""
    front = line.before(at)
    if front is None or front.word("since", "from", "to") or front.means.part is not None:
        return False
    if front.word("nowadays", "we_today") or _is_topic(line, at):
        return True
    if front.word("to_it"):
        # «ما نحن عليه اليوم», but «قبض عليه اليوم»
        return any(line.tokens[place].word("conjunction") for place in range(max(0, at - 4), at - 1))
    for place in range(at - 1, max(-1, at - _STATE), -1):
        token = line.tokens[place]
        if token.word("become"):
            return True
        if not token.text.isalpha():
            return False
    return False


def _still_nowadays(line: Discourse, at: int) -> bool:
    """Tell whether a text that spoke of our time, and of no day, goes on so."""
    front = line.before(at)
    apart = front is None or front.means.part is not None or front.word("since", "from", "to")
    return line.nowadays and line.day is None and not apart


def _is_topic(line: Discourse, at: int) -> bool:
    """Tell whether `اليوم` stands with the subject of a state: `أن الاقتصاد اليوم`, `تعيش المدينة اليوم`."""
    told = at > 1 and line.tokens[at - 2].word("clause", "nowadays")
    return told and line.tokens[at - 1].text.startswith("ال")


def _first_day_of_school(line: Discourse, at: int) -> Found | None:
    """Read `اليوم الأول في العام الدراسي`."""
    if not line.tokens[at + 2].word("from", "in") or line.tokens[at + 1].means.ordinal is None:
        return None
    year = line.tokens[at + 3].means.unit
    if year is None or year.key != "year" or not line.tokens[at + 4].word("school"):
        return None
    told = unit_from_now(line, at + 3)
    return None if told is None else period(at, told.last, told.value)


def _from_today(line: Discourse, at: int) -> Found | None:
    """Take a day told from today, with its weekday, which wins where it contradicts the anchor."""
    lexeme = line.tokens[at].means.deictic
    assert lexeme is not None
    if lexeme.key == "tomorrow" and _is_the_future(line, at):
        return None
    day = line.spoken if lexeme.key == "today" else shifted(line.now, lexeme.number)
    last = at + 1
    if (place := _weekday_behind(line, last)) is not None:
        weekday = line.tokens[place].means.weekday
        assert weekday is not None
        last = place + (2 if line.tokens[place + 1].text == ")" and line.tokens[at + 1].text == "(" else 1)
        day = _by_weekday(line, lexeme.number, weekday.number)
        if day is None:
            return Found(first=at, last=last, type=TimeType.DATE, value=f"XXXX-WXX-{weekday.number}")
    elif (written := line.tokens[last].date) is not None:
        # «اليوم الاثنين 20 يوليو» is one expression, and the date is the surer of the two.
        told = written_day(line, last, written)
        if told is not None and told.day is not None:
            return replace(told, first=at)
    return Found(first=at, last=last, type=TimeType.DATE, value=day_value(day), day=day)


def _is_the_future(line: Discourse, at: int) -> bool:
    """Tell whether tomorrow is no day: «جسور للغد», «غد أفضل», «جيل الغد»."""
    token = line.tokens[at]
    if line.tokens[at + 1].word("future_day"):
        return True
    front = line.before(at)
    if front is not None and front.word("nowadays"):
        return True
    return token.text.startswith("ال") and line.text[token.start] == "ل"


def _names_a_newspaper(line: Discourse, at: int) -> bool:
    """Tell whether `اليوم` ends a name: «الخبر اليوم», صحيفة اليوم, or a credit that opens a line."""
    tokens = line.tokens
    behind = tokens[at + 1].text
    reach = range(at - 1, max(-1, at - _CREDIT), -1)
    if at and tokens[at - 1].word("before_name"):
        return True
    if behind == '"' and any(tokens[place].text == '"' for place in reach):
        return True
    if behind == "\n":
        return any(tokens[place].text == "-" for place in reach)
    return behind == "-" and (at < _CREDIT or any(tokens[place].text == "\n" for place in reach))


def _weekday_behind(line: Discourse, at: int) -> int | None:
    """Return the place of the weekday that explains a deictic, behind a comma or in brackets too."""
    if line.tokens[at].means.weekday is not None:
        return at
    if line.tokens[at].text in ("(", "،", ",") and line.tokens[at + 1].means.weekday is not None:
        return at + 1
    return None


def _by_weekday(line: Discourse, offset: int, weekday: int) -> date | None:
    day = shifted(line.now, offset)
    if day is None or day.isoweekday() == weekday:
        return day
    if offset > 0:
        return weekday_near(line.now, weekday, Way.NEXT)
    day = weekday_near(line.anchor, weekday, Way.NEAREST)
    line.now = shifted(day, -offset)
    return day


def _beside_last_day(line: Discourse, at: int, last: int, days: int) -> Found:
    day = shifted(line.day or line.now, days)
    return Found(first=at, last=last, type=TimeType.DATE, value=day_value(day), day=day)


def _weekday(line: Discourse, at: int) -> Found | None:
    weekday = line.tokens[at].means.weekday
    assert weekday is not None
    if at and line.tokens[at - 1].word("before_name"):
        return None
    if _in_weekly_range(line, at):
        return Found(first=at, last=at + 1, type=TimeType.SET, value=f"XXXX-WXX-{weekday.number}")
    # «الأحد الـ5 من شوال»: the article of a figure stands apart.
    number = at + 2 if line.tokens[at + 1].text == "ال" else at + 1
    spelt = line.tokens[number].date if number > at + 1 else None
    in_month = day_of_month(line, number) if spelt is None else written_day(line, number, spelt)
    if in_month is not None and in_month.day is not None:
        return replace(in_month, first=at)
    if (figures := day_in_figures(line, at + 1, weekday.number)) is not None and figures.day is not None:
        return replace(figures, first=at)
    way, weeks, last = _way_of_weekday(line, at)
    day = shifted(weekday_near(line.now, weekday.number, way), 7 * weeks)
    written = _written_behind(line, last)
    if written is not None and written.day is not None and written.day.isoweekday() == weekday.number:
        day = written.day
        # «الأحد المقبل 24 شوال» is one expression.
        last = written.last if written.first == last else last
    value = day_value(day) if day else f"XXXX-WXX-{weekday.number}"
    return Found(first=at, last=last, type=TimeType.DATE, value=value, day=day)


def _way_of_weekday(line: Discourse, at: int) -> tuple[Way, int, int]:
    """Return where a weekday points, the further weeks away, and the place behind it."""
    behind = line.tokens[at + 1]
    if behind.means.modifier is not None:
        return Way(behind.means.modifier.number), 0, at + 2
    # «الأربعاء والخميس المقبلين»: the dual is both days'.
    both = line.tokens[at + 2]
    if behind.means.weekday is not None and both.means.modifier is not None and both.text.endswith("ين"):
        return Way(both.means.modifier.number), 0, at + 1
    beyond = line.tokens[at + 2].means.modifier
    if behind.word("before", "after") and beyond is not None:
        return Way(beyond.number), beyond.number, at + 3
    until = at > 0 and line.tokens[at - 1 - (at > 1 and line.tokens[at - 1].word("day"))].word("to")
    if until or line.forward(at):
        return Way.NEXT, 0, at + 1
    weekday = line.tokens[at].means.weekday
    # «يلتقي الاثنين» in Monday's news is today.
    today = line.now is not None and weekday is not None and line.now.isoweekday() == weekday.number
    return Way.NEXT if line.present(at) and not today else Way.NEAREST, 0, at + 1


def _written_behind(line: Discourse, at: int) -> Found | None:
    """Return the date that explains a weekday: `الأحد المقبل 24 شوال`, `الأحد، بتاريخ 8 ذو القعدة`."""
    place = at + 1 if line.tokens[at].text in ("(", "،", ",") else at
    place += line.tokens[place].word("agreeing", "date")
    written = line.tokens[place].date
    return None if written is None else written_day(line, place, written)


def _in_weekly_range(line: Discourse, at: int) -> bool:
    """Tell whether the weekday is an end of `من الأحد إلى الخميس`, which comes round every week."""
    tokens = line.tokens
    if at and tokens[at - 1].word("from"):
        return tokens[at + 1].word("to") and tokens[at + 2].means.weekday is not None
    return (
        at >= 3
        and tokens[at - 1].word("to")
        and tokens[at - 2].means.weekday is not None
        and tokens[at - 3].word("from")
        and tokens[at + 1].means.modifier is None
    )
