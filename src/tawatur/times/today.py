"""Days told from today: `اليوم`, `أمس الأول`, `اليوم التالي`; and what else `اليوم` can be."""

from dataclasses import replace
from datetime import date

from tawatur.records.time_expression import TimeType
from tawatur.times.discourse import Discourse, Found
from tawatur.times.month_days import day_of_month, written_day
from tawatur.times.units import period, unit_from_now
from tawatur.times.values import Way, day_value, shifted, weekday_near

# A credit that opens a line, or a name in quotation marks, has no more words before «اليوم».
_CREDIT = 5
# How far in front of «اليوم» the verb may stand that tells a state of our time: بات, أصبح.
_STATE = 8


def today(line: Discourse, at: int) -> Found | None:
    """Take `اليوم`, which is also a newspaper, a day of some use, and the day told last."""
    other = _first_day_of_school(line, at) or _all_day(line, at) or _numbered(line, at)
    following = line.tokens[at + 1]
    if other is not None or _names_a_newspaper(line, at) or _is_another(line, at + 1):
        return other
    if following.means.ordinal is not None:
        return _day_in_order(line, at)
    modifier = following.means.modifier
    if modifier is not None and modifier.key != "current":
        return beside_last_day(line, at, at + 2, modifier.number)
    if following.means.weekday is None and (_is_nowadays(line, at) or _still_nowadays(line, at)):
        line.nowadays = True
        return Found(first=at, last=at + 1, type=TimeType.DATE, value="PRESENT_REF")
    return from_today(line, at)


def _is_another(line: Discourse, at: int) -> bool:
    """Tell whether what stands behind `اليوم` makes it no today: `اليوم الوطني`, `اليوم 54 من الإضراب`."""
    following = line.tokens[at]
    counted = following.text.isdigit() and line.tokens[at + 1].word("from")
    return counted or following.word("named_day", "the_one")


def _all_day(line: Discourse, at: int) -> Found | None:
    """Read `طوال اليوم`."""
    front = line.before(at)
    if front is None or not front.word("throughout") or line.tokens[at + 1].means.weekday:
        return None
    return Found(first=at, last=at + 1, type=TimeType.DURATION, value="P1D")


def _numbered(line: Discourse, at: int) -> Found | None:
    """Read `اليوم الـ15 من شهر سبتمبر`."""
    if line.tokens[at + 1].text != "ال":
        return None
    written = line.tokens[at + 2].date
    told = day_of_month(line, at + 2) if written is None else written_day(line, at + 2, written)
    return None if told is None else replace(told, first=at)


def _day_in_order(line: Discourse, at: int) -> Found | None:
    """Read `اليوم الثالث من شوال`, and `اليوم الأول` of an event, whose date is seldom told."""
    if (in_month := day_of_month(line, at + 1)) is not None:
        return replace(in_month, first=at)
    which = line.tokens[at + 1].means.ordinal
    # «لليوم الثاني على التوالي» counts on.
    if which is None or line.text[line.tokens[at].start] == "ل" or line.tokens[at + 2].word("onto"):
        return None
    front = line.before(at)
    if front is None or not front.word("in", "since", "during", "throughout", "to"):
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
    return told and line.tokens[at - 1].article


def _first_day_of_school(line: Discourse, at: int) -> Found | None:
    """Read `اليوم الأول في العام الدراسي`."""
    if not line.tokens[at + 2].word("from", "in") or line.tokens[at + 1].means.ordinal is None:
        return None
    year = line.tokens[at + 3].means.unit
    if year is None or year.key != "year" or not line.tokens[at + 4].word("school"):
        return None
    told = unit_from_now(line, at + 3)
    return None if told is None else period(at, told.last, told.value)


def from_today(line: Discourse, at: int) -> Found | None:
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
    return token.article and line.text[token.start] == "ل"


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


def beside_last_day(line: Discourse, at: int, last: int, days: int) -> Found:
    """Count from the day told last; what follows no day that the text tells is only past or future."""
    weekday = line.tokens[last].means.weekday
    if days and line.day is None and weekday is None and line.now is not None:
        value = "FUTURE_REF" if days > 0 and line.forward(at) else "PAST_REF"
        return Found(first=at, last=last, type=TimeType.DATE, value=value)
    day = shifted(line.day or line.now, days)
    if weekday is not None and days:
        # «في اليوم التالي السبت» is one expression, and the weekday is the surer of the two.
        day = weekday_near(line.day or line.now, weekday.number, Way(days))
        last += 1
    return Found(first=at, last=last, type=TimeType.DATE, value=day_value(day), day=day)
