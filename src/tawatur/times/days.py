"""Days: told from today, by weekday, by the day of a month."""

from datetime import date

from tawatur.calendars.dates import gregorian
from tawatur.calendars.days import WrittenDate
from tawatur.calendars.hijri import from_hijri
from tawatur.calendars.numeric import is_day
from tawatur.calendars.words import Calendar
from tawatur.records.time_expression import TimeType
from tawatur.times.discourse import Discourse, Found
from tawatur.times.months import MonthPhrase, month_phrase, way_of
from tawatur.times.values import Way, day_value, month_near, shifted, weekday_near
from tawatur.times.words import Form


def day_at(line: Discourse, at: int) -> Found | None:
    """Read the expression of a day that begins at this token, `يوم` in front included."""
    token = line.tokens[at]
    if token.word("day", "days_of"):
        inner = _day(line, at + 1)
        return None if inner is None else _from(inner, at)
    return _day(line, at)


def _from(found: Found, first: int) -> Found:
    return Found(
        first=first, last=found.last, type=found.type, value=found.value, day=found.day, month=found.month
    )


def _day(line: Discourse, at: int) -> Found | None:
    token = line.tokens[at]
    if token.date is not None:
        return _dated(line, at, token.date)
    if token.means.deictic is not None:
        return _deictic(line, at)
    if token.means.weekday is not None:
        return _weekday(line, at)
    if token.means.ordinal is not None or token.number is not None:
        return day_of_month(line, at) or _start_of_range(line, at)
    return None


def _dated(line: Discourse, at: int, written: WrittenDate) -> Found | None:
    """Take a date that is written out; without its year it is the nearest, or where the modifier says."""
    if written.day is None or written.month is None:
        return None
    if written.year is not None:
        return _told(
            at, at + 1, written.calendar, (written.year, written.month, written.day), gregorian(written)
        )
    if _is_name(line, at):
        return None
    way, last = way_of(line, at + 1)
    return _in_nearest_year(
        line, (at, last), MonthPhrase(last, written.calendar, written.month, None), written.day, way
    )


def _is_name(line: Discourse, at: int) -> bool:
    """Tell whether a day without its year is a name: ثورة 25 يناير, «8 مارس»."""
    front = line.before(at)
    if front is None:
        return False
    return front.word("before_name") or (front.text == '"' and line.tokens[at + 1].text == '"')


def _told(first: int, last: int, calendar: Calendar, parts: tuple[int, int, int], day: date | None) -> Found:
    value = (
        day_value(day)
        if day
        else f"{'AH' if calendar is Calendar.HIJRI else ''}{parts[0]:04d}-{parts[1]:02d}-{parts[2]:02d}"
    )
    return Found(
        first=first, last=last, type=TimeType.DATE, value=value, day=day, month=(calendar, *parts[:2])
    )


def _in_nearest_year(
    line: Discourse, place: tuple[int, int], month: MonthPhrase, number: int, way: Way
) -> Found | None:
    first, last = place
    year_and_month = (month.year, month.number) if month.year else _nearest(line, month, number, way)
    if year_and_month is None:
        prefix = "AH" if month.calendar is Calendar.HIJRI else ""
        return Found(
            first=first, last=last, type=TimeType.DATE, value=f"{prefix}XXXX-{month.number:02d}-{number:02d}"
        )
    day = _day_in(month.calendar, *year_and_month, number)
    return _told(first, last, month.calendar, (*year_and_month, number), day)


def _nearest(line: Discourse, month: MonthPhrase, number: int, way: Way) -> tuple[int, int] | None:
    nearest = month_near(line.now, month.calendar, month.number, Way.NEAREST)
    if nearest is None or way is Way.NEAREST or line.now is None:
        return nearest
    day = _day_in(month.calendar, *nearest, number)
    if day is not None and (day < line.now if way is Way.LAST else day > line.now):
        return nearest
    return month_near(line.now, month.calendar, month.number, way)


def _day_in(calendar: Calendar, year: int, month: int, number: int) -> date | None:
    if calendar is Calendar.HIJRI:
        return from_hijri(year, month, number)
    return date(year, month, number) if is_day(calendar, year, month, number) else None


def _deictic(line: Discourse, at: int) -> Found | None:
    """Take `اليوم`, `أمس`, `غد` and their weekday, which wins where it contradicts the anchor."""
    lexeme = line.tokens[at].means.deictic
    assert lexeme is not None
    if lexeme.key == "today":
        if _names_a_newspaper(line, at):
            return None
        following = line.tokens[at + 1]
        if following.word("named_day") or following.means.ordinal is not None or following.number == 1:
            return None
        if following.means.modifier is not None and following.means.modifier.key != "current":
            return _beside_last_day(line, at, at + 2, following.means.modifier.number)
        if at and line.tokens[at - 1].word("same_of", "that"):
            return _beside_last_day(line, at, at + 1, 0)
    day = shifted(line.now, lexeme.number)
    last = at + 1
    if (place := _weekday_behind(line, last)) is not None:
        weekday = line.tokens[place].means.weekday
        assert weekday is not None
        last = place + (2 if line.tokens[place + 1].text == ")" and line.tokens[at + 1].text == "(" else 1)
        day = _by_weekday(line, lexeme.number, weekday.number)
        if day is None:
            return Found(first=at, last=last, type=TimeType.DATE, value=f"XXXX-WXX-{weekday.number}")
    elif (written := line.tokens[last].date) is not None and written.day and written.year:
        day, last = gregorian(written) or day, last + 1
    return Found(first=at, last=last, type=TimeType.DATE, value=day_value(day), day=day)


