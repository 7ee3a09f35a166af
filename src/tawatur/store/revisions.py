"""Silent edits: what an article said before, and what has become of it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, func, insert, select

from tawatur.records.article import Article
from tawatur.store.moments import time_of
from tawatur.store.schema import revisions


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """An earlier text of an article: the first is number 1. `replaced` is when another text was found."""

    article: int
    number: int
    replaced: datetime
    published: str | None
    title: str | None
    body: str


_OF_ARTICLE = select(revisions).where(revisions.c.article == bindparam("number")).order_by(revisions.c.number)


def insert_revision(connection: Connection, number: int, earlier: Article, now: int) -> None:
    """Keep the text that an article had until now."""
    last = connection.execute(
        select(func.max(revisions.c.number)).where(revisions.c.article == number)
    ).scalar()
    connection.execute(
        insert(revisions).values(
            article=number,
            number=(last or 0) + 1,
            replaced=now,
            published=earlier.published.value if earlier.published else None,
            title=earlier.title,
            body=earlier.body,
        )
    )


def revisions_of(connection: Connection, number: int) -> tuple[Revision, ...]:
    """Return the earlier texts of an article, the first one first."""
    rows = connection.execute(_OF_ARTICLE, {"number": number})
    return tuple(
        Revision(
            article=row.article,
            number=row.number,
            replaced=time_of(row.replaced),
            published=row.published,
            title=row.title,
            body=row.body,
        )
        for row in rows
    )
