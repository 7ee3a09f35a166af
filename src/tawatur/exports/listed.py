"""The JSON of what the library lists: articles, statements, stories, parties, outlets."""

from collections.abc import Iterable, Mapping

from tawatur.exports.documents import Document, article_document
from tawatur.outlets.directory import Directory
from tawatur.records.claim import Claim
from tawatur.records.read_page import ReadArticle
from tawatur.store.chief_claims import ChiefClaim
from tawatur.store.heads import ArticleHead
from tawatur.store.outlets import Named, OutletHead, OutletView
from tawatur.store.parties import PartyHead
from tawatur.store.revisions import Revision
from tawatur.store.sources import Source
from tawatur.store.statements import StatementView
from tawatur.store.stories import StoryHead, StoryView
from tawatur.stories.changes import Change


def head_document(article: ArticleHead) -> Document:
    """Return an article of a list; `number` is the library's, `id` its page's own."""
    return {
        "number": article.id,
        "id": article.name,
        "url": article.url,
        "outlet": article.outlet,
        "title": article.title,
        "published": article.published.value if article.published else None,
        "story": article.story,
    }


def whole_article_document(
    head: ArticleHead, read: ReadArticle, *, copies: Iterable[ArticleHead], revisions: Iterable[Revision]
) -> Document:
    """Return an article as `tawatur read --json` prints it, and where it belongs in the library."""
    return {
        "number": head.id,
        "story": head.story,
        "copies": [head_document(copy) for copy in copies],
        "revisions": [_revision(one) for one in revisions],
    } | article_document(read)


def revision_document(
    earlier: Revision, later_body: str, *, later: Revision | None, changes: Iterable[Change]
) -> Document:
    """Return an earlier text of an article and what the text that took its place changed in it.

    `later` is the revision of that text, `None` where it is the article's own.
    """
    return _revision(earlier) | {
        "article": earlier.article,
        "body": earlier.body,
        "later": None if later is None else later.number,
        "changes": [_change(one, earlier.body, later_body) for one in changes],
    }


def statement_document(statement: StatementView) -> Document:
    """Return one statement on its own: who said what, through whom, where it stands."""
    attribution = statement.attribution
    return {
        "article": head_document(statement.article),
        "number": statement.number,
        "party": statement.party,
        "resolved": attribution.resolved,
        "kind": attribution.kind,
        "act": attribution.act,
        "relays": attribution.relays,
        "said": statement.moment.date(),
        "content": attribution.content,
        "content_text": statement.content,
    }


def story_head_document(head: StoryHead, chief: ChiefClaim | None) -> Document:
    """Return a story of a list with the claim that stands for it, the one on most pages."""
    return {
        "number": head.id,
        "title": head.title,
        "first": head.first,
        "last": head.last,
        "articles": head.articles,
        "outlets": head.outlets,
        "chief_claim": None if chief is None else _chief(chief),
    }


def story_document(view: StoryView, chief: ChiefClaim | None) -> Document:
    """Return a story with its articles by time, the texts copied, and its claims in figures."""
    names = {head.id: head.name for head in view.articles}
    return {
        "story": story_head_document(view.head, chief),
        "articles": [head_document(article) for article in view.articles],
        "copies": [
            {"root": family.root, "articles": [names[number] for number in family.articles]}
            for family in view.families
        ],
        "claims": [_summary(stored.claim) for stored in view.claims],
    }


def party_document(head: PartyHead) -> Document:
    """Return a party of a list."""
    return {
        "number": head.id,
        "name": head.name,
        "kind": head.kind,
        "standing": head.standing,
        "statements": head.statements,
    }


def outlet_head_document(head: OutletHead, directory: Directory) -> Document:
    """Return an outlet of a list; what `directory` does not know goes by its id."""
    known = directory.by_id(head.outlet)
    return {
        "id": head.outlet,
        "name": known.name if known else head.outlet,
        "articles": head.articles,
        "first": head.first,
        "last": head.last,
    }


def outlet_document(view: OutletView, directory: Directory) -> Document:
    """Return an outlet's figures: whose texts it carries, whom it relays, who relays it."""
    named: Mapping[str, tuple[Named, ...]] = {
        "roots": view.roots,
        "relays": view.relays,
        "relayed_by": view.relayed_by,
    }
    return {
        "outlet": outlet_head_document(view.head, directory),
        "copied": view.copied,
    } | {
        name: [{"key": one.key, "name": one.name, "count": one.count} for one in listed]
        for name, listed in named.items()
    }


def source_document(source: Source) -> Document:
    """Return a source that is followed; `every` counts seconds."""
    return {
        "url": source.what.url,
        "kind": source.kind,
        "outlet": source.what.outlet,
        "title": source.what.title,
        "followed": source.followed,
        "due": source.due,
        "every": int(source.every.total_seconds()),
        "asked": source.asked,
        "seen": source.seen,
        "changed": source.changed,
        "articles": source.articles,
        "failures": source.failures,
        "reason": source.reason,
        "detail": source.detail,
    }


def _chief(chief: ChiefClaim) -> Document:
    return {
        "text": chief.text,
        "pages": chief.pages,
        "origins_min": chief.origins_min,
        "origins_max": chief.origins_max,
        "denials": chief.denials,
    }


def _summary(claim: Claim) -> Document:
    return {
        "key": claim.key,
        "text": claim.text,
        "pages": len(claim.pages),
        "origins_min": claim.origins_min,
        "origins_max": claim.origins_max,
        "denials": len(claim.denied_by),
    }


def _revision(revision: Revision) -> Document:
    return {
        "number": revision.number,
        "replaced": revision.replaced,
        "published": revision.published,
        "title": revision.title,
    }


def _change(change: Change, before: str, after: str) -> Document:
    return {
        "kind": change.kind,
        "before": change.original,
        "before_text": None if change.original is None else change.original.of(before),
        "after": change.copy,
        "after_text": None if change.copy is None else change.copy.of(after),
        "gone": change.gone,
        "new": change.new,
    }
