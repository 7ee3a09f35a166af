"""Ordinal numbers, as days of a month and hours are written."""

from functools import cache

import msgspec

from tawatur.lexicons.loading import load


class Ordinal(msgspec.Struct, frozen=True, kw_only=True):
    """One ordinal: its number and the ways it is written."""

    number: int
    forms: tuple[str, ...]


class Ordinals(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The ordinals by their Latin keys."""

    about: str
    source: str
    ordinal: dict[str, Ordinal]


@cache
def ordinals() -> Ordinals:
    """Return the bundled ordinals."""
    return load("ordinals", Ordinals)
