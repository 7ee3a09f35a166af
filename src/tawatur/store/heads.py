"""Articles in lists: what a line about one shows, without its text."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, func, select

from tawatur.records.article import Place, Published
from tawatur.store.cursors import Listed, Part, listed, rows_of
from tawatur.store.moments import time_of
from tawatur.store.rows import AnyRow, published_of
from tawatur.store.schema import articles

# A line shows no more, whatever a page calls its title.
_LONGEST_TITLE = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleHead:
    """An article in a list. `moment` is what it sorts by: its publication, as far as that is known."""

    id: int
    name: str
    place: Place
    url: str | None
    outlet: str | None
    title: str | None
    published: Published | None
    moment: datetime
    story: int | None
    family: int | None


HEAD_COLUMNS = (
    articles.c.id,
    articles.c.name,
    articles.c.place,
    articles.c.url,
    articles.c.outlet,
    func.substr(articles.c.title, 1, _LONGEST_TITLE).label("title"),
    articles.c.published,
    articles.c.precision,
    articles.c.how,
    articles.c.moment,
    articles.c.story,
    articles.c.family,
)
_ORDER = (articles.c.moment, articles.c.id)


def latest_articles(connection: Connection, part: Part) -> Listed[ArticleHead]:
    """List every article, the newest first.

    Raises:
        CursorError: the part begins behind no cursor of this list.
    """
    return _listed(connection, select(*HEAD_COLUMNS), part)


def articles_of_outlet(connection: Connection, outlet: str, part: Part) -> Listed[ArticleHead]:
    """List the articles of one outlet, the newest first.

    Raises:
        CursorError: the part begins behind no cursor of this list.
    """
    return _listed(connection, select(*HEAD_COLUMNS).where(articles.c.outlet == outlet), part)


def articles_of_story(connection: Connection, story: int) -> tuple[ArticleHead, ...]:
    """Return the articles of a story, the earliest first."""
    rows = connection.execute(
        select(*HEAD_COLUMNS).where(articles.c.story == story).order_by(articles.c.moment, articles.c.id)
    )
    return tuple(map(head_of, rows))


def articles_of_family(connection: Connection, family: int) -> tuple[ArticleHead, ...]:
    """Return the articles that carry one text, the earliest first."""
    rows = connection.execute(
        select(*HEAD_COLUMNS).where(articles.c.family == family).order_by(articles.c.moment, articles.c.id)
    )
    return tuple(map(head_of, rows))


def heads(connection: Connection, numbers: tuple[int, ...]) -> dict[int, ArticleHead]:
    """Return articles by their numbers; unknown ones are left out."""
    rows = connection.execute(select(*HEAD_COLUMNS).where(articles.c.id.in_(numbers)))
    return {row.id: head_of(row) for row in rows}


def head_of(row: AnyRow) -> ArticleHead:
    """Return an article from its `HEAD_COLUMNS`."""
    return ArticleHead(
        id=row.id,
        name=row.name,
        place=Place(row.place),
        url=row.url,
        outlet=row.outlet,
        title=row.title,
        published=published_of(row),
        moment=time_of(row.moment),
        story=row.story,
        family=row.family,
    )


def _listed(connection: Connection, query: Select[Any], part: Part) -> Listed[ArticleHead]:
    rows = connection.execute(rows_of(query, part, _ORDER)).all()
    return listed(rows, part, ("moment", "id"), head_of)
