"""Searching statements: what was said, by whom, through whom."""

from collections.abc import Iterator, Sequence

from sqlalchemy import ColumnElement, Connection, FromClause, Integer, func, literal_column, select

from tawatur.outlets.directory import Directory
from tawatur.store.schema import articles, attributions
from tawatur.store.search.columns import CONTENT
from tawatur.store.search.conditions import (
    Numbers,
    between,
    matches,
    published_by,
    statement_match,
    statement_numbers,
)
from tawatur.store.search.document import MOST_STATEMENTS
from tawatur.store.search.highlight import Highlighter
from tawatur.store.search.index import statement_at
from tawatur.store.search.matching import excluded, expression
from tawatur.store.search.query import Query
from tawatur.store.search.results import MOST_RANKED, Found, FoundStatement, Order, Shown
from tawatur.store.search.tables import statement_words
from tawatur.store.statements import statements_at

# A word of the content counts twice in its very form; who spoke decides what is found, not how well it fits.
_BEST: ColumnElement[float] = literal_column("bm25(statement_words, 2.0, 1.0, 0.0, 0.0, 0.0)")
# The sign keeps the database from looking up the rows of a filter in the full-text table one by one.
_ROW: ColumnElement[int] = literal_column("+statement_words.rowid", Integer)
_PLACE = attributions.c.article * MOST_STATEMENTS + attributions.c.number
_DATED = statement_words.join(
    attributions,
    (attributions.c.article == statement_words.c.rowid // MOST_STATEMENTS)
    & (attributions.c.number == statement_words.c.rowid % MOST_STATEMENTS),
)


def search_statements(
    connection: Connection, query: Query, shown: Shown, *, outlets: Directory
) -> Found[FoundStatement]:
    """Find the statements whose content holds the words of a query.

    The days are those on which they were made, else on which they were published. Of more than 10,000
    those of the articles that came last into the library stand first, if not the newest are asked for.
    """
    rows = _rows(query, outlets, statement_words)
    total = connection.execute(select(func.count()).select_from(rows.subquery())).scalar_one()
    if not query.groups or shown.order is Order.NEWEST:
        dated = _rows(query, outlets, _DATED)
        ordered = dated.order_by(attributions.c.moment.desc(), _PLACE.desc())
    elif total > MOST_RANKED:
        ordered = rows.order_by(statement_words.c.rowid.desc())
    else:
        ordered = rows.order_by(_BEST, statement_words.c.rowid.desc())
    found = connection.execute(ordered.limit(shown.limit).offset(shown.skip)).scalars().all()
    return Found(items=tuple(_found(connection, found, query)), total=total)


def _rows(query: Query, outlets: Directory, source: FromClause) -> Numbers:
    """Return the rows of all statements that are asked for, in no order, from `source` where it suffices."""
    filters = query.filters
    wanted = (expression(query, CONTENT), statement_match(filters))
    words = " AND ".join(f"({part})" for part in wanted if part)
    conditions = [*between(attributions.c.moment, filters)]
    own = list(published_by(filters, outlets=outlets))
    if own:
        conditions.append(attributions.c.article.in_(select(articles.c.id).where(*own)))
    sets = tuple(statement_numbers(filters, outlets=outlets))
    if words:
        rows = select(statement_words.c.rowid).select_from(_DATED if conditions else source)
        rows = rows.where(matches(statement_words, words))
        place: ColumnElement[int] = _ROW
    else:
        rows = select(_PLACE)
        place = _PLACE
    rows = rows.where(*conditions, *(place.in_(numbers) for numbers in sets))
    unwanted = None if query.groups else excluded(query, CONTENT)
    if unwanted is not None:
        rows = rows.where(
            place.not_in(select(statement_words.c.rowid).where(matches(statement_words, unwanted)))
        )
    return rows


def _found(connection: Connection, rows: Sequence[int], query: Query) -> Iterator[FoundStatement]:
    places = [statement_at(row) for row in rows]
    known = statements_at(connection, places)
    highlighter = Highlighter(query)
    for place in places:
        yield FoundStatement(statement=known[place], passage=highlighter.passage(known[place].content))
