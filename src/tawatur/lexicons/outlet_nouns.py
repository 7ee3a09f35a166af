"""The words that stand around an outlet's name: «صحيفة», «للأنباء», «السعودية»."""

from functools import cache

import msgspec

from tawatur.lexicons.loading import load


class OutletNoun(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A class noun, and the kinds of outlet (values of `OutletKind`) that it goes with."""

    forms: tuple[str, ...]
    kinds: tuple[str, ...]
    """Those it announces: behind it a common word is a name."""
    allows: tuple[str, ...]
    """Those it may also stand before, though it announces nothing («موقع» before a newspaper's name)."""


class OutletWord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A word beside an outlet's name."""

    forms: tuple[str, ...]


class OutletNouns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands before a name (`noun`), ends it (`tail`), or tells its country (`nationality`)."""

    about: str
    source: str
    nationality: dict[str, OutletWord]
    """By ISO 3166-1 alpha-2 code in small letters."""
    noun: dict[str, OutletNoun]
    other: dict[str, OutletWord]
    """Words before a name that show it to be a place or an index: «هضبة الأناضول»."""
    tail: dict[str, OutletWord]


@cache
def outlet_nouns() -> OutletNouns:
    """Load the words around outlets' names.

    >>> outlet_nouns().noun["radio"].kinds
    ('radio',)
    """
    return load("outlet_nouns", OutletNouns)
