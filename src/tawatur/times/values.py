"""TIMEX3 values of days, weeks, months and years, counted from a day; `None` makes the parts unknown."""

from datetime import MAXYEAR, MINYEAR, date, timedelta
from enum import IntEnum

from tawatur.calendars.hijri import to_hijri
from tawatur.calendars.words import Calendar


class Way(IntEnum):
    """Where from a day a relative expression points."""

    LAST = -1
    NEAREST = 0
    NEXT = 1


def day_value(day: date | None) -> str:
    """Return the value of a day."""
    return "XXXX-XX-XX" if day is None else day.isoformat()


def shifted(day: date | None, days: int) -> date | None:
    """Return the day so many days away, `None` where it is unknown or the calendar ends.

    >>> shifted(date(2015, 12, 31), 1)
    datetime.date(2016, 1, 1)
    """
    try:
        return None if day is None else day + timedelta(days)
    except OverflowError:
        return None


def weekday_near(day: date | None, number: int, way: Way) -> date | None:
    """Return the day of that ISO weekday: strictly before, strictly after, or the latest not after `day`.

    >>> [weekday_near(date(2015, 8, 4), 2, way).isoformat() for way in Way]
    ['2015-07-28', '2015-08-04', '2015-08-11']
    """
    if day is None:
        return None
    ahead = (number - day.isoweekday()) % 7
    if way is Way.NEXT:
        return shifted(day, ahead or 7)
    if way is Way.LAST or ahead:
        return shifted(day, ahead - 7)
    return day


def week_value(day: date | None, weeks: int = 0) -> str:
    """Return the ISO week of a day, so many weeks away.

    >>> week_value(date(2016, 1, 1)), week_value(date(2015, 8, 4), -1)
    ('2015-W53', '2015-W31')
    """
    there = shifted(day, 7 * weeks)
    if there is None:
        return "XXXX-WXX"
    year, week, _ = there.isocalendar()
    return f"{year:04d}-W{week:02d}"


def month_value(day: date | None, months: int = 0) -> str:
    """Return the month of a day, so many months away.

    >>> month_value(date(2015, 1, 31), -1)
    '2014-12'
    """
    if day is None:
        return "XXXX-XX"
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return f"{year:04d}-{month + 1:02d}" if 1 <= year <= 9999 else "XXXX-XX"


def year_value(day: date | None, years: int = 0) -> str:
    """Return the year of a day, so many years away."""
    if day is None or not 1 <= day.year + years <= 9999:
        return "XXXX"
    return f"{day.year + years:04d}"


def away(day: date | None, unit: str, count: int) -> str:
    """Return what lies so many units away, at the grain of the unit (a decade's grain is the year).

    >>> away(date(2015, 8, 8), "week", -1), away(date(2015, 8, 8), "day", -3)
    ('2015-W31', '2015-08-05')
    """
    if unit == "day":
        return day_value(shifted(day, count) if abs(count) < 4_000_000 else None)
    if unit == "week":
        return week_value(day if abs(count) < 500_000 else None, count)
    if unit == "month":
        return month_value(day, count)
    return year_value(day, count * {"year": 1, "decade": 10, "century": 100}[unit])


def month_near(day: date | None, calendar: Calendar, month: int, way: Way) -> tuple[int, int] | None:
    """Return the year and month of that name: before the day's month, after it, or nearest to it.

    `None` where the day is unknown or the calendar ends.

    >>> august = date(2015, 8, 4)
    >>> [month_near(august, Calendar.GREGORIAN, 12, way) for way in Way]
    [(2014, 12), (2015, 12), (2015, 12)]
    >>> month_near(august, Calendar.HIJRI, 1, Way.NEAREST)
    (1437, 1)
    """
    here = _year_and_month(day, calendar)
    if here is None:
        return None
    apart = (month - here[1]) % 12
    if way is Way.LAST or (way is Way.NEAREST and apart >= 6):
        apart -= 12
    elif way is Way.NEXT and apart == 0:
        apart = 12
    year, index = divmod(here[0] * 12 + here[1] - 1 + apart, 12)
    return (year, index + 1) if MINYEAR <= year <= MAXYEAR else None


def _year_and_month(day: date | None, calendar: Calendar) -> tuple[int, int] | None:
    if day is None:
        return None
    if calendar is Calendar.GREGORIAN:
        return day.year, day.month
    hijri = to_hijri(day)
    return None if hijri is None else hijri[:2]


def year_in(calendar: Calendar, value: str, day: date | None) -> int | None:
    """Return the year of a calendar that a year's value means: next year is next year in both.

    >>> year_in(Calendar.HIJRI, "2016", date(2015, 8, 6)), year_in(Calendar.HIJRI, "AH1437", None)
    (1437, 1437)
    """
    figures = value.removeprefix("AH")
    if not figures.isdigit():
        return None
    if (figures != value) == (calendar is Calendar.HIJRI):
        return int(figures)
    here = _year_and_month(day, Calendar.HIJRI)
    if day is None or here is None:
        return None
    return (
        here[0] + int(figures) - day.year if calendar is Calendar.HIJRI else day.year + int(figures) - here[0]
    )


def named_month_value(calendar: Calendar, year: int | None, month: int) -> str:
    """Return the value of a month by its name; a Hijri month stays Hijri.

    >>> named_month_value(Calendar.HIJRI, 1436, 9), named_month_value(Calendar.GREGORIAN, None, 7)
    ('AH1436-09', 'XXXX-07')
    """
    told = "XXXX" if year is None else f"{year:04d}"
    return f"{'AH' if calendar is Calendar.HIJRI else ''}{told}-{month:02d}"
