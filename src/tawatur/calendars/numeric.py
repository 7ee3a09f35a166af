"""Which field of a date in figures is the year, the month and the day."""

from calendar import monthrange

from tawatur.calendars.hijri import from_hijri
from tawatur.calendars.words import Calendar

# Years that a bare figure can mean: nobody dates the news to the Gregorian fifteenth century.
_HIJRI_YEARS = range(1300, 1501)
_GREGORIAN_YEARS = range(1501, 2200)
# A year behind this one is no Hijri year, whatever era is written beside it.
_LAST_HIJRI = 1700


def fields(figures: tuple[str, str, str], era: Calendar | None) -> tuple[Calendar, int, int, int] | None:
    """Return the calendar, year, month and day three figures tell, `None` where they could tell two things.

    The day comes before the month, as Arabic and European pages write it, unless only
    the other order is a date. The calendar is the era's, else the one whose years the
    figure belongs to.

    >>> fields(("4", "10", "1436"), None)
    (<Calendar.HIJRI: 'hijri'>, 1436, 10, 4)
    >>> fields(("04", "28", "2025"), None)
    (<Calendar.GREGORIAN: 'gregorian'>, 2025, 4, 28)
    >>> fields(("5", "6", "07"), None) is None
    True
    """
    first, second, third = figures
    if len(first) == 4 and len(third) <= 2:
        return _full(first, (second, third), era)
    if len(third) == 4 and len(first) <= 2:
        return _full(third, (second, first), era)
    if len(third) == 2 and len(first) <= 2:
        return _short(figures, era)
    return None


def year_calendar(year: int) -> Calendar | None:
    """Return the calendar that a bare year belongs to, `None` where it is no year of the news."""
    if year in _HIJRI_YEARS:
        return Calendar.HIJRI
    return Calendar.GREGORIAN if year in _GREGORIAN_YEARS else None


def _full(year: str, pair: tuple[str, str], era: Calendar | None) -> tuple[Calendar, int, int, int] | None:
    # «12/8/2015هـ» is a slip: a Hijri year so far away is none of the news.
    calendar = year_calendar(int(year)) if era is Calendar.HIJRI and int(year) > _LAST_HIJRI else era
    calendar = calendar or year_calendar(int(year))
    if calendar is None:
        return None
    for month, day in (pair, pair[::-1]):
        if is_day(calendar, int(year), int(month), int(day)):
            return calendar, int(year), int(month), int(day)
    return None


def _short(figures: tuple[str, str, str], era: Calendar | None) -> tuple[Calendar, int, int, int] | None:
    """Read a year of two figures: the era or the year's size must settle what it is."""
    first, second, third = figures
    if era is Calendar.HIJRI:
        return _full(f"14{third}", (second, first), era)
    if era is Calendar.GREGORIAN:
        return _full(f"20{third}", (second, first), era)
    # 32 to 69 may be Hijri or Gregorian, up to 31 a day as well.
    return _full(f"19{third}", (second, first), Calendar.GREGORIAN) if int(third) >= 70 else None


def is_day(calendar: Calendar, year: int, month: int, day: int) -> bool:
    """Tell whether a calendar has such a day.

    A Hijri month may have 30 days, whatever the tables say: what is announced can differ from
    them. Three months of the tables, decreed between 1345 and 1349, have 31.
    """
    if not (1 <= month <= 12 and day >= 1 and year >= 1):
        return False
    if calendar is Calendar.HIJRI:
        return day <= 30 or from_hijri(year, month, day) is not None
    return day <= monthrange(year, month)[1]
