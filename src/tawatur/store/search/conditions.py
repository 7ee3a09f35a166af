"""Filters as conditions of the database, so that what does not meet them is never ranked."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import TypeAlias

from sqlalchemy import ColumnElement, Select, TableClause, literal_column, select

from tawatur.arabic.folding import folded
from tawatur.outlets.directory import Directory
from tawatur.store.moments import seconds
from tawatur.store.schema import articles, attributions, relays
from tawatur.store.search.columns import SOURCE
from tawatur.store.search.document import MOST_STATEMENTS
from tawatur.store.search.filters import Filters
from tawatur.store.search.matching import any_of, expression
from tawatur.store.search.query import Query, Term
from tawatur.store.search.terms import terms

Condition: TypeAlias = ColumnElement[bool]
Numbers: TypeAlias = Select[int]


def matches(words: TableClause, wanted: str) -> Condition:
    """Return that a row of the full-text table `words` is what FTS5 is to match."""
    return literal_column(words.name).op("MATCH", is_comparison=True)(wanted)


def published_by(filters: Filters, *, outlets: Directory) -> Iterator[Condition]:
    """Yield that an article is of the outlets and stories asked for."""
    if filters.outlet:
        yield articles.c.outlet.in_({key for name in filters.outlet for key in _keys(name, outlets)})
    if filters.story:
        yield articles.c.story.in_(filters.story)


def statement_numbers(filters: Filters, *, outlets: Directory) -> Iterator[Numbers]:
    """Yield the statements of the parties asked for, and those that came through the relays asked for."""
    if filters.party:
        row = attributions.c.article * MOST_STATEMENTS + attributions.c.number
        yield select(row).where(attributions.c.party.in_(filters.party))
    if filters.relay:
        row = relays.c.article * MOST_STATEMENTS + relays.c.attribution
        keys = {key for name in filters.relay for key in _keys(name, outlets)}
        yield select(row).where(relays.c.key.in_(keys))


def statement_match(filters: Filters) -> str | None:
    """Return what FTS5 is to match for the sources, acts and kinds asked for, `None` where none is."""
    names = tuple(Term(words=tuple(words), quoted=False) for name in filters.source if (words := terms(name)))
    wanted = [expression(Query(groups=(names,)), SOURCE)] if names else []
    wanted += [any_of(values, ("marks",)) for values in (filters.act, filters.kind) if values]
    return " AND ".join(filter(None, wanted)) or None


def between(moment: ColumnElement[int], filters: Filters) -> Iterator[Condition]:
    """Yield that a moment lies within the days asked for."""
    if filters.after is not None:
        yield moment >= _midnight(filters.after)
    if filters.before is not None and filters.before < date.max:
        yield moment < _midnight(filters.before + timedelta(days=1))


def _midnight(day: date) -> int:
    return seconds(datetime(day.year, day.month, day.day, tzinfo=UTC))


def _keys(name: str, outlets: Directory) -> Iterator[str]:
    """Yield by what an outlet may be known in the library: its canonical id, its host, a name given."""
    yield name
    yield folded(name)
    known = outlets.by_id(name) or outlets.by_name(name)
    if known is not None:
        yield known.id
