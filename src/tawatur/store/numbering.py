"""Numbers and names for new rows: handed out by whoever holds the library's one lock for writing."""

from collections.abc import Iterable
from itertools import count

from sqlalchemy import Column, Connection, Table, func, insert, select, update

from tawatur.store.schema import state

_LAST_CHANGE = select(state.c.change)


def new_ids(connection: Connection, table: Table) -> "count[int]":
    """Count on from the greatest id of `table`; nobody else can take one while this transaction runs."""
    return count(1 + (connection.execute(select(func.max(table.c.id))).scalar() or 0))


def next_change(connection: Connection) -> int:
    """Give the change that this transaction makes to the library a number, and remember it."""
    number = last_change(connection) + 1
    made = connection.execute(update(state).values(change=number))
    if not made.rowcount:
        connection.execute(insert(state).values(id=1, change=number))
    return number


def last_change(connection: Connection) -> int:
    """Return the number of the last change: as long as it stays, so does all that is in the library."""
    return connection.execute(_LAST_CHANGE).scalar() or 0


def free_names(connection: Connection, column: "Column[str]", wanted: Iterable[str]) -> tuple[str, ...]:
    """Return a name for each one wanted, all of them new to `column`: a taken one becomes `NAME~2`."""
    wanted = tuple(wanted)
    taken = set(connection.execute(select(column).where(column.in_(wanted))).scalars())
    given: set[str] = set()
    names = []
    for name in wanted:
        free, numbers = name, count(2)
        while free in given or free in taken or (free != name and _is_taken(connection, column, free)):
            free = f"{name}~{next(numbers)}"
        given.add(free)
        names.append(free)
    return tuple(names)


def _is_taken(connection: Connection, column: "Column[str]", name: str) -> bool:
    return connection.execute(select(column).where(column == name)).first() is not None
