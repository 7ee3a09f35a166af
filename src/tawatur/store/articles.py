"""Articles with what was found in them: written whole, read back as they were."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from tawatur.records.article import Article
from tawatur.records.attribution import Attribution
from tawatur.records.read_page import ReadArticle
from tawatur.store.entry import ArticleEntry
from tawatur.store.gists import insert_gists
from tawatur.store.inserting import insert_rows
from tawatur.store.moments import moment_of, moment_said
from tawatur.store.numbering import free_names, new_ids
from tawatur.store.packing import packed, unpacked_times
from tawatur.store.parties import count_statements, party_ids
from tawatur.store.rows import article_of, attribution_of
from tawatur.store.schema import articles, attributions, gists, pages, relays
from tawatur.store.search.document import article_words
from tawatur.store.search.index import put_articles, remove_articles

_WHOLE = select(articles, pages.c.name.label("page_name")).join(pages, pages.c.id == articles.c.page)
_OF_NUMBERS = _WHOLE.where(articles.c.id.in_(bindparam("numbers")))
_OF_NAMES = _WHOLE.where(articles.c.name.in_(bindparam("names")))
_OF_PAGE = _WHOLE.where(articles.c.page == bindparam("page")).order_by(articles.c.id)
_NUMBER = select(articles.c.id).where(articles.c.name == bindparam("name"))
_ATTRIBUTIONS = (
    select(attributions)
    .where(attributions.c.article.in_(bindparam("numbers")))
    .order_by(attributions.c.article, attributions.c.number)
)
_RELAYS = (
    select(relays)
    .where(relays.c.article.in_(bindparam("numbers")))
    .order_by(relays.c.article, relays.c.attribution, relays.c.number)
)


def insert_articles(
    connection: Connection, entries: Sequence[tuple[int, ArticleEntry]], *, now: int, change: int
) -> tuple[int, ...]:
    """Write articles the library does not hold, each with the number of its page; return their numbers."""
    if not entries:
        return ()
    numbers = new_ids(connection, articles)
    names = free_names(connection, articles.c.name, (entry.read.article.id for _, entry in entries))
    rows: list[dict[str, Any]] = [
        {"id": next(numbers), "page": page, "name": name, "first_seen": now}
        | {"updated": now, "change": change}
        | article_columns(entry.read, now)
        for name, (page, entry) in zip(names, entries, strict=True)
    ]
    connection.execute(insert(articles), rows)
    insert_gists(connection, [(row["id"], entry) for row, (_, entry) in zip(rows, entries, strict=True)])
    _insert_findings(
        connection,
        [(row["id"], row["moment"], entry) for row, (_, entry) in zip(rows, entries, strict=True)],
    )
    put_articles(
        connection, [(row["id"], entry.words) for row, (_, entry) in zip(rows, entries, strict=True)]
    )
    return tuple(row["id"] for row in rows)


def replace_article(connection: Connection, number: int, entry: ArticleEntry, *, change: int) -> None:
    """Write an article anew over the one that bears `number`; its name and when it was first seen stay."""
    seen = connection.execute(select(articles.c.first_seen).where(articles.c.id == number)).scalar_one()
    columns = article_columns(entry.read, seen) | {"change": change}
    remove_articles(connection, [(number, article_words(read_articles(connection, (number,))[number]))])
    connection.execute(update(articles).where(articles.c.id == number).values(columns))
    gone = select(attributions.c.party).where(
        attributions.c.article == number, attributions.c.party.is_not(None)
    )
    count_statements(connection, more=(), fewer=connection.execute(gone).scalars())
    for table in (relays, attributions, gists):
        connection.execute(delete(table).where(table.c.article == number))
    insert_gists(connection, [(number, entry)])
    _insert_findings(connection, [(number, columns["moment"], entry)])
    put_articles(connection, [(number, entry.words)])


def mark_updated(connection: Connection, numbers: Iterable[int], now: int) -> None:
    """Write down that the text of articles has changed."""
    connection.execute(update(articles).where(articles.c.id.in_(tuple(numbers))).values(updated=now))


def read_articles(connection: Connection, numbers: Sequence[int]) -> dict[int, ReadArticle]:
    """Return articles by their numbers, with all that was found in them; unknown numbers are left out."""
    found = _attributions_of(connection, numbers)
    rows = connection.execute(_OF_NUMBERS, {"numbers": numbers})
    return {
        row.id: ReadArticle(
            article=article_of(row), attributions=found.get(row.id, ()), times=unpacked_times(row.times)
        )
        for row in rows
    }


def article_number(connection: Connection, name: str) -> int | None:
    """Return the number of the article of that id."""
    return connection.execute(_NUMBER, {"name": name}).scalar()


def articles_by_name(connection: Connection, names: Iterable[str]) -> dict[str, Article]:
    """Return articles by their ids; unknown ids are left out."""
    rows = connection.execute(_OF_NAMES, {"names": tuple(names)})
    return {row.name: article_of(row) for row in rows}


def stories_of(connection: Connection, numbers: Collection[int]) -> set[int]:
    """Return the stories that articles are in."""
    query = select(articles.c.story).where(articles.c.id.in_(numbers), articles.c.story.is_not(None))
    return set(connection.execute(query).scalars())


def families_of(connection: Connection, numbers: Collection[int]) -> set[int]:
    """Return the families that articles are in."""
    query = select(articles.c.family).where(articles.c.id.in_(numbers), articles.c.family.is_not(None))
    return set(connection.execute(query).scalars())


def articles_of_page(connection: Connection, page: int) -> dict[int, Article]:
    """Return the articles of a page by their numbers, the main one first."""
    rows = connection.execute(_OF_PAGE, {"page": page})
    return {row.id: article_of(row) for row in rows}


def article_columns(read: ReadArticle, seen: int) -> dict[str, Any]:
    """Return an article's own columns: all that its page says of it."""
    article, published = read.article, read.article.published
    return {
        "place": article.place,
        "moment": moment_of(published, seen),
        "day": published.day if published else None,
        "outlet": article.outlet,
        "url": article.url,
        "title": article.title,
        "published": published.value if published else None,
        "precision": published.precision if published else None,
        "how": published.how if published else None,
        "byline": article.byline,
        "dateline": article.dateline,
        "credits": packed(article.credits),
        "body": article.body,
        "times": packed(read.times),
        "furniture": packed(article.furniture),
    }


