"""Days, months and years as somebody types them into a filter."""

import re
from calendar import monthrange
from datetime import date

from tawatur.arabic.folding import folded
from tawatur.calendars.dates import find_dates, gregorian
from tawatur.calendars.words import Calendar, calendar_words

_YEAR = re.compile("(?:1[89]|20)[0-9]{2}")


def period(typed: str) -> tuple[date, date] | None:
    """Return the first and last day of the day, month or year that is typed, `None` where it is none.

    >>> [day.isoformat() for day in period("٢٠١٥-٠٢") or ()]
    ['2015-02-01', '2015-02-28']
    >>> [day.isoformat() for day in period("4 شوال 1436هـ") or ()]
    ['2015-07-20', '2015-07-20']
    """
    plain = folded(typed).strip()
    if _YEAR.fullmatch(plain):
        return date(int(plain), 1, 1), date(int(plain), 12, 31)
    dates = find_dates(plain, calendar=calendar_words())
    if len(dates) != 1 or dates[0].span != (0, len(plain)):
        return None
    (written,) = dates
    if day := gregorian(written):
        return day, day
    if written.day is None and written.year and written.month and written.calendar is Calendar.GREGORIAN:
        _, last = monthrange(written.year, written.month)
        return date(written.year, written.month, 1), date(written.year, written.month, last)
    return None