def _names_a_newspaper(line: Discourse, at: int) -> bool:
    """Tell whether `اليوم` ends a name: «الخبر اليوم», صحيفة اليوم, or a credit that opens a line."""
    tokens = line.tokens
    behind = tokens[at + 1].text
    reach = range(at - 1, max(-1, at - 4), -1)
    if at and tokens[at - 1].word("before_name"):
        return True
    if behind == '"' and any(tokens[place].text == '"' for place in reach):
        return True
    if behind == "\n":
        return any(tokens[place].text == "-" for place in reach)
    return behind == "-" and (at < 3 or any(tokens[place].text == "\n" for place in reach))


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
    if (in_month := day_of_month(line, at + 1)) is not None and in_month.day is not None:
        return _from(in_month, at)
    modifier = line.tokens[at + 1].means.modifier
    weeks, last = 0, at + 1
    if modifier is not None:
        way, last = Way(modifier.number), at + 2
    elif line.tokens[at + 1].word("before", "after") and (beyond := line.tokens[at + 2].means.modifier):
        way, weeks, last = Way(beyond.number), beyond.number, at + 3
    else:
        until = at > 0 and line.tokens[at - 1].word("to")
        way = Way.NEXT if until or line.forward(at) else Way.NEAREST
    day = shifted(weekday_near(line.now, weekday.number, way), 7 * weeks)
    if day is None:
        return Found(first=at, last=last, type=TimeType.DATE, value=f"XXXX-WXX-{weekday.number}")
    return Found(first=at, last=last, type=TimeType.DATE, value=day_value(day), day=day)


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


def day_number(line: Discourse, at: int) -> int | None:
    """Return the day of a month that an ordinal or a number can be."""
    token = line.tokens[at]
    if token.means.ordinal is not None:
        return token.means.ordinal.number
    if token.number is not None and 1 <= token.number <= 31 and token.number == int(token.number):
        return int(token.number)
    return None


def day_of_month(line: Discourse, at: int) -> Found | None:
    """Read `السادس من أبريل نيسان`, `الخامس عشر من شهر رمضان`, `15 من الشهر الجاري`, `29 منه`."""
    number = day_number(line, at)
    if number is None:
        return None
    tokens = line.tokens
    if tokens[at + 1].word("of_it"):
        return _in_told_month(line, at, number)
    place = at + 1
    if tokens[place].word("from"):
        place += 1
    elif tokens[at].number is not None:
        return None
    unit = tokens[place].means.unit
    if unit is not None and unit.key == "month" and unit.form is Form.SINGULAR and unit.definite:
        return _in_month_from_now(line, at, place, number)
    month = month_phrase(line, place)
    if month is None:
        return None
    way, last = way_of(line, month.last)
    if not is_day(month.calendar, month.year or 2000, month.number, number):
        return None
    return _in_nearest_year(line, (at, last), month, number, way)


def _in_told_month(line: Discourse, at: int, number: int) -> Found | None:
    if line.month is None:
        return None
    calendar, year, month = line.month
    day = _day_in(calendar, year, month, number)
    return _told(at, at + 2, calendar, (year, month, number), day) if day else None


def _in_month_from_now(line: Discourse, at: int, place: int, number: int) -> Found | None:
    modifier = line.tokens[place + 1].means.modifier
    if modifier is None or line.now is None:
        return None
    year, month = divmod(line.now.year * 12 + line.now.month - 1 + modifier.number, 12)
    day = _day_in(Calendar.GREGORIAN, year, month + 1, number)
    return _told(at, place + 2, Calendar.GREGORIAN, (year, month + 1, number), day) if day else None


def _start_of_range(line: Discourse, at: int) -> Found | None:
    """Read the first day of `19 - 21 شوال`: its month and year stand behind the last."""
    number = day_number(line, at)
    tokens = line.tokens
    joined = tokens[at + 1].text in ("-", "و", "/") or tokens[at + 1].word("to")
    place = at + 2 if joined else at + 1
    if number is None or not (joined or (line.conjoined(place) and tokens[at].means.ordinal)):
        return None
    end = _day(line, place) if tokens[place].date is not None else day_of_month(line, place)
    if end is None or end.month is None:
        return None
    calendar, year, month = end.month
    day = _day_in(calendar, year, month, number)
    if day is None or end.day is None or day >= end.day:
        return None
    return _told(at, at + 1, calendar, (year, month, number), day)
