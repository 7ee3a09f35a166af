"""What went wrong, counted by day, source, step and reason."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sqlalchemy import Connection, delete, func, select
from sqlalchemy.dialects.sqlite import insert

from tawatur.store.schema import troubles

_KEPT = timedelta(days=90)


class Step(StrEnum):
    """What was being done."""

    VISIT = "visit"
    """Looking for what a source lists."""
    FETCH = "fetch"
    """Fetching a page."""
    READ = "read"
    """Reading it."""
    COLLECT = "collect"
    """Collecting as a whole, which broke off and was begun anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """How often one thing went wrong; `source` is a number, `None` where none is known."""

    source: int | None
    step: Step
    reason: str
    count: int = 1


def count_troubles(connection: Connection, met: Iterable[Trouble], *, day: date) -> None:
    """Add to the counts of a day."""
    for one in met:
        statement = insert(troubles).values(
            day=day.toordinal(), source=one.source or 0, step=one.step, reason=one.reason, count=one.count
        )
        connection.execute(
            statement.on_conflict_do_update(
                index_elements=["day", "source", "step", "reason"],
                set_={"count": troubles.c.count + one.count},
            )
        )


def troubles_since(connection: Connection, day: date) -> tuple[Trouble, ...]:
    """Return the sums of each source from a day on, the most frequent first."""
    number = func.sum(troubles.c.count)
    rows = connection.execute(
        select(troubles.c.source, troubles.c.step, troubles.c.reason, number.label("number"))
        .where(troubles.c.day >= day.toordinal())
        .group_by(troubles.c.source, troubles.c.step, troubles.c.reason)
        .order_by(number.desc(), troubles.c.source, troubles.c.step, troubles.c.reason)
    )
    return tuple(
        Trouble(source=row.source or None, step=Step(row.step), reason=row.reason, count=row.number)
        for row in rows
    )


def forget_old_troubles(connection: Connection, *, day: date) -> None:
    """Forget what is more than three months old."""
    connection.execute(delete(troubles).where(troubles.c.day < (day - _KEPT).toordinal()))
