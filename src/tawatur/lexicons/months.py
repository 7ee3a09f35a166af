"""The months, as they are written across the Arab world."""

from functools import cache

import msgspec

from tawatur.lexicons.loading import load


class Month(msgspec.Struct, frozen=True, kw_only=True):
    """One month: its number in its calendar and the ways it is written."""

    number: int
    forms: tuple[str, ...]
    ambiguous: tuple[str, ...] = ()
    """Forms that are everyday words or names too: they tell no month by themselves."""


class Months(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The months of both calendars by their Latin keys."""

    about: str
    source: str
    gregorian: dict[str, Month]
    hijri: dict[str, Month]


@cache
def months() -> Months:
    """Return the bundled month names."""
    return load("months", Months)
