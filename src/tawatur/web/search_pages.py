"""Search: articles or single statements, with the filters as fields."""

from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field
from starlette.responses import Response

from tawatur.records.attribution import Act, SourceKind
from tawatur.store.search.articles import search_articles
from tawatur.store.search.filters import Filters, read_filter
from tawatur.store.search.query import Query as SearchQuery
from tawatur.store.search.query import parse
from tawatur.store.search.results import Found, FoundArticle, FoundStatement, Order, Shown
from tawatur.store.search.statements import search_statements
from tawatur.web.retold import Retold, retold_results
from tawatur.web.visit import Visit, Visiting

_RESULTS_A_PAGE = 10
# Nobody turns further; behind it a query asks for less.
_LAST_PAGE = 200
_LONGEST_QUERY = 500
_FILTERS = ("source", "relay", "outlet", "kind", "act", "after", "before")

router = APIRouter(include_in_schema=False)


class Sought(StrEnum):
    """What is looked for."""

    ARTICLES = "articles"
    STATEMENTS = "statements"


class Asked(BaseModel):
    """A search as the form asks it; a field left empty asks nothing."""

    q: str = Field("", max_length=_LONGEST_QUERY)
    sought: Sought = Sought.ARTICLES
    order: Order = Order.BEST
    source: str = Field("", max_length=_LONGEST_QUERY)
    relay: str = Field("", max_length=_LONGEST_QUERY)
    outlet: str = Field("", max_length=_LONGEST_QUERY)
    kind: str = Field("", max_length=_LONGEST_QUERY)
    act: str = Field("", max_length=_LONGEST_QUERY)
    after: str = Field("", max_length=_LONGEST_QUERY)
    before: str = Field("", max_length=_LONGEST_QUERY)
    page: int = Field(1, ge=1, le=_LAST_PAGE)

    @property
    def empty(self) -> bool:
        """Whether nothing is asked."""
        return not any(getattr(self, name).strip() for name in ("q", *_FILTERS))

    @property
    def narrowed(self) -> bool:
        """Whether more is asked than words."""
        return bool(self.model_dump(exclude_defaults=True).keys() - {"q", "page"})

    def filters(self) -> Filters:
        """Return the filters whose fields make sense."""
        found = Filters()
        for name in _FILTERS:
            found = found.and_also(read_filter(name, getattr(self, name)) or Filters())
        return found


@router.get("/{language}/search")
def search(visit: Visiting, asked: Annotated[Asked, Query()]) -> Response:
    """Show what a search finds, or how to ask where nothing is asked."""
    query = parse(asked.q)
    found = None if asked.empty else _found(visit, asked, query.filtered(asked.filters()))
    more = found is not None and found.total > asked.page * _RESULTS_A_PAGE and asked.page < _LAST_PAGE
    fields = {
        name: value for name, value in asked.model_dump(exclude_defaults=True).items() if name != "page"
    }
    return visit.show(
        "search.html",
        feeds=visit.addresses.feeds("search", **fields),
        asked=asked,
        filled={name: getattr(asked, name) for name in _FILTERS},
        found=found,
        results=_results(found) if found else (),
        ignored=query.ignored,
        acts=tuple(Act),
        kinds=tuple(SourceKind),
        next_address=visit.addresses.page("search", **fields, page=asked.page + 1) if more else None,
    )


def _found(visit: Visit, asked: Asked, query: SearchQuery) -> Found[FoundArticle] | Found[FoundStatement]:
    shown = Shown(limit=_RESULTS_A_PAGE, skip=(asked.page - 1) * _RESULTS_A_PAGE, order=asked.order)
    with visit.store.reading() as connection:
        if asked.sought is Sought.STATEMENTS:
            return search_statements(connection, query, shown, outlets=visit.resources.outlets)
        return search_articles(connection, query, shown, outlets=visit.resources.outlets)


def _results(
    found: Found[FoundArticle] | Found[FoundStatement],
) -> tuple[FoundArticle, ...] | tuple[Retold[FoundStatement], ...]:
    """Return results as they are listed: statements in the same words stand once."""
    articles = tuple(one for one in found.items if isinstance(one, FoundArticle))
    return articles or retold_results([one for one in found.items if isinstance(one, FoundStatement)])
