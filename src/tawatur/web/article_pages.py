"""An article: its text, who says what in it, its copies and what became of it."""

from dataclasses import dataclass

from fastapi import APIRouter
from sqlalchemy import Connection
from starlette.responses import Response

from tawatur.records.article import Article
from tawatur.records.read_page import ReadArticle
from tawatur.store.articles import read_articles
from tawatur.store.claims import StoredClaim, claims_of_story
from tawatur.store.diffs import EditedSentence, edited
from tawatur.store.heads import ArticleHead, articles_of_family, heads
from tawatur.store.revisions import Revision, revisions_of
from tawatur.store.statements import parties_of_article
from tawatur.store.stories import StoryHead, story_heads
from tawatur.web.readings import ClaimPlace, Reading, claim_places, reading
from tawatur.web.visit import Visit, Visiting, not_here

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """An earlier text of an article beside the one that took its place."""

    revision: Revision
    sentences: tuple[EditedSentence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePage:
    """An article ready for its page."""

    article: Article
    reading: Reading
    story: StoryHead | None
    copies: tuple[ArticleHead, ...]
    changes: tuple[Change, ...]


@router.get("/{language}/article/{number}")
def article(visit: Visiting, number: int) -> Response:
    """Show one article."""
    with visit.store.reading() as connection:
        read = read_articles(connection, [number]).get(number)
        if read is None:
            not_here()
        page = _article_page(connection, number, read, visit)
    return visit.show("article.html", view=page)


def _article_page(connection: Connection, number: int, read: ReadArticle, visit: Visit) -> ArticlePage:
    head = heads(connection, (number,))[number]
    story = story_heads(connection, [head.story]).get(head.story) if head.story is not None else None
    claims = claims_of_story(connection, story.id) if story else ()
    family = articles_of_family(connection, head.family) if head.family is not None else ()
    places = _places(read, claims, visit)
    return ArticlePage(
        article=read.article,
        reading=reading(read, places=places, parties=parties_of_article(connection, number)),
        story=story,
        copies=tuple(copy for copy in family if copy.id != number),
        changes=_changes(revisions_of(connection, number), read.article.body),
    )


def _places(read: ReadArticle, claims: tuple[StoredClaim, ...], visit: Visit) -> dict[int, ClaimPlace]:
    addresses = [f"{visit.addresses.story(stored.story)}#claim-{stored.claim.key}" for stored in claims]
    return claim_places(read.article.id, [stored.claim for stored in claims], addresses)


def _changes(revisions: tuple[Revision, ...], body: str) -> tuple[Change, ...]:
    """Set each earlier text beside the next, the newest change first."""
    texts = [*(revision.body for revision in revisions), body]
    changes = [
        Change(revision=revision, sentences=edited(revision.body, after))
        for revision, after in zip(revisions, texts[1:], strict=True)
    ]
    return tuple(reversed(changes))
