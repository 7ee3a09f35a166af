"""Days of a month: `السادس من أبريل`, `22 شوال`, `15 من الشهر الجاري`, `29 منه`, `5 - 9 شوال`."""

from dataclasses import dataclass
from datetime import date

from tawatur.calendars.days import WrittenDate
from tawatur.calendars.hijri import from_hijri
from tawatur.calendars.numeric import is_day
from tawatur.calendars.words import Calendar
from tawatur.records.time_expression import TimeType
from tawatur.times.discourse import Discourse, Found
from tawatur.times.months import month_phrase, way_of, year_behind
from tawatur.times.values import Way, day_value, month_near, year_in
from tawatur.times.words import Form

# Any leap year will do where the year is not told: 29 February must stay possible.
_LEAP = 2000
_MONTHS = 12
# «أيام 5 و6 و7 و8 أغسطس»: how many days may stand between the first and the last.
_MOST_IN_ROW = 3


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day of a month in one of the calendars, its year told or not."""

    calendar: Calendar
    year: int | None
    month: int
    number: int

    def possible(self) -> bool:
        """Tell whether the month can have such a day."""
        return is_day(self.calendar, self.year or _LEAP, self.month, self.number)

    def gregorian(self) -> date | None:
        """Return the Gregorian day, `None` where the year is not told or the tables end."""
        if self.year is None:
            return None
        if self.calendar is Calendar.HIJRI:
            return from_hijri(self.year, self.month, self.number)
        return date(self.year, self.month, self.number) if self.possible() else None

    def found(self, first: int, last: int) -> Found:
        """Return the time expression of this day."""
        day = self.gregorian()
        year = "XXXX" if self.year is None else f"{self.year:04d}"
        era = "AH" if self.calendar is Calendar.HIJRI else ""
        return Found(
            first=first,
            last=last,
            type=TimeType.DATE,
            value=day_value(day) if day else f"{era}{year}-{self.month:02d}-{self.number:02d}",
            day=day,
            month=None if self.year is None else (self.calendar, self.year, self.month),
        )


def written_day(line: Discourse, at: int, written: WrittenDate) -> Found | None:
    """Take a date that is written out; without its year it is the nearest, or where the modifier says."""
    if written.day is None or written.month is None:
        return None
    day = MonthDay(written.calendar, written.year, written.month, written.day)
    if written.year is not None:
        return day.found(at, at + 1)
    if _is_name(line, at):
        return None
    if (year := year_behind(line, at + 1)) is not None:
        told = year_in(written.calendar, year.value, line.now)
        return MonthDay(written.calendar, told, written.month, written.day).found(at, year.last)
    way, last = way_of(line, at + 1)
    if last == at + 1:
        day = _before_the_end(line, last, day)
    return nearest_year(line, day, way).found(at, last)


def _before_the_end(line: Discourse, at: int, day: MonthDay) -> MonthDay:
    """Give the first day of a range the year in which it lies before the second: `بين 1 يناير و30 يونيو`."""
    joint = line.tokens[at]
    place = at + 1
    # «إلى يوم 2 فبراير», «إلى الفترة 2 فبراير»
    if line.tokens[place].word("day", "period", "date"):
        place += 1
    written = line.tokens[place].date
    if not (joint.text in ("و", "-") or joint.word("to")) or written is None:
        return day
    end = written_day(line, place, written)
    if end is None or end.month is None or end.month[0] is not day.calendar or written.day is None:
        return day
    _, year, month = end.month
    later = (day.month, day.number) > (month, written.day)
    return MonthDay(day.calendar, year - later, day.month, day.number)


def _is_name(line: Discourse, at: int) -> bool:
    """Tell whether a day without its year is a name: ثورة 25 يناير, «8 مارس»."""
    front = line.before(at)
    if front is None:
        return False
    return front.word("before_name", "names_behind", "war") or (
        front.text == '"' and line.tokens[at + 1].text == '"'
    )


def nearest_year(line: Discourse, day: MonthDay, way: Way) -> MonthDay:
    """Give a day its year: the nearest one, or the last or next such day."""
    if day.year is not None:
        return day
    nearest = month_near(line.now, day.calendar, day.month, Way.NEAREST)
    if nearest is None or line.now is None:
        return day
    there = MonthDay(day.calendar, nearest[0], day.month, day.number)
    resolved = there.gregorian()
    told = way is Way.NEAREST or (
        resolved is not None and (resolved < line.now if way is Way.LAST else resolved > line.now)
    )
    year = nearest if told else month_near(line.now, day.calendar, day.month, way)
    return day if year is None else MonthDay(day.calendar, year[0], day.month, day.number)


def day_number(line: Discourse, at: int) -> int | None:
    """Return the day of a month that an ordinal or a number can be."""
    token = line.tokens[at]
    if token.means.ordinal is not None:
        return token.means.ordinal.number
    if token.word("first_of") or _is_first(line, at):
        return 1
    if token.number is not None and 1 <= token.number <= 31 and token.number == int(token.number):
        return int(token.number)
    return None


def _is_first(line: Discourse, at: int) -> bool:
    """Tell whether `أول` is the first of the month behind it: `منذ أول يوليو`."""
    which, front = line.tokens[at].means.feast_day, line.before(at)
    if which is None or which.number != 1 or front is None:
        return False
    behind = line.tokens[at + 1]
    named = behind.means.month is not None or (behind.date is not None and behind.date.day is None)
    return named and front.word("in", "since", "from", "to", "before", "after", "during", "throughout")


def day_of_month(line: Discourse, at: int) -> Found | None:
    """Read a day by its number, the month behind it or told before."""
    number, front = day_number(line, at), line.before(at)
    # «اعتداءات الحادي عشر من سبتمبر» is a name.
    if number is None or (front is not None and front.word("war")):
        return None
    tokens = line.tokens
    if tokens[at + 1].word("of_it"):
        return None if line.month is None else _possible(MonthDay(*line.month, number), at, at + 2)
    place = at + 1
    if tokens[place].word("from"):
        place += 1
    elif tokens[at].number is not None:
        return _in_running_month(line, at)
    return (
        _in_month_from_now(line, at, place, number)
        or _in_running_month(line, at)
        or _in_named_month(line, at, place, number)
    )


def _possible(day: MonthDay, first: int, last: int) -> Found | None:
    return day.found(first, last) if day.possible() else None


def _in_named_month(line: Discourse, at: int, place: int, number: int) -> Found | None:
    month = month_phrase(line, place)
    if month is None:
        return None
    way, last = way_of(line, month.last)
    return _possible(
        nearest_year(line, MonthDay(month.calendar, month.year, month.number, number), way), at, last
    )


def _in_running_month(line: Discourse, at: int) -> Found | None:
    """Read `25 الجاري`, `الخامس من الجاري`: the month itself is left out."""
    number, front = day_number(line, at), line.before(at)
    of = line.tokens[at + 1].word("from")
    modifier = line.tokens[at + 1 + of].means.modifier
    if number is None or modifier is None or front is None or line.now is None:
        return None
    led = front.word("in", "to", "from", "since", "day", "between", "before", "after")
    if not (led or of) or modifier.key not in ("current", "next"):
        return None
    # «في الثالث القادم» is somebody.
    if not (of or line.tokens[at].text.isdigit()):
        return None
    year, month = divmod(line.now.year * 12 + line.now.month - 1 + modifier.number, 12)
    return _possible(MonthDay(Calendar.GREGORIAN, year, month + 1, number), at, at + 2 + of)


def _in_month_from_now(line: Discourse, at: int, place: int, number: int) -> Found | None:
    this = line.tokens[place].word("this")
    modifier = line.tokens[place + 1].means.modifier
    unit = line.tokens[place + 1 if this else place].means.unit
    if unit is None or unit.key != "month" or not unit.definite or unit.form is not Form.SINGULAR:
        return None
    if line.now is None or not (this or modifier):
        return None
    if modifier is not None and modifier.key == "same" and line.month is not None:
        return _possible(MonthDay(*line.month, number), at, place + 2)
    months = 0 if this or modifier is None else modifier.number
    year, month = divmod(line.now.year * 12 + line.now.month - 1 + months, 12)
    return _possible(MonthDay(Calendar.GREGORIAN, year, month + 1, number), at, place + 2)


def day_in_figures(line: Discourse, at: int, weekday: int | None = None) -> Found | None:
    """Read `15/8` behind a day of the week or `يوم`, in the calendar that suits better.

    That is the one in which it is the day of the week, else the one in which it lies nearer.
    """
    tokens = line.tokens
    day, month = tokens[at], tokens[at + 2]
    if tokens[at + 1].text not in ("/", "-") or tokens[at + 3].text == tokens[at + 1].text:
        return None
    if not (day.text.isdigit() and month.text.isdigit() and len(day.text) < 3 and len(month.text) < 3):
        return None
    told = (
        nearest_year(line, MonthDay(calendar, None, int(month.text), int(day.text)), Way.NEAREST)
        for calendar in Calendar
        if 1 <= int(month.text) <= _MONTHS
    )
    days = [(one.gregorian(), one) for one in told if one.possible()]
    now = line.now
    near = [
        (there.isoweekday() != weekday, abs((there - now).days), place)
        for place, (there, _) in enumerate(days)
        if there and now
    ]
    return days[min(near)[-1]][1].found(at, at + 3) if near else None


def start_of_range(line: Discourse, at: int) -> Found | None:
    """Read the first day of `5 - 9 شوال`: its month and year stand behind the last."""
    number = day_number(line, at)
    tokens = line.tokens
    joined = tokens[at + 1].text in ("-", "و", "/") or tokens[at + 1].word("to")
    place = at + 2 if joined else at + 1
    place += joined and tokens[place].text == "ال"
    if number is None or not (joined or (line.conjoined(place) and tokens[at].means.ordinal)):
        return None
    for _ in range(_MOST_IN_ROW):
        if day_number(line, place) is None or tokens[place + 1].text != "و":
            break
        place += 2
    written = tokens[place].date
    end = day_of_month(line, place) if written is None else written_day(line, place, written)
    if end is None or end.month is None or end.day is None:
        return None
    start = MonthDay(*end.month, number)
    day = start.gregorian()
    return None if day is None or day >= end.day else start.found(at, at + 1)
