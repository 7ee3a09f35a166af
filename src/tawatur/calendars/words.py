"""The words of dates and hours, folded and compiled once for matching."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from tawatur.arabic.folding import folded
from tawatur.lexicons.clock import Half, Zone, clock
from tawatur.lexicons.months import Month, months
from tawatur.lexicons.weekdays import weekdays

NOT_BEFORE = r"(?<![^\W\d_])"
"""A word begins here: digits may be glued to it, letters may not."""
NOT_AFTER = r"(?![^\W\d_])"
"""A word ends here."""


class Calendar(StrEnum):
    """The calendars in which dates are written."""

    GREGORIAN = "gregorian"
    HIJRI = "hijri"


@dataclass(frozen=True, slots=True)
class MonthName:
    """What a form names; an ambiguous one tells no month without a date around it."""

    calendar: Calendar
    number: int
    ambiguous: bool

    def same_as(self, other: "MonthName") -> bool:
        """Tell whether two forms name one month: `أيار` and `مايو`."""
        return (self.calendar, self.number) == (other.calendar, other.number)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CalendarWords:
    """Everything the room matches, keyed by folded forms, with alternations ready for patterns."""

    months: Mapping[str, MonthName]
    weekdays: Mapping[str, int]
    halves: Mapping[str, Half]
    eras: Mapping[str, Calendar]
    zones: Mapping[str, Zone]
    zone_places: Mapping[str, Zone]
    joining: Mapping[str, str]
    """Alternations of the small words that join the parts of a date, by key."""

    def month_named(self, text: str) -> MonthName:
        """Return the month of a matched form, however it is spaced and cased."""
        return self.months[plain(text)]


def plain(form: str) -> str:
    """Return a form as the mappings are keyed: folded, in lower case, with single spaces.

    >>> plain("كانون  الأوّل")
    'كانون الاول'
    """
    return " ".join(folded(form).lower().split())


def alternation(forms: Iterable[str]) -> str:
    """Return a group that matches any of the forms, the longest first, with up to three blanks in them."""
    longest = sorted(map(plain, forms), key=lambda form: (-len(form), form))
    return "(?:" + "|".join(r" {1,3}".join(map(re.escape, form.split())) for form in longest) + ")"


@cache
def calendar_words() -> CalendarWords:
    """Return the bundled words, assembled for `find_dates` and its neighbours."""
    words = clock()
    names = months()
    by_name = _named(names.gregorian, Calendar.GREGORIAN) | _named(names.hijri, Calendar.HIJRI)
    return CalendarWords(
        months=by_name,
        weekdays={plain(form): day.number for day in weekdays().weekday.values() for form in day.forms},
        halves={plain(form): half for half in words.half.values() for form in half.forms},
        eras={plain(form): Calendar(key) for key, era in words.era.items() for form in era.forms},
        zones={plain(form): zone for zone in words.zone.values() for form in zone.forms},
        zone_places={plain(form): zone for zone in words.zone.values() for form in zone.places},
        joining={key: alternation(entry.forms) for key, entry in words.joining.items()},
    )


def _named(names: Mapping[str, Month], calendar: Calendar) -> dict[str, MonthName]:
    return {
        plain(form): MonthName(calendar, month.number, form in month.ambiguous)
        for month in names.values()
        for form in month.forms
    }
