"""Conversion between the Umm al-Qura calendar and the Gregorian one.

The tables are those of `hijridate`: 1343 to 1500 AH, 1 August 1924 to 16 November 2077.
"""

from datetime import date

from hijridate import Gregorian, Hijri


def from_hijri(year: int, month: int, day: int) -> date | None:
    """Return the Gregorian day of a Hijri one, `None` where the tables have no such day.

    >>> from_hijri(1436, 10, 4)
    datetime.date(2015, 7, 20)
    >>> from_hijri(1436, 2, 31) is None
    True
    """
    try:
        return date(*Hijri(year, month, day).to_gregorian().datetuple())
    except (ValueError, OverflowError):
        return None


def to_hijri(day: date) -> tuple[int, int, int] | None:
    """Return the Hijri year, month and day of a Gregorian day, `None` outside the tables.

    >>> to_hijri(date(2015, 7, 20))
    (1436, 10, 4)
    """
    try:
        return Gregorian(day.year, day.month, day.day).to_hijri().datetuple()
    except (ValueError, OverflowError):
        return None
