"""The days of the week."""

from functools import cache

import msgspec

from tawatur.lexicons.loading import load


class Weekday(msgspec.Struct, frozen=True, kw_only=True):
    """One day of the week: its ISO number (Monday is 1) and the ways it is written."""

    number: int
    forms: tuple[str, ...]


class Weekdays(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The days of the week by their Latin keys."""

    about: str
    source: str
    weekday: dict[str, Weekday]


@cache
def weekdays() -> Weekdays:
    """Return the bundled names of the days of the week."""
    return load("weekdays", Weekdays)
