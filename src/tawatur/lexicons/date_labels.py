"""The words beside a date that tell what happened on it."""

from functools import cache

import msgspec

from tawatur.lexicons.loading import load


class DateWord(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The spellings of one word of date lines."""

    forms: tuple[str, ...]


class AgoUnit(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A unit of "so long ago", in minutes; a dual holds its own number."""

    forms: tuple[str, ...]
    minutes: int
    dual: bool = False


class DateLabels(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words of date lines by what they tell."""

    about: str
    source: str
    published: dict[str, DateWord]
    updated: dict[str, DateWord]
    unrelated: dict[str, DateWord]
    companion: dict[str, DateWord]
    today: dict[str, DateWord]
    ago: dict[str, DateWord]
    unit: dict[str, AgoUnit]


@cache
def date_labels() -> DateLabels:
    """Return the bundled words of date lines."""
    return load("date_labels", DateLabels)
