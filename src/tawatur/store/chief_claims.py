"""The chief claim of a story, the one on most pages: what stands for the story in a list."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select

from tawatur.store.schema import claims


@dataclass(frozen=True, slots=True, kw_only=True)
class ChiefClaim:
    """A claim in numbers; `denials` counts those who deny it."""

    text: str
    pages: int
    origins_min: int
    origins_max: int
    denials: int


_CHIEF = select(
    claims.c.story,
    claims.c.text,
    claims.c.pages,
    claims.c.origins_min,
    claims.c.origins_max,
    claims.c.denials,
).where(claims.c.story.in_(bindparam("stories")), claims.c.rank == 0)


def chief_claims(connection: Connection, stories: Collection[int]) -> dict[int, ChiefClaim]:
    """Return the chief claim of each story by the story's number; stories without claims are left out."""
    rows = connection.execute(_CHIEF, {"stories": tuple(stories)})
    return {
        row.story: ChiefClaim(
            text=row.text,
            pages=row.pages,
            origins_min=row.origins_min,
            origins_max=row.origins_max,
            denials=row.denials,
        )
        for row in rows
    }