def _insert_findings(connection: Connection, written: Sequence[tuple[int, int, ArticleEntry]]) -> None:
    """Write the attributions and relays of articles, given by number and moment."""
    ids = party_ids(connection, [party for *_, entry in written for party in entry.parties if party])
    found = [
        row for number, moment, entry in written for row in _attribution_rows(number, moment, entry, ids)
    ]
    carried = [row for number, _, entry in written for row in _relay_rows(number, entry)]
    insert_rows(connection, attributions, found)
    insert_rows(connection, relays, carried)
    count_statements(connection, [row["party"] for row in found if row["party"] is not None])


def _attribution_rows(
    article: int, moment: int, entry: ArticleEntry, parties: dict[str, int]
) -> Iterator[dict[str, Any]]:
    for number, (party, one) in enumerate(zip(entry.parties, entry.read.attributions, strict=True)):
        yield {
            "article": article,
            "number": number,
            "party": parties[party.key] if party else None,
            "moment": moment_said(one.said_at, moment),
            "kind": one.kind,
            "act": one.act,
            "direct": one.direct,
            "inside": one.inside,
            "cue_start": one.cue.start,
            "cue_end": one.cue.end,
            "source_start": one.source.start if one.source else None,
            "source_end": one.source.end if one.source else None,
            "content_start": one.content.start,
            "content_end": one.content.end,
            "resolved": one.resolved,
            "licence": one.licence,
            "said": one.said_at.value if one.said_at else None,
            "said_from": one.said_at.how if one.said_at else None,
        }


def _relay_rows(article: int, entry: ArticleEntry) -> Iterator[dict[str, Any]]:
    for attribution, (keys, one) in enumerate(zip(entry.relays, entry.read.attributions, strict=True)):
        for number, (key, name) in enumerate(zip(keys, one.relays, strict=True)):
            yield {"article": article, "attribution": attribution, "number": number, "key": key, "name": name}


def _attributions_of(connection: Connection, numbers: Sequence[int]) -> dict[int, tuple[Attribution, ...]]:
    carried: dict[tuple[int, int], list[str]] = {}
    for row in connection.execute(_RELAYS, {"numbers": numbers}):
        carried.setdefault((row.article, row.attribution), []).append(row.name)
    rows = connection.execute(_ATTRIBUTIONS, {"numbers": numbers})
    return {
        article: tuple(attribution_of(row, tuple(carried.get((article, row.number), ()))) for row in found)
        for article, found in groupby(rows, key=lambda row: int(row.article))
    }
