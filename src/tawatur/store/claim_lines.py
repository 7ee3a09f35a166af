"""Claims in lists: what a line about one shows, without its origins and chains."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Integer, Select, bindparam, func, or_, select

from tawatur.store.rows import AnyRow
from tawatur.store.schema import claims


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLine:
    """A claim in a list; `number` is its place among the claims of its story, from 1."""

    id: int
    number: int
    key: str
    text: str
    pages: int
    origins_min: int
    origins_max: int
    denials: int


LINE = (
    claims.c.id,
    (claims.c.rank + 1).label("number"),
    claims.c.key,
    claims.c.text,
    claims.c.pages,
    claims.c.origins_min,
    claims.c.origins_max,
    claims.c.denials,
)
_SHARED = or_(claims.c.pages > 1, claims.c.denials > 0)
_OF_STORY = (
    select(*LINE)
    .where(claims.c.story == bindparam("story"))
    .order_by(claims.c.rank)
    .limit(bindparam("limit", type_=Integer))
)
_BEHIND = _OF_STORY.where(claims.c.rank >= bindparam("skip"))
_SHARED_LINES, _LONE_LINES = _OF_STORY.where(_SHARED), _OF_STORY.where(~_SHARED)
_COUNT = select(func.count().filter(_SHARED), func.count()).where(claims.c.story == bindparam("story"))
_NUMBERS = select(claims.c.key, claims.c.rank).where(
    claims.c.key.in_(bindparam("keys")), claims.c.story == bindparam("story")
)


def claim_lines(connection: Connection, story: int, *, limit: int, skip: int = 0) -> tuple[ClaimLine, ...]:
    """Return `limit` claims of a story behind the first `skip`, those on most pages first."""
    return _lines(connection, _BEHIND, story=story, limit=limit, skip=skip)


def shared_lines(connection: Connection, story: int, *, limit: int) -> tuple[ClaimLine, ...]:
    """Return the first claims of a story that more than one page carries or somebody denies."""
    return _lines(connection, _SHARED_LINES, story=story, limit=limit)


def lone_lines(connection: Connection, story: int, *, limit: int) -> tuple[ClaimLine, ...]:
    """Return the first claims of a story that one page alone carries, undenied."""
    return _lines(connection, _LONE_LINES, story=story, limit=limit)


def count_claims(connection: Connection, story: int) -> tuple[int, int]:
    """Count the claims of a story that more than one page carries or somebody denies, and the others."""
    row = connection.execute(_COUNT, {"story": story}).one()
    return row[0], row[1] - row[0]


def claim_numbers(connection: Connection, story: int, keys: Collection[str]) -> dict[str, int]:
    """Return the numbers of claims by their keys; those that are not of the story are left out."""
    if not keys:
        return {}
    rows = connection.execute(_NUMBERS, {"keys": tuple(keys), "story": story})
    return {row.key: row.rank + 1 for row in rows}


def _lines(connection: Connection, which: Select[Any], **values: int) -> tuple[ClaimLine, ...]:
    return tuple(map(line_of, connection.execute(which, values)))


def line_of(row: AnyRow) -> ClaimLine:
    """Return a claim from its columns, those of `LINE`."""
    return ClaimLine(
        id=row.id,
        number=row.number,
        key=row.key,
        text=row.text,
        pages=row.pages,
        origins_min=row.origins_min,
        origins_max=row.origins_max,
        denials=row.denials,
    )
