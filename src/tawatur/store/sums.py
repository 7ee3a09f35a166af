"""What is summed up of a whole library: found once for each state of it, and at hand until it changes."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine

from tawatur.store.numbering import last_change

T = TypeVar("T")
# Nobody asks for more between two changes; whoever goes through all outlets holds up none of them.
_MOST = 1_000


@dataclass(frozen=True, slots=True)
class _Held:
    change: int
    sums: dict[Hashable, object] = field(default_factory=dict)


_held: WeakKeyDictionary[Engine, _Held] = WeakKeyDictionary()


def summed(connection: Connection, name: Hashable, find: Callable[[], T]) -> T:
    """Return what `find` finds by going through many rows, found once as long as the library stays as it is.

    `name` stands for what is asked, whole: equal names get the same answer. It is for those that only
    read: what a transaction has written and not yet counted as a change is not seen here.
    """
    change = last_change(connection)
    held = _held.get(connection.engine)
    if held is None or held.change != change or len(held.sums) >= _MOST:
        held = _held[connection.engine] = _Held(change)
    if name not in held.sums:
        held.sums[name] = find()
    return held.sums[name]  # type: ignore[return-value]
