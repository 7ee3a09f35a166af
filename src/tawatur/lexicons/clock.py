"""What stands beside a date or an hour: halves of the day, zones, eras, joining words."""

from functools import cache

import msgspec

from tawatur.lexicons.loading import load


class Forms(msgspec.Struct, frozen=True, kw_only=True):
    """The ways one thing is written."""

    forms: tuple[str, ...]


class Half(msgspec.Struct, frozen=True, kw_only=True):
    """Twelve hours of the day, the first of them `begins`."""

    begins: int = msgspec.field(name="from")
    forms: tuple[str, ...]


class Zone(msgspec.Struct, frozen=True, kw_only=True):
    """A time zone by name, with its offset from UTC."""

    offset: str
    forms: tuple[str, ...]
    places: tuple[str, ...] = ()
    """Names that mean the zone only behind the word for it: `بتوقيت مكة`."""


class Clock(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The words around hours and years by their Latin keys."""

    about: str
    source: str
    era: dict[str, Forms]
    half: dict[str, Half]
    joining: dict[str, Forms]
    zone: dict[str, Zone]


@cache
def clock() -> Clock:
    """Return the bundled words around hours and years."""
    return load("clock", Clock)
