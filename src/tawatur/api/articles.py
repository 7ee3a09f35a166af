"""Articles of the library."""

from typing import Annotated

from fastapi import APIRouter, Query
from sqlalchemy import Connection
from starlette.responses import Response

from tawatur.api.answers import Cursor, Limit, Number, answers
from tawatur.api.asking import Asked, Listing
from tawatur.api.shapes.articles import Articles, Revision, WholeArticle
from tawatur.exports.documents import Document
from tawatur.exports.listed import head_document, revision_document, whole_article_document
from tawatur.lexicons.abbreviations import abbreviations
from tawatur.store.articles import article_number, read_articles
from tawatur.store.cursors import Part
from tawatur.store.heads import articles_of_family, articles_of_outlet, heads, latest_articles
from tawatur.store.revisions import revisions_of
from tawatur.stories.changes import changes

router = APIRouter(tags=["articles"])


@router.get("/articles", response_model=Articles, responses=answers(404, 422, 503))
def list_articles(
    asked: Asked,
    outlet: Annotated[
        str | None, Query(max_length=500, description="only those of this outlet, by its id")
    ] = None,
    limit: Limit = 20,
    cursor: Cursor = None,
) -> Response:
    """List the articles, the newest first."""
    part = Part(limit=limit, after=cursor)

    def found(connection: Connection) -> Listing:
        listed = (
            latest_articles(connection, part)
            if outlet is None
            else articles_of_outlet(connection, outlet, part)
        )
        return Listing(
            document={"articles": [head_document(one) for one in listed.items]}, following=listed.following
        )

    return asked.answer(found)


@router.get("/articles/{number}", response_model=WholeArticle, responses=answers(404, 422, 503))
def get_article(asked: Asked, number: Number) -> Response:
    """Give one article with all that was found in it."""
    return asked.answer(lambda connection: _article(connection, number), missing="no article of that number")


@router.get("/articles/by-id/{id:path}", response_model=WholeArticle, responses=answers(404, 422, 503))
def get_article_by_id(asked: Asked, id: str) -> Response:  # noqa: A002 - the name of the field
    """Give the article of that id: claims and stories name their articles so."""

    def found(connection: Connection) -> Document | None:
        number = article_number(connection, id)
        return None if number is None else _article(connection, number)

    return asked.answer(found, missing="no article of that id")


@router.get(
    "/articles/{number}/revisions/{revision}", response_model=Revision, responses=answers(404, 422, 503)
)
def get_revision(asked: Asked, number: Number, revision: Number) -> Response:
    """Give an earlier text of an article, and what the text that took its place changed in it."""
    return asked.answer(
        lambda connection: _changed(connection, number, revision),
        missing="no article of that number, or it has no such earlier text",
    )


def _article(connection: Connection, number: int) -> Document | None:
    head = heads(connection, (number,)).get(number)
    if head is None:
        return None
    family = articles_of_family(connection, head.family) if head.family is not None else ()
    return whole_article_document(
        head,
        read_articles(connection, [number])[number],
        copies=(copy for copy in family if copy.id != number),
        revisions=revisions_of(connection, number),
    )


def _changed(connection: Connection, number: int, revision: int) -> Document | None:
    known = {one.number: one for one in revisions_of(connection, number)}
    if revision not in known:
        return None
    earlier, later = known[revision], known.get(revision + 1)
    body = later.body if later else read_articles(connection, [number])[number].article.body
    found = changes(earlier.body, body, abbreviations=abbreviations())
    return revision_document(earlier, body, later=later, changes=found)
