"""Units of time, in the numbers of Arabic grammar."""

from functools import cache

import msgspec

from tawatur.lexicons.loading import load


class TimeUnit(msgspec.Struct, frozen=True, kw_only=True):
    """One unit: its code in a TIMEX3 duration and its forms without the article."""

    code: str
    singular: tuple[str, ...]
    dual: tuple[str, ...]
    plural: tuple[str, ...]
    construct: tuple[str, ...] = ()
    latin: tuple[str, ...] = ()
    ambiguous: bool = False
    """The singular means something else as often: alone it is no time."""
    times: int = 1
    """How many units of the code one of these is long."""


class TimeUnits(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The units by their Latin keys."""

    about: str
    source: str
    measure: dict[str, TimeUnit]
    unit: dict[str, TimeUnit]


@cache
def time_units() -> TimeUnits:
    """Return the bundled units of time."""
    return load("time_units", TimeUnits)
