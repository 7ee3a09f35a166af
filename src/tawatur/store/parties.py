"""Parties: who is quoted, each known by a key that its mentions share."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, insert, select, update

from tawatur.records.attribution import SourceKind
from tawatur.records.claim import Standing
from tawatur.store.cursors import InParts, Listed, Part, listed
from tawatur.store.entry import PartyMention
from tawatur.store.numbering import new_ids
from tawatur.store.rows import AnyRow
from tawatur.store.schema import parties


def party_ids(connection: Connection, mentions: Iterable[PartyMention]) -> dict[str, int]:
    """Return the number of each party by its key; a new party takes its first mention's name and kind."""
    mentioned: dict[str, PartyMention] = {}
    for mention in mentions:
        mentioned.setdefault(mention.key, mention)
    rows = connection.execute(select(parties.c.id, parties.c.key).where(parties.c.key.in_(mentioned)))
    known = {row.key: row.id for row in rows}
    fresh = [mention for key, mention in mentioned.items() if key not in known]
    if fresh:
        numbered = list(zip(new_ids(connection, parties), fresh, strict=False))
        connection.execute(
            insert(parties),
            [
                {"id": number, "key": new.key, "name": new.name, "kind": new.kind}
                | {"standing": new.standing, "statements": 0}
                for number, new in numbered
            ],
        )
        known |= {new.key: number for number, new in numbered}
    return known


def count_statements(connection: Connection, more: Iterable[int], fewer: Iterable[int] = ()) -> None:
    """Keep the count of each party's statements, one for each time its number is given."""
    counted = Counter(more)
    counted.subtract(fewer)
    changed = [{"party": party, "by": by} for party, by in counted.items() if by]
    if changed:
        connection.execute(
            update(parties)
            .where(parties.c.id == bindparam("party"))
            .values(statements=parties.c.statements + bindparam("by")),
            changed,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyHead:
    """A party in a list: the name it bore first, and how many statements of it the library holds.

    `key` is what its mentions share: an outlet's canonical id, else the stems of the name.
    """

    id: int
    key: str
    name: str
    kind: SourceKind
    standing: Standing
    statements: int


_OF_NUMBERS = select(parties).where(parties.c.id.in_(bindparam("numbers")))
_OF_KEYS = select(parties).where(parties.c.key.in_(bindparam("keys")))
_MOST_QUOTED = InParts(
    select(parties).where(parties.c.standing.in_((Standing.NAMED, Standing.OUTLET))),
    (parties.c.statements, parties.c.id),
)


def party_heads(connection: Connection, numbers: Collection[int]) -> dict[int, PartyHead]:
    """Return parties by their numbers; unknown ones are left out."""
    rows = connection.execute(_OF_NUMBERS, {"numbers": tuple(numbers)})
    return {row.id: _head(row) for row in rows}


def party_of_key(connection: Connection, key: str) -> PartyHead | None:
    """Return the party that a key stands for."""
    return parties_of_keys(connection, (key,)).get(key)


def parties_of_keys(connection: Connection, keys: Collection[str]) -> dict[str, PartyHead]:
    """Return the parties that keys stand for, by key; unknown ones are left out."""
    if not keys:
        return {}
    rows = connection.execute(_OF_KEYS, {"keys": tuple(keys)})
    return {row.key: _head(row) for row in rows}


def most_quoted(connection: Connection, part: Part) -> Listed[PartyHead]:
    """List the named parties, those with most statements first; a mere «source» or «report» is none.

    Raises:
        CursorError: the part begins behind no cursor of this list.
    """
    return listed(_MOST_QUOTED.rows(connection, part), part, ("statements", "id"), _head)


def _head(row: AnyRow) -> PartyHead:
    return PartyHead(
        id=row.id,
        key=row.key,
        name=row.name,
        kind=SourceKind(row.kind),
        standing=Standing(row.standing),
        statements=row.statements,
    )
