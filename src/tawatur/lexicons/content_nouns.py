"""The nouns that open the content of a reporting verb."""

from functools import cache

import msgspec

from tawatur.lexicons.loading import load


class Nouns(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Nouns of one sort."""

    forms: tuple[str, ...]


class ContentNouns(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The nouns that open the content of a reporting verb, by their Latin keys."""

    about: str
    source: str
    noun: dict[str, Nouns]


@cache
def content_nouns() -> ContentNouns:
    """Return the bundled nouns that open the content of a reporting verb."""
    return load("content_nouns", ContentNouns)
