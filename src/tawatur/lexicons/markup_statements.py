"""The names under which a page's markup states what its article is."""

from functools import cache

import msgspec

from tawatur.lexicons.loading import load


class Names(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Names of one statement, in order of trust."""

    forms: tuple[str, ...]


class MarkupStatements(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Names of `meta` elements by what they state, and types of schema.org that are or frame an article."""

    about: str
    source: str
    meta: dict[str, Names]
    schema: dict[str, Names]


@cache
def markup_statements() -> MarkupStatements:
    """Return the bundled names of statements."""
    return load("markup_statements", MarkupStatements)
