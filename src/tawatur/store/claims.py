"""The claims of stories, whole; what speaks in them is counted over time (`growth`)."""

from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    BindParameter,
    Connection,
    Integer,
    bindparam,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)

from tawatur.records.claim import Claim
from tawatur.store.entry import ClaimEntry
from tawatur.store.growth import replace_growth
from tawatur.store.inserting import insert_rows
from tawatur.store.members import insert_members
from tawatur.store.numbering import new_ids
from tawatur.store.packing import claim_if_current, form_of_claims, unpressed_claim
from tawatur.store.rows import AnyRow
from tawatur.store.schema import articles, claims, moved_claims, state, stories
from tawatur.store.search.index import put_claims


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredClaim:
    """A claim with the number of its story; its key stays when both grow, its number does not."""

    id: int
    story: int
    claim: Claim


_WHOLE = select(claims.c.id, claims.c.story, claims.c.record)
_OF_STORY = (
    _WHOLE.where(claims.c.story == bindparam("story"), claims.c.rank >= bindparam("skip"))
    .order_by(claims.c.rank)
    .limit(bindparam("limit", type_=Integer))
)
_OF_NUMBERS = _WHOLE.where(claims.c.id.in_(bindparam("numbers"))).order_by(claims.c.rank)
_OF_KEY = _WHOLE.where(claims.c.key == bindparam("key"))
_SUCCESSOR = select(moved_claims.c.successor).where(moved_claims.c.key == bindparam("key"))
_ALL = -1


def claims_under(connection: Connection, numbers: Collection[int]) -> dict[int, tuple[StoredClaim, ...]]:
    """Return the claims of stories and of those that each has absorbed, by the story's number.

    Those that another version kept in a form of its own are left out.
    """
    under = func.coalesce(stories.c.merged_into, stories.c.id)
    rows = connection.execute(
        select(under.label("under"), claims.c.id, claims.c.story, claims.c.record)
        .join(stories, stories.c.id == claims.c.story)
        .where(or_(stories.c.id.in_(numbers), stories.c.merged_into.in_(numbers)))
        .order_by(stories.c.id, claims.c.rank)
    )
    found: dict[int, list[StoredClaim]] = {}
    for row in rows:
        if (claim := claim_if_current(row.record)) is not None:
            found.setdefault(row.under, []).append(StoredClaim(id=row.id, story=row.story, claim=claim))
    return {number: tuple(listed) for number, listed in found.items()}


def replace_claims(connection: Connection, found: Mapping[int, Sequence[ClaimEntry | StoredClaim]]) -> None:
    """Write the claims of stories, by the story's number, over theirs and those of what they have absorbed.

    One of theirs that is found again stays as it is stored, whatever its rank is now. A story's
    origins are those of its first claim; its voices are counted anew.
    """
    ranked = [(story, rank, one) for story, listed in found.items() for rank, one in enumerate(listed)]
    kept = {one.id: rank for _, rank, one in ranked if isinstance(one, StoredClaim)}
    _delete_others(connection, found, kept)
    _rank_anew(connection, kept)
    fresh = [(story, rank, one) for story, rank, one in ranked if isinstance(one, ClaimEntry)]
    written = [(number, *one) for number, one in zip(new_ids(connection, claims), fresh, strict=False)]
    insert_rows(connection, claims, [_claim_row(*one) for one in written])
    put_claims(connection, ((number, one.stems) for number, *_, one in written))
    insert_members(connection, [(number, one.members) for number, *_, one in written])
    replace_growth(connection, found, _spoken(connection, found))
    first = [(story, _counted(one)) for story, rank, one in ranked if rank == 0]
    if first:
        connection.execute(
            update(stories)
            .where(stories.c.id == bindparam("story"))
            .values(origins_min=bindparam("least"), origins_max=bindparam("most")),
            [{"story": story, "least": one.origins_min, "most": one.origins_max} for story, one in first],
        )


def move_keys(connection: Connection, moved: Mapping[str, str]) -> None:
    """Let the keys of claims that have become part of others lead to those."""
    if moved:
        connection.execute(delete(moved_claims).where(moved_claims.c.key.in_(moved)))
        connection.execute(insert(moved_claims), [{"key": key, "successor": to} for key, to in moved.items()])


def claims_of_story(
    connection: Connection, story: int, *, limit: int = _ALL, skip: int = 0
) -> tuple[StoredClaim, ...]:
    """Return the claims of a story, those on most pages first: `limit` of them behind the first `skip`."""
    rows = connection.execute(_OF_STORY, {"story": story, "limit": limit, "skip": skip})
    return tuple(map(_stored, rows))


