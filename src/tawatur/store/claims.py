"""The claims of stories, whole, with their origins beside them to be counted over time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from tawatur.records.claim import Claim, Origin
from tawatur.store.numbering import new_ids
from tawatur.store.packing import packed, storable, unpacked_claim
from tawatur.store.rows import AnyRow
from tawatur.store.schema import articles, claims, origins
from tawatur.store.search.index import put_claims


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredClaim:
    """A claim with its number; the number lasts until its story is corroborated again."""

    id: int
    story: int
    claim: Claim


def replace_claims(connection: Connection, found: Mapping[int, Sequence[Claim]]) -> None:
    """Write the claims of stories, by the story's number, over those they had."""
    connection.execute(delete(claims).where(claims.c.story.in_(found.keys())))
    numbered = zip(
        new_ids(connection, claims),
        ((story, rank, claim) for story, listed in found.items() for rank, claim in enumerate(listed)),
        strict=False,
    )
    written = [(number, story, rank, claim) for number, (story, rank, claim) in numbered]
    if not written:
        return
    connection.execute(
        insert(claims),
        [
            {
                "id": number,
                "story": story,
                "rank": rank,
                "pages": len(claim.pages),
                "origins_min": claim.origins_min,
                "origins_max": claim.origins_max,
                "denials": len(claim.denied_by),
                "text": storable(claim.text),
                "record": packed(claim),
            }
            for number, story, rank, claim in written
        ],
    )
    put_claims(connection, ((number, claim.text) for number, *_, claim in written))
    moments = _moments(connection, [claim for *_, claim in written])
    counted = [
        _origin_row(number, story, place, origin, moments)
        for number, story, _, claim in written
        for place, origin in enumerate(claim.origins)
    ]
    if counted:
        connection.execute(insert(origins), counted)


def claims_of_story(
    connection: Connection, story: int, *, limit: int | None = None
) -> tuple[StoredClaim, ...]:
    """Return the claims of a story, those on most pages first."""
    rows = connection.execute(
        select(claims).where(claims.c.story == story).order_by(claims.c.rank).limit(limit)
    )
    return tuple(map(_stored, rows))


def claim(connection: Connection, number: int) -> StoredClaim | None:
    """Return one claim."""
    row = connection.execute(select(claims).where(claims.c.id == number)).first()
    return None if row is None else _stored(row)


def _stored(row: AnyRow) -> StoredClaim:
    return StoredClaim(id=row.id, story=row.story, claim=unpacked_claim(row.record))


def _moments(connection: Connection, found: Sequence[Claim]) -> dict[str, int]:
    names = {chain.article for one in found for origin in one.origins for chain in origin.chains}
    rows = connection.execute(select(articles.c.name, articles.c.moment).where(articles.c.name.in_(names)))
    return {row.name: row.moment for row in rows}


def _origin_row(
    claim_number: int, story: int, place: int, origin: Origin, moments: Mapping[str, int]
) -> dict[str, Any]:
    return {
        "claim": claim_number,
        "number": place,
        "story": story,
        "moment": min(moments[chain.article] for chain in origin.chains),
        "party": origin.party,
        "first_outlet": origin.first_outlet,
    }
