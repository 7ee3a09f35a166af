"""How stories grow: so many voices of a story spoke for the last time in so many hours.

A voice is a party, or the outlet that nobody stands behind; it counts once in a story however many of its
claims it makes, and copies add none. Counted by the hour as claims are written, a month of a large library is
summed up in milliseconds.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import datetime

from sqlalchemy import Connection, Integer, bindparam, delete, func, or_, select

from tawatur.store.inserting import insert_rows
from tawatur.store.moments import seconds
from tawatur.store.schema import growth, stories
from tawatur.store.sums import summed

_HOUR = 60 * 60
_GROWN = (
    select(growth.c.story, func.sum(growth.c.voices).label("grown"))
    .where(growth.c.hour >= bindparam("hour"))
    .group_by(growth.c.story)
    .order_by(func.sum(growth.c.voices).desc(), growth.c.story.desc())
    .limit(bindparam("limit", type_=Integer))
)


def replace_growth(
    connection: Connection, numbers: Collection[int], spoken: Iterable[tuple[int, tuple[str, str], int]]
) -> None:
    """Count the voices of stories anew; each is given with its story and when it spoke, as often as it did.

    What stories have absorbed is counted with them.
    """
    absorbed = select(stories.c.id).where(stories.c.merged_into.in_(numbers))
    connection.execute(delete(growth).where(or_(growth.c.story.in_(numbers), growth.c.story.in_(absorbed))))
    last: dict[tuple[int, tuple[str, str]], int] = {}
    for story, voice, moment in spoken:
        last[story, voice] = max(moment, last.get((story, voice), moment))
    counted = Counter((_hour(moment), story) for (story, _), moment in last.items())
    rows = [{"hour": hour, "story": story, "voices": n} for (hour, story), n in counted.items()]
    insert_rows(connection, growth, rows)


def most_grown(connection: Connection, *, since: datetime, limit: int) -> dict[int, int]:
    """Return how many voices spoke since then in the stories in which most did, the newer before the older.

    The whole hour in which `since` lies is included.
    """
    asked = {"hour": _hour(seconds(since)), "limit": limit}

    def found() -> dict[int, int]:
        return {int(row.story): int(row.grown) for row in connection.execute(_GROWN, asked)}

    return summed(connection, ("grown", *asked.values()), found)


def _hour(moment: int) -> int:
    return moment // _HOUR * _HOUR