def claims_of_ids(connection: Connection, numbers: Collection[int]) -> tuple[StoredClaim, ...]:
    """Return claims by their own numbers, those on most pages first; unknown ones are left out."""
    rows = connection.execute(_OF_NUMBERS, {"numbers": tuple(numbers)})
    return tuple(map(_stored, rows))


def claim_of_key(connection: Connection, key: str) -> StoredClaim | None:
    """Return the claim that goes by a key, or that of the claim it has become part of.

    Raises:
        StoreError: another version kept it in a form of its own.
    """
    followed: set[str] = set()
    while key not in followed:
        followed.add(key)
        row = connection.execute(_OF_KEY, {"key": key}).first()
        if row is not None:
            return _stored(row)
        successor = connection.execute(_SUCCESSOR, {"key": key}).scalar()
        key = successor if successor is not None else key
    return None


def in_another_form(connection: Connection) -> tuple[int, ...]:
    """Return the stories with claims that another version kept in a form of its own, by going through all."""
    rows = connection.execute(select(claims.c.story, claims.c.record).order_by(claims.c.story))
    return tuple(dict.fromkeys(row.story for row in rows if claim_if_current(row.record) is None))


def claims_are_current(connection: Connection) -> bool:
    """Tell whether it is known that this version can read all claims of the library."""
    return connection.execute(select(state.c.claims_form)).scalar() == form_of_claims()


def mark_claims_current(connection: Connection) -> None:
    """Remember that this version can read all claims of the library."""
    made = connection.execute(update(state).values(claims_form=form_of_claims()))
    if not made.rowcount:
        connection.execute(insert(state).values(id=1, change=0, claims_form=form_of_claims()))


def _delete_others(connection: Connection, numbers: Collection[int], kept: Container[int]) -> None:
    """Delete the claims of stories and of what they have absorbed, save those that are kept."""
    absorbed = select(stories.c.id).where(stories.c.merged_into.in_(numbers))
    standing = connection.execute(
        select(claims.c.id).where(or_(claims.c.story.in_(numbers), claims.c.story.in_(absorbed)))
    )
    gone = [{"gone": number} for number in standing.scalars() if number not in kept]
    if gone:
        connection.execute(delete(claims).where(claims.c.id == bindparam("gone")), gone)


def _rank_anew(connection: Connection, ranks: Mapping[int, int]) -> None:
    """Write at which ranks claims stand now, by the claim's number."""
    ranked = [{"claim": number, "now": rank} for number, rank in ranks.items()]
    this = claims.c.id == bindparam("claim")
    now: BindParameter[int] = bindparam("now")
    if ranked:
        # No two of a story may bear one rank even for a moment: what moves steps aside first.
        aside = update(claims).where(this, claims.c.rank != now).values(rank=-1 - now)
        connection.execute(aside, ranked)
        connection.execute(update(claims).where(this, claims.c.rank < 0).values(rank=now), ranked)


def _counted(one: ClaimEntry | StoredClaim) -> ClaimEntry | Claim:
    return one.claim if isinstance(one, StoredClaim) else one


def _claim_row(number: int, story: int, rank: int, one: ClaimEntry) -> dict[str, Any]:
    return {
        "id": number,
        "key": one.key,
        "story": story,
        "rank": rank,
        "pages": one.pages,
        "origins_min": one.origins_min,
        "origins_max": one.origins_max,
        "denials": one.denials,
        "text": one.text,
        "record": one.record,
    }


def _stored(row: AnyRow) -> StoredClaim:
    return StoredClaim(id=row.id, story=row.story, claim=unpressed_claim(row.record))


def _spoken(
    connection: Connection, found: Mapping[int, Sequence[ClaimEntry | StoredClaim]]
) -> Iterator[tuple[int, tuple[str, str], int]]:
    """Yield the voices of stories, each with its story and when it first spoke of a claim."""
    origins = [
        (story, one) for story, listed in found.items() for claim in listed for one in _counted(claim).origins
    ]
    moments = _moments(connection, {chain.article for _, one in origins for chain in one.chains})
    for story, one in origins:
        voice = (one.party, one.first_outlet or "")
        yield story, voice, min(moments[chain.article] for chain in one.chains)


def _moments(connection: Connection, names: Collection[str]) -> dict[str, int]:
    rows = connection.execute(select(articles.c.name, articles.c.moment).where(articles.c.name.in_(names)))
    return {row.name: row.moment for row in rows}
