"""Records out of the columns they were written to."""

from functools import lru_cache
from typing import Any, TypeAlias

from sqlalchemy import Row

from tawatur.records.article import Article, Place, Precision, Published, PublishedFrom
from tawatur.records.attribution import Act, Attribution, Said, SaidFrom, SourceKind
from tawatur.records.span import Span
from tawatur.store.packing import unpacked_credits, unpacked_furniture

# The articles of a story and the lists of a day share their times.
_TIMES_REMEMBERED = 4096
AnyRow: TypeAlias = Row[*tuple[Any, ...]]
"""A row of whatever columns."""


def published_of(row: AnyRow) -> Published | None:
    """Return when an article was published, from its columns."""
    return None if row.published is None else _published(row.published, row.precision, row.how)


@lru_cache(_TIMES_REMEMBERED)
def _published(value: str, precision: str, how: str) -> Published:
    return Published(value=value, precision=Precision(precision), how=PublishedFrom(how))


def attribution_of(row: AnyRow, through: tuple[str, ...]) -> Attribution:
    """Return an attribution from its columns and the names of its relays."""
    return Attribution(
        cue=Span(row.cue_start, row.cue_end),
        source=None if row.source_start is None else Span(row.source_start, row.source_end),
        content=Span(row.content_start, row.content_end),
        resolved=row.resolved,
        kind=SourceKind(row.kind),
        relays=through,
        act=Act(row.act),
        direct=row.direct,
        inside=row.inside,
        licence=row.licence,
        said_at=None if row.said is None else Said(value=row.said, how=SaidFrom(row.said_from)),
    )


def article_of(row: AnyRow) -> Article:
    """Return an article from its columns and its page's name, `page_name`."""
    return Article(
        id=row.name,
        page=row.page_name,
        place=Place(row.place),
        url=row.url,
        outlet=row.outlet,
        title=row.title,
        published=published_of(row),
        byline=row.byline,
        dateline=row.dateline,
        credits=unpacked_credits(row.credits),
        body=row.body,
        furniture=unpacked_furniture(row.furniture),
    )
