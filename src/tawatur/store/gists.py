"""The little that grouping and corroborating take of an article, as bytes that they alone understand."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, bindparam, or_, select, update

from tawatur.store.entry import ArticleEntry
from tawatur.store.inserting import insert_rows
from tawatur.store.schema import articles, families, gists, stories


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedGist:
    """An article's fingerprint, with its number and the names of the story and the family it is in."""

    article: int
    fingerprint: bytes
    story: str
    family: str | None


def insert_gists(connection: Connection, entries: Sequence[tuple[int, ArticleEntry]]) -> None:
    """Write the gists of articles, given by number."""
    insert_rows(
        connection,
        gists,
        [
            {"article": number, "fingerprint": entry.fingerprint, "stated": entry.stated}
            for number, entry in entries
        ],
    )


def gists_of(connection: Connection, numbers: Collection[int]) -> dict[int, tuple[bytes, bytes]]:
    """Return the fingerprints of articles and what they state, by number."""
    query = select(gists.c.article, gists.c.fingerprint, gists.c.stated).where(gists.c.article.in_(numbers))
    return {row[0]: (row[1], row[2]) for row in connection.execute(query)}


def unplaced(connection: Connection, numbers: Collection[int]) -> dict[int, bytes]:
    """Return the fingerprints of those articles that are in no story yet, by number."""
    query = (
        select(gists.c.article, gists.c.fingerprint)
        .join(articles, articles.c.id == gists.c.article)
        .where(articles.c.id.in_(numbers), articles.c.story.is_(None))
    )
    return {row[0]: row[1] for row in connection.execute(query)}


def replace_fingerprints(connection: Connection, found: Mapping[int, bytes]) -> None:
    """Write the fingerprints of articles anew, by number."""
    connection.execute(
        update(gists).where(gists.c.article == bindparam("number")).values(fingerprint=bindparam("taken")),
        [{"number": number, "taken": taken} for number, taken in found.items()],
    )


def replace_stated(connection: Connection, article: int, stated: bytes) -> None:
    """Write anew what an article states."""
    connection.execute(update(gists).where(gists.c.article == article).values(stated=stated))


def placed(connection: Connection, days: Collection[date]) -> tuple[PlacedGist, ...]:
    """Return every article of every story that has one on one of the days, or one without a day."""
    there = select(articles.c.story).where(or_(articles.c.day.in_(days), articles.c.day.is_(None)))
    rows = connection.execute(
        select(gists.c.article, gists.c.fingerprint, stories.c.name, families.c.name)
        .join(articles, articles.c.id == gists.c.article)
        .join(stories, stories.c.id == articles.c.story)
        .outerjoin(families, families.c.id == articles.c.family)
        .where(articles.c.story.in_(there))
    )
    return tuple(PlacedGist(article=row[0], fingerprint=row[1], story=row[2], family=row[3]) for row in rows)


def stated_in(connection: Connection, numbers: Collection[int]) -> dict[int, list[tuple[int, bytes]]]:
    """Return what the articles of stories state, by the story's number, the earliest article first.

    With each stands the number of its article.
    """
    rows = connection.execute(
        select(articles.c.story, articles.c.id, gists.c.stated)
        .join(gists, gists.c.article == articles.c.id)
        .where(articles.c.story.in_(numbers))
        .order_by(articles.c.story, articles.c.moment, articles.c.id)
    )
    found: dict[int, list[tuple[int, bytes]]] = {}
    for story, article, stated in rows:
        found.setdefault(story, []).append((article, stated))
    return found
