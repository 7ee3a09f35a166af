"""Stories: made, extended and merged by whoever groups; listed by what is new and what is growing.

A number once given keeps leading to its story, also after the story was merged into another.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, func, select

from tawatur.store.claims import StoredClaim, claims_of_story
from tawatur.store.cursors import InParts, Listed, Part, listed
from tawatur.store.growth import most_grown
from tawatur.store.heads import ArticleHead, articles_of_story
from tawatur.store.moments import time_of
from tawatur.store.rows import AnyRow
from tawatur.store.schema import articles, families, stories


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryHead:
    """A story in a list. The origins are those of its chief claim, the one on most pages."""

    id: int
    title: str
    first: datetime
    last: datetime
    articles: int
    pages: int
    outlets: tuple[str, ...]
    origins_min: int
    origins_max: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyView:
    """Articles of a story that carry one text, by their numbers, the earliest first."""

    id: int
    root: str | None
    articles: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView:
    """A story with all that belongs to it: its articles by time, its claims by pages, the texts copied."""

    head: StoryHead
    articles: tuple[ArticleHead, ...]
    families: tuple[FamilyView, ...]
    claims: tuple[StoredClaim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GrowingStory:
    """A story that grows: `origins` are those that first spoke since the time asked for."""

    head: StoryHead
    origins: int


_STANDING = select(*(column for column in stories.c if column.name != "outlets")).where(
    stories.c.merged_into.is_(None)
)
_LATEST = InParts(_STANDING, (stories.c.last, stories.c.id))
_OF_NUMBERS = _STANDING.where(stories.c.id.in_(bindparam("numbers")))
_MERGED_INTO = select(stories.c.merged_into).where(stories.c.id == bindparam("number"))
_OUTLETS = (
    select(articles.c.story, articles.c.outlet)
    .where(articles.c.story.in_(bindparam("numbers")), articles.c.outlet.is_not(None))
    .group_by(articles.c.story, articles.c.outlet)
    .order_by(articles.c.story, func.min(articles.c.moment), articles.c.outlet)
)
_FAMILIES = select(families.c.id, families.c.root).where(families.c.id.in_(bindparam("numbers")))


def latest_stories(connection: Connection, part: Part) -> Listed[StoryHead]:
    """List the stories, the one with the newest article first.

    Raises:
        CursorError: the part begins behind no cursor of this list.
    """
    rows = _LATEST.rows(connection, part)
    outlets = _outlets(connection, [row.id for row in rows])
    return listed(rows, part, ("last", "id"), lambda row: _head(row, outlets))


def growing_stories(connection: Connection, *, since: datetime, limit: int = 20) -> tuple[GrowingStory, ...]:
    """Return the stories in which most voices spoke since then, by the hour: copies make none grow."""
    grown = most_grown(connection, since=since, limit=limit)
    heads = story_heads(connection, tuple(grown))
    return tuple(
        GrowingStory(head=heads[number], origins=voices)
        for number, voices in grown.items()
        if number in heads
    )


def story_heads(connection: Connection, numbers: Sequence[int]) -> dict[int, StoryHead]:
    """Return stories by their numbers; unknown and merged ones are left out."""
    rows = connection.execute(_OF_NUMBERS, {"numbers": numbers}).all()
    outlets = _outlets(connection, [row.id for row in rows])
    return {row.id: _head(row, outlets) for row in rows}


def standing_story(connection: Connection, number: int) -> int | None:
    """Return the number under which a story stands today, `None` where there never was one of that number."""
    seen: set[int] = set()
    while number not in seen:
        seen.add(number)
        row = connection.execute(_MERGED_INTO, {"number": number}).first()
        if row is None or row.merged_into is None:
            return None if row is None else number
        number = row.merged_into
    return None


def story_view(connection: Connection, number: int) -> StoryView | None:
    """Return a story with its articles and claims, `None` where none stands under that number."""
    head = story_heads(connection, [number]).get(number)
    if head is None:
        return None
    members = articles_of_story(connection, number)
    return StoryView(
        head=head,
        articles=members,
        families=families_among(connection, members),
        claims=claims_of_story(connection, number),
    )


def count_stories(connection: Connection) -> int:
    """Count the stories."""
    counted = select(func.count()).select_from(stories).where(stories.c.merged_into.is_(None))
    return connection.execute(counted).scalar_one()


def _head(row: AnyRow, outlets: Mapping[int, tuple[str, ...]]) -> StoryHead:
    return StoryHead(
        id=row.id,
        title=row.title,
        first=time_of(row.first),
        last=time_of(row.last),
        articles=row.articles,
        pages=row.pages,
        outlets=outlets.get(row.id, ()),
        origins_min=row.origins_min,
        origins_max=row.origins_max,
    )


def _outlets(connection: Connection, numbers: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """Return the outlets of each story in the order in which they came to it."""
    rows = connection.execute(_OUTLETS, {"numbers": numbers})
    found: dict[int, tuple[str, ...]] = {}
    for story, outlet in rows:
        found[story] = (*found.get(story, ()), outlet)
    return found


def families_among(connection: Connection, members: Sequence[ArticleHead]) -> tuple[FamilyView, ...]:
    """Return the texts that articles carry, each with those that carry it."""
    carrying: dict[int, list[int]] = {}
    for member in members:
        if member.family is not None:
            carrying.setdefault(member.family, []).append(member.id)
    if not carrying:
        return ()
    rows = connection.execute(_FAMILIES, {"numbers": tuple(carrying)})
    roots = {row.id: row.root for row in rows}
    return tuple(
        FamilyView(id=number, root=roots[number], articles=tuple(articles_))
        for number, articles_ in carrying.items()
    )
