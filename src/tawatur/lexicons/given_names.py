"""Given names that show a described person to be named."""

from functools import cache

import msgspec

from tawatur.lexicons.loading import load


class Names(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Names of one origin."""

    forms: tuple[str, ...]


class GivenNames(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Given names and the words that link a name to a family, by where they come from."""

    about: str
    source: str
    name: dict[str, Names]


@cache
def given_names() -> GivenNames:
    """Return the bundled given names."""
    return load("given_names", GivenNames)
