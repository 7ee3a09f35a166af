"""The words of bylines and author boxes."""

from functools import cache

import msgspec

from tawatur.lexicons.loading import load


class BylineWord(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The spellings of one word of bylines."""

    forms: tuple[str, ...]


class BylineLabels(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What announces an author (`label`), names their trade (`role`) and tells their life (`profile`)."""

    about: str
    source: str
    label: dict[str, BylineWord]
    role: dict[str, BylineWord]
    profile: dict[str, BylineWord]


@cache
def byline_labels() -> BylineLabels:
    """Return the bundled words of bylines."""
    return load("byline_labels", BylineLabels)
