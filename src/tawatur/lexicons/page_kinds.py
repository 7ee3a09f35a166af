"""The sentences by which a page says that it carries no article."""

from functools import cache

import msgspec

from tawatur.lexicons.loading import load
from tawatur.records.refusal import RefusalReason


class PageMarker(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Sentences that give away one kind of page, and the reason to refuse it."""

    reason: RefusalReason
    forms: tuple[str, ...]


class PageKinds(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Kinds of page without an article, by their Latin keys."""

    about: str
    source: str
    marker: dict[str, PageMarker]


@cache
def page_kinds() -> PageKinds:
    """Return the bundled markers of pages without an article."""
    return load("page_kinds", PageKinds)
