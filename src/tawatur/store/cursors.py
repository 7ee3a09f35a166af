"""Lists in parts: each part ends with a cursor, from which the next one goes on.

A cursor names the last row that was shown, so nothing is told twice or left out however many
rows come before it meanwhile.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import msgspec
from sqlalchemy import ColumnElement, Connection, Integer, Select, bindparam, tuple_

from tawatur.errors import CursorError
from tawatur.store.rows import AnyRow

T = TypeVar("T")
_decoder = msgspec.msgpack.Decoder(tuple[int, ...])


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed(Generic[T]):
    """A part of a list; `following` is the cursor of the next part, `None` at the end."""

    items: tuple[T, ...]
    following: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Which part of a list is asked for: at most `limit` items, from behind the cursor `after` on."""

    limit: int = 20
    after: str | None = None


class InParts:
    """A query that is asked for in parts, the greatest of `order` first.

    To make its statement takes longer than to run it: each is made once.
    """

    def __init__(self, query: Select[Any], order: Sequence[ColumnElement[Any]]) -> None:
        self._places = [f"place_{number}" for number in range(len(order))]
        place = tuple_(*(bindparam(name, type_=Integer) for name in self._places))
        limit = bindparam("limit", type_=Integer)
        self._first = query.order_by(*(column.desc() for column in order)).limit(limit)
        self._further = self._first.where(tuple_(*order) < place)

    def rows(self, connection: Connection, part: Part, **values: object) -> Sequence[AnyRow]:
        """Return the rows of one part and one row more; `values` are those of the query's own parameters.

        Raises:
            CursorError: the cursor is none for a list in that order.
        """
        values["limit"] = part.limit + 1
        if part.after is None:
            return connection.execute(self._first, values).all()
        values |= zip(self._places, place_of(part.after, len(self._places)), strict=True)
        return connection.execute(self._further, values).all()


def listed(
    rows: Sequence[AnyRow], part: Part, names: Sequence[str], view: Callable[[AnyRow], T]
) -> Listed[T]:
    """Return the part of the list that `rows` hold; `names` are the columns of its order."""
    shown = rows[: part.limit]
    more = len(rows) > part.limit
    last = [getattr(shown[-1], name) for name in names] if more and shown else None
    return Listed(items=tuple(map(view, shown)), following=None if last is None else cursor_of(last))


def cursor_of(place: Sequence[int]) -> str:
    """Return the cursor that goes on from behind a place: the values by which a list is ordered there."""
    return urlsafe_b64encode(msgspec.msgpack.encode(place)).decode().rstrip("=")


def place_of(cursor: str, columns: int) -> tuple[int, ...]:
    """Return the place that a cursor of a list with so many columns of order stands for.

    Raises:
        CursorError: it is none of such a list.
    """
    try:
        place = _decoder.decode(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, msgspec.MsgspecError) as error:
        raise CursorError(f"{cursor[:40]!r} is no cursor") from error
    if len(place) != columns or not all(-(1 << 63) <= number < 1 << 63 for number in place):
        raise CursorError(f"{cursor[:40]!r} is no cursor of this list")
    return place
