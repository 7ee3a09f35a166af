"""The JSON that `search` and `trace` print."""

from collections.abc import Iterable

from tawatur.exports.documents import Document, claim_document
from tawatur.exports.listed import head_document, statement_document
from tawatur.store.claims import StoredClaim
from tawatur.store.search.highlight import Excerpt
from tawatur.store.search.results import Found, FoundArticle, FoundStatement


def articles_document(found: Found[FoundArticle], ignored: Iterable[str]) -> Document:
    """Return the articles found, as `tawatur search --json` prints them."""
    return {
        "total": found.total,
        "ignored": list(ignored),
        "articles": [
            head_document(one.article) | {"title_marks": one.title.marks, "passage": _excerpt(one.passage)}
            for one in found.items
        ],
    }


def statements_document(found: Found[FoundStatement], ignored: Iterable[str]) -> Document:
    """Return the statements found, as `tawatur search --statements --json` prints them."""
    return {
        "total": found.total,
        "ignored": list(ignored),
        "statements": [
            statement_document(one.statement) | {"passage": _excerpt(one.passage)} for one in found.items
        ],
    }


def claims_document(found: Iterable[StoredClaim]) -> Document:
    """Return claims of the library, as `tawatur trace --json` prints them."""
    return {"claims": [stored_claim_document(one) for one in found]}


def stored_claim_document(stored: StoredClaim) -> Document:
    """Return one claim of the library with the number of its story."""
    return {"id": stored.id, "story": stored.story} | claim_document(stored.claim)


def _excerpt(excerpt: Excerpt) -> Document:
    return {"text": excerpt.text, "start": excerpt.start, "marks": excerpt.marks}
