"""The JSON that `search` and `trace` print."""

from collections.abc import Iterable

from tawatur.exports.documents import Document, claim_document
from tawatur.store.claims import StoredClaim
from tawatur.store.heads import ArticleHead
from tawatur.store.search.highlight import Excerpt
from tawatur.store.search.results import Found, FoundArticle, FoundStatement


def articles_document(found: Found[FoundArticle], ignored: Iterable[str]) -> Document:
    """Return the articles found, as `tawatur search --json` prints them."""
    return {
        "total": found.total,
        "ignored": list(ignored),
        "articles": [
            _head(one.article) | {"title_marks": one.title.marks, "passage": _excerpt(one.passage)}
            for one in found.items
        ],
    }


def statements_document(found: Found[FoundStatement], ignored: Iterable[str]) -> Document:
    """Return the statements found, as `tawatur search --statements --json` prints them."""
    return {
        "total": found.total,
        "ignored": list(ignored),
        "statements": [
            {
                "article": _head(one.statement.article),
                "number": one.statement.number,
                "party": one.statement.party,
                "resolved": one.statement.attribution.resolved,
                "kind": one.statement.attribution.kind,
                "act": one.statement.attribution.act,
                "relays": one.statement.attribution.relays,
                "said": one.statement.moment.date(),
                "content": one.statement.attribution.content,
                "passage": _excerpt(one.passage),
            }
            for one in found.items
        ],
    }


def claims_document(found: Iterable[StoredClaim]) -> Document:
    """Return claims of the library, as `tawatur trace --json` prints them."""
    return {"claims": [{"id": one.id, "story": one.story} | claim_document(one.claim) for one in found]}


def _head(article: ArticleHead) -> Document:
    return {
        "id": article.name,
        "url": article.url,
        "outlet": article.outlet,
        "title": article.title,
        "published": article.published.value if article.published else None,
        "story": article.story,
    }


def _excerpt(excerpt: Excerpt) -> Document:
    return {"text": excerpt.text, "start": excerpt.start, "marks": excerpt.marks}
