"""Search: the query language of the library, and its filters as parameters."""

from collections.abc import Iterable, Sized
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, BeforeValidator, Field
from sqlalchemy import Connection
from starlette.responses import Response

from tawatur.api.answers import CURSOR_PATTERN, Limit, answers
from tawatur.api.asking import Asked, Listing
from tawatur.api.shapes.found import FoundArticles, FoundClaims, FoundStatements
from tawatur.errors import CursorError
from tawatur.exports.documents import Document
from tawatur.exports.found import articles_document, statements_document, stored_claim_document
from tawatur.records.attribution import Act, SourceKind
from tawatur.store.cursors import cursor_of, place_of
from tawatur.store.search.articles import search_articles
from tawatur.store.search.claims import claims_saying
from tawatur.store.search.filters import Filters, read_filter
from tawatur.store.search.query import Query as SearchQuery
from tawatur.store.search.query import parse
from tawatur.store.search.results import Order, Shown
from tawatur.store.search.statements import search_statements

router = APIRouter(prefix="/search", tags=["search"])

# Nobody turns further; behind it a query asks for less.
_DEEPEST = 4000
_LONGEST = 500
_MOST_VALUES = 20
_Word = Annotated[str, Field(max_length=_LONGEST)]
_Words = Annotated[list[_Word], Field(max_length=_MOST_VALUES)]
# Days alone: pydantic would take seconds since 1970 for one too.
_Day = Annotated[date, BeforeValidator(date.fromisoformat)]
_Story = Annotated[int, Field(ge=1, lt=1 << 63)]


class Wanted(BaseModel):
    """What is looked for; of several values of one filter any will do."""

    q: str = Field(
        "", max_length=_LONGEST, description="words, as docs/search.md tells", examples=["وزارة الصحة"]
    )
    source: _Words = Field([], description="who said it: words of the name, or the number of a party")
    relay: _Words = Field([], description="the outlet it came through, by name or id")
    outlet: _Words = Field([], description="the outlet that published it, by name or id")
    kind: list[SourceKind] = Field([], max_length=_MOST_VALUES, description="what sort of party said it")
    act: list[Act] = Field([], max_length=_MOST_VALUES, description="what was done by saying it")
    story: list[_Story] = Field([], max_length=_MOST_VALUES, description="the numbers of stories")
    after: _Day | None = Field(None, description="this day or later", examples=["2015-08-01"])
    before: _Day | None = Field(None, description="this day or earlier", examples=["2015-08-31"])
    order: Order = Field(Order.BEST, description="best: what fits the words best")
    limit: int = Field(20, ge=1, le=100, description="how many at most")
    cursor: str | None = Field(None, pattern=CURSOR_PATTERN, description="where to go on")

    def query(self) -> SearchQuery:
        """Return the words with the filters, typed and given."""
        given = Filters(
            relay=_filled(self.relay),
            outlet=_filled(self.outlet),
            kind=tuple(self.kind),
            act=tuple(self.act),
            story=tuple(self.story),
            after=self.after,
            before=self.before,
        )
        for value in self.source:
            given = given.and_also(read_filter("source", value) or Filters())
        return parse(self.q).filtered(given)

    def shown(self) -> Shown:
        """Return which of the results are asked for.

        Raises:
            CursorError: the cursor is none of a search.
        """
        skip = 0 if self.cursor is None else place_of(self.cursor, 1)[0]
        if not 0 <= skip <= _DEEPEST:
            raise CursorError("that cursor is none of a search")
        return Shown(limit=self.limit, skip=skip, order=self.order)


@router.get("/articles", response_model=FoundArticles, responses=answers(404, 422, 503))
def find_articles(asked: Asked, wanted: Annotated[Wanted, Query()]) -> Response:
    """Find articles; filters of statements ask for articles that hold such a statement."""
    query, shown = wanted.query(), wanted.shown()

    def found(connection: Connection) -> Listing:
        results = search_articles(connection, query, shown, outlets=asked.outlets)
        return _listing(articles_document(results, query.ignored), results.items, shown)

    return asked.answer(found)


@router.get("/statements", response_model=FoundStatements, responses=answers(404, 422, 503))
def find_statements(asked: Asked, wanted: Annotated[Wanted, Query()]) -> Response:
    """Find what was said."""
    query, shown = wanted.query(), wanted.shown()

    def found(connection: Connection) -> Listing:
        results = search_statements(connection, query, shown, outlets=asked.outlets)
        return _listing(statements_document(results, query.ignored), results.items, shown)

    return asked.answer(found)


@router.get("/claims", response_model=FoundClaims, responses=answers(422, 503))
def find_claims(
    asked: Asked,
    text: Annotated[str, Query(max_length=_LONGEST, description="a sentence, or its telling words")],
    limit: Limit = 5,
) -> Response:
    """Find the claims that say what a text says, the likest first."""

    def found(connection: Connection) -> Document:
        likest = claims_saying(connection, text, limit=limit)
        return {"claims": [stored_claim_document(one.stored) | {"share": one.share} for one in likest]}

    return asked.answer(found)


def _listing(document: Document, items: Sized, shown: Shown) -> Listing:
    reached = shown.skip + len(items)
    more = len(items) == shown.limit and reached < min(document["total"], _DEEPEST)
    return Listing(document=document, following=cursor_of((reached,)) if more else None)


def _filled(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(value.strip() for value in values if value.strip())
