"""Whether a library is sound: what its file and its rows must fulfil, each in a check of its own.

A check returns one line for each thing that is wrong, the first twenty of its kind.
"""

from collections.abc import Callable
from typing import Any

from sqlalchemy import (
    CompoundSelect,
    Connection,
    Select,
    and_,
    column,
    func,
    not_,
    or_,
    select,
    table,
)

from tawatur.store.schema import HEAD, articles, attributions, claims, pages, parties, relays, stories
from tawatur.store.search.document import MOST_STATEMENTS
from tawatur.store.search.tables import article_words, claim_words, statement_words

Check = Callable[[Connection], tuple[str, ...]]
_MOST_LINES = 20


def _file(connection: Connection) -> tuple[str, ...]:
    lines = connection.exec_driver_sql(f"PRAGMA integrity_check({_MOST_LINES})").scalars().all()
    return () if lines == ["ok"] else tuple(lines)


def _revision(connection: Connection) -> tuple[str, ...]:
    found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    return () if found == HEAD else (f"the tables are of revision {found}, not {HEAD}",)


def _references(connection: Connection) -> tuple[str, ...]:
    rows = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchmany(_MOST_LINES)
    return tuple(f"{table}, row {row}: leads to no row of {other}" for table, row, other, _ in rows)


def _pages(connection: Connection) -> tuple[str, ...]:
    """Find pages that were read and have no article, or were refused and have one."""
    has_article = select(articles.c.id).where(articles.c.page == pages.c.id).exists()
    empty = and_(pages.c.reason.is_(None), not_(has_article))
    both = and_(pages.c.reason.is_not(None), has_article)
    return _lines(
        connection,
        select(pages.c.name).where(or_(empty, both)),
        "{0}: neither read nor refused, or both",
    )


def _relays(connection: Connection) -> tuple[str, ...]:
    carried = (
        select(attributions.c.number)
        .where(attributions.c.article == relays.c.article, attributions.c.number == relays.c.attribution)
        .exists()
    )
    return _lines(
        connection,
        select(relays.c.article, relays.c.attribution, relays.c.name).where(not_(carried)),
        "article {0}: a relay of attribution {1}, which is not there: {2}",
    )


def _spans(connection: Connection) -> tuple[str, ...]:
    beyond = func.max(attributions.c.content_end, attributions.c.cue_end) > func.length(articles.c.body)
    return _lines(
        connection,
        select(articles.c.name, attributions.c.number)
        .join(articles, articles.c.id == attributions.c.article)
        .where(beyond),
        "{0}: attribution {1} reaches beyond the text",
    )


def _counts(connection: Connection) -> tuple[str, ...]:
    """Find parties whose count of statements is not what it should be."""
    counted = (
        select(func.count()).where(attributions.c.party == parties.c.id).correlate(parties).scalar_subquery()
    )
    return _lines(
        connection,
        select(parties.c.name, parties.c.statements, counted).where(parties.c.statements != counted),
        "{0}: {1} statements are counted, {2} are there",
    )


def _stories(connection: Connection) -> tuple[str, ...]:
    """Find stories whose count of articles is wrong, or that were merged and still have some."""
    counted = (
        select(func.count()).where(articles.c.story == stories.c.id).correlate(stories).scalar_subquery()
    )
    merged = and_(stories.c.merged_into.is_not(None), counted > 0)
    miscounted = and_(stories.c.merged_into.is_(None), stories.c.articles != counted)
    return _lines(
        connection,
        select(stories.c.id, stories.c.articles, counted).where(or_(merged, miscounted)),
        "story {0}: {1} articles are counted, {2} are there",
    )


def _words(connection: Connection) -> tuple[str, ...]:
    """Find what the full-text tables lack, and what they hold of things that are gone."""
    place = attributions.c.article * MOST_STATEMENTS + attributions.c.number
    findable = attributions.c.number < MOST_STATEMENTS
    kinds = (
        ("article", article_words, select(articles.c.id)),
        ("statement", statement_words, select(place).where(findable)),
        ("claim", claim_words, select(claims.c.id)),
    )
    lines: list[str] = []
    for kind, words, there in kinds:
        # Which rows a full-text table holds is told by the table beside it that holds their lengths.
        held = select(table(f"{words.name}_docsize", column("id")).c.id)
        lines += _lines(connection, there.except_(held), f"{kind} {{0}}: cannot be searched")
        lines += _lines(connection, held.except_(there), f"{kind} {{0}}: is found, and is not there")
    return tuple(lines[:_MOST_LINES])


def _lines(connection: Connection, query: Select[Any] | CompoundSelect[Any], wording: str) -> tuple[str, ...]:
    return tuple(wording.format(*row) for row in connection.execute(query.limit(_MOST_LINES)))


CHECKS: dict[str, Check] = {
    "file": _file,
    "revision": _revision,
    "references": _references,
    "pages": _pages,
    "relays": _relays,
    "spans": _spans,
    "counts": _counts,
    "stories": _stories,
    "words": _words,
}
"""Every check by its name, the most basic first."""
