"""Articles in lists: what a line about one shows, without its text."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, func, select

from tawatur.records.article import Place, Published
from tawatur.store.cursors import InParts, Listed, Part, listed
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
_PLACE = ("moment", "id")
_HEADS = select(*HEAD_COLUMNS)
_LATEST = InParts(_HEADS, (articles.c.moment, articles.c.id))
_OF_OUTLET = InParts(
    _HEADS.where(articles.c.outlet == bindparam("outlet")), (articles.c.moment, articles.c.id)
)
_OF_STORY = _HEADS.where(articles.c.story == bindparam("story")).order_by(articles.c.moment, articles.c.id)
_OF_FAMILY = _HEADS.where(articles.c.family == bindparam("family")).order_by(articles.c.moment, articles.c.id)
_OF_NUMBERS = _HEADS.where(articles.c.id.in_(bindparam("numbers")))


def latest_articles(connection: Connection, part: Part) -> Listed[ArticleHead]:
    """List every article, the newest first.

    Raises:
        CursorError: the part begins behind no cursor of this list.
    """
    return listed(_LATEST.rows(connection, part), part, _PLACE, head_of)


def articles_of_outlet(connection: Connection, outlet: str, part: Part) -> Listed[ArticleHead]:
    """List the articles of one outlet, the newest first.

    Raises:
        CursorError: the part begins behind no cursor of this list.
    """
    return listed(_OF_OUTLET.rows(connection, part, outlet=outlet), part, _PLACE, head_of)


def articles_of_story(connection: Connection, story: int) -> tuple[ArticleHead, ...]:
    """Return the articles of a story, the earliest first."""
    return tuple(map(head_of, connection.execute(_OF_STORY, {"story": story})))


def articles_of_family(connection: Connection, family: int) -> tuple[ArticleHead, ...]:
    """Return the articles that carry one text, the earliest first."""
    return tuple(map(head_of, connection.execute(_OF_FAMILY, {"family": family})))


def heads(connection: Connection, numbers: tuple[int, ...]) -> dict[int, ArticleHead]:
    """Return articles by their numbers; unknown ones are left out."""
    rows = connection.execute(_OF_NUMBERS, {"numbers": numbers})
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
