"""An article: its text, who says what in it, its copies and what they and later edits changed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from fastapi import APIRouter
from sqlalchemy import Connection
from starlette.responses import Response

from tawatur.api.answers import Number
from tawatur.pipeline import read_page
from tawatur.records.article import Article
from tawatur.records.page import Page, PageForm
from tawatur.records.read_page import ReadArticle
from tawatur.store.articles import read_articles
from tawatur.store.claim_lines import ClaimLine
from tawatur.store.fetches import withdrawn_at
from tawatur.store.heads import ArticleHead, articles_of_family, heads
from tawatur.store.members import claims_asserted
from tawatur.store.revisions import Revision, revisions_of
from tawatur.store.statements import parties_of_article
from tawatur.store.stories import StoryHead, story_heads
from tawatur.web.comparing import Comparison, compared, with_body
from tawatur.web.readings import ClaimPlace, Reading, reading
from tawatur.web.visit import Visit, Visiting, not_here

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One of two texts that are compared; `replaced` is when an edit took its place."""

    article: Article
    id: int
    replaced: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """Two texts of one article, and what the later one changed."""

    before: Version
    after: Version
    comparison: Comparison


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePage:
    """An article ready for its page."""

    id: int
    article: Article
    reading: Reading
    story: StoryHead | None
    copies: tuple[ArticleHead, ...]
    revisions: tuple[Revision, ...]
    withdrawn: datetime | None


@router.get("/{language}/article/{number}")
def article(visit: Visiting, number: Number) -> Response:
    """Show one article."""
    with visit.store.reading() as connection:
        read = read_articles(connection, [number]).get(number)
        if read is None:
            not_here()
        page = _article_page(connection, number, read, visit)
    return visit.show("article.html", view=page)


@router.get("/{language}/article/{number}/compare/{copy}")
def compare(visit: Visiting, number: Number, copy: Number) -> Response:
    """Show what an article changed in another that carries the same text."""
    with visit.store.reading() as connection:
        family = {head.family for head in heads(connection, (number, copy)).values()}
        read = read_articles(connection, [number, copy])
    if len(read) != 2 or len(family) != 1 or None in family:
        not_here()
    before, after = read[number], read[copy]
    versions = Versions(
        before=Version(article=before.article, id=number),
        after=Version(article=after.article, id=copy),
        comparison=compared(before, after, names=visit.names),
    )
    return visit.show("compare.html", view=versions)


@router.get("/{language}/article/{number}/revision/{revision}")
def revision(visit: Visiting, number: Number, revision: Number) -> Response:
    """Show what an edit changed in an article that had said something else before."""
    with visit.store.reading() as connection:
        read = read_articles(connection, [number]).get(number)
        known = {one.number: one for one in revisions_of(connection, number)}
    if read is None or revision not in known:
        not_here()
    earlier, later = known[revision], known.get(revision + 1)
    before = _read_again(earlier, read, visit)
    after = _read_again(later, read, visit) if later else read
    versions = Versions(
        before=Version(article=before.article, id=number, replaced=earlier.replaced),
        after=Version(article=after.article, id=number, replaced=later.replaced if later else None),
        comparison=compared(before, after, names=visit.names),
    )
    return visit.show("compare.html", view=versions)


def _read_again(revision: Revision, read: ReadArticle, visit: Visit) -> ReadArticle:
    """Return an article as it was; what was found in its earlier text is kept nowhere."""
    text = with_body(read, revision.body)
    text = replace(text, article=replace(text.article, title=revision.title))
    content = revision.body.encode("utf-8", "replace")
    page = read_page(
        Page(id=read.article.id, form=PageForm.ARTICLE, content=content, encoding="utf-8"),
        resources=visit.resources,
    )
    found = next((one for one in page.articles if one.article.body == revision.body), None)
    return replace(text, attributions=found.attributions) if found else text


def _article_page(connection: Connection, number: int, read: ReadArticle, visit: Visit) -> ArticlePage:
    head = heads(connection, (number,))[number]
    story = story_heads(connection, [head.story]).get(head.story) if head.story is not None else None
    family = articles_of_family(connection, head.family) if head.family is not None else ()
    return ArticlePage(
        id=number,
        article=read.article,
        reading=reading(
            read,
            places=_places(claims_asserted(connection, number), visit),
            parties=parties_of_article(connection, number),
        ),
        story=story,
        copies=tuple(copy for copy in family if copy.id != number),
        revisions=tuple(reversed(revisions_of(connection, number))),
        withdrawn=withdrawn_at(connection, read.article.url) if read.article.url else None,
    )


def _places(asserted: Mapping[int, ClaimLine], visit: Visit) -> dict[int, ClaimPlace]:
    return {
        attribution: ClaimPlace(
            pages=line.pages,
            origins_min=line.origins_min,
            origins_max=line.origins_max,
            address=visit.addresses.claim(line.key),
        )
        for attribution, line in asserted.items()
    }
