"""Searching articles."""

from collections.abc import Iterator, Sequence

from sqlalchemy import ColumnElement, Connection, Integer, bindparam, func, literal_column, select

from tawatur.outlets.directory import Directory
from tawatur.store.heads import HEAD_COLUMNS, head_of
from tawatur.store.schema import articles
from tawatur.store.search.columns import ARTICLE
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
from tawatur.store.search.matching import excluded, expression
from tawatur.store.search.query import Query
from tawatur.store.search.results import MOST_RANKED, Found, FoundArticle, Order, Shown
from tawatur.store.search.tables import article_words, statement_words

# What a word tells by where it stands: its form in the title and the body, its stem in either.
# In the title it counts as if it stood eight times, in its very form as if twice.
_BEST: ColumnElement[float] = literal_column("bm25(article_words, 16.0, 2.0, 8.0, 1.0)")
# The sign keeps the database from looking up the rows of a filter in the full-text table one by one.
_ROW: ColumnElement[int] = literal_column("+article_words.rowid", Integer)
_NEWEST = (articles.c.moment.desc(), articles.c.id.desc())
_WITH_BODIES = select(*HEAD_COLUMNS, articles.c.body).where(articles.c.id.in_(bindparam("numbers")))


def search_articles(
    connection: Connection, query: Query, shown: Shown, *, outlets: Directory
) -> Found[FoundArticle]:
    """Find the articles that a query asks for.

    Filters of statements ask for articles that hold such a statement; the days are those of publication.
    Of more than 10,000 those that came last into the library stand first, if not the newest are asked for.
    """
    rows = _rows(query, outlets)
    total = connection.execute(select(func.count()).select_from(rows.subquery())).scalar_one()
    if not query.groups:
        ordered = rows.order_by(*_NEWEST)
    elif shown.order is Order.NEWEST:
        ordered = select(articles.c.id).where(articles.c.id.in_(rows)).order_by(*_NEWEST)
    elif total > MOST_RANKED:
        ordered = rows.order_by(article_words.c.rowid.desc())
    else:
        ordered = rows.order_by(_BEST, article_words.c.rowid.desc())
    numbers = connection.execute(ordered.limit(shown.limit).offset(shown.skip)).scalars().all()
    return Found(items=tuple(_found(connection, numbers, query)), total=total)


def _rows(query: Query, outlets: Directory) -> Numbers:
    """Return the numbers of all articles that are asked for, in no order."""
    words, unwanted = expression(query, ARTICLE), excluded(query, ARTICLE)
    conditions = [*published_by(query.filters, outlets=outlets), *between(articles.c.moment, query.filters)]
    sets = tuple(_of_statements(query, outlets))
    if words is not None:
        if conditions:
            sets = (*sets, select(articles.c.id).where(*conditions))
        found = select(article_words.c.rowid).where(matches(article_words, words))
        return found.where(*(_ROW.in_(numbers) for numbers in sets))
    conditions += (articles.c.id.in_(numbers) for numbers in sets)
    if unwanted is not None:
        conditions.append(
            articles.c.id.not_in(select(article_words.c.rowid).where(matches(article_words, unwanted)))
        )
    return select(articles.c.id).where(*conditions)


def _of_statements(query: Query, outlets: Directory) -> Iterator[Numbers]:
    """Yield the articles of such statements as the filters ask for: one statement must meet them all."""
    sets = list(statement_numbers(query.filters, outlets=outlets))
    words = statement_match(query.filters)
    if words is not None:
        sets.append(select(statement_words.c.rowid).where(matches(statement_words, words)))
    if sets:
        first, *others = (numbers.subquery() for numbers in sets)
        row = first.c[0]
        yield select(row // MOST_STATEMENTS).where(*(row.in_(select(other.c[0])) for other in others))


def _found(connection: Connection, numbers: Sequence[int], query: Query) -> Iterator[FoundArticle]:
    known = {row.id: row for row in connection.execute(_WITH_BODIES, {"numbers": numbers})}
    highlighter = Highlighter(query)
    for number in numbers:
        head = head_of(known[number])
        yield FoundArticle(
            article=head,
            title=highlighter.whole(head.title or ""),
            passage=highlighter.passage(known[number].body),
        )
