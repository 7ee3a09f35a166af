"""What the stories that changed claim now, under the keys their claims went by before."""

from collections.abc import Collection, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection

from tawatur.batches import uncollected
from tawatur.corroboration.keys import carry_keys
from tawatur.corroboration.statement import Stated
from tawatur.library.entries import unpacked_stated
from tawatur.library.writing import Writing
from tawatur.pipeline import Resources, claims_of, resources, state
from tawatur.records.claim import Claim
from tawatur.store.articles import read_articles
from tawatur.store.claims import (
    StoredClaim,
    claims_are_current,
    claims_under,
    in_another_form,
    mark_claims_current,
    move_keys,
    replace_claims,
)
from tawatur.store.entry import ClaimEntry, claim_entry
from tawatur.store.gists import replace_stated, stated_in
from tawatur.store.moments import seconds
from tawatur.store.numbering import next_change
from tawatur.store.packing import pressed
from tawatur.store.placing import standing_families, standing_numbers, standing_stories
from tawatur.store.store import Store

# The claims of so many stories are at hand at once.
_AT_ONCE = 256


def corroborate(writing: Writing, numbers: Collection[int], *, known: Resources) -> None:
    """Find the claims of stories anew and write them; a claim that goes on keeps its key.

    One that is what it was is left as it stands.
    """
    ordered = sorted(numbers)
    for start in range(0, len(ordered), _AT_ONCE):
        _corroborate(writing, ordered[start : start + _AT_ONCE], known)


def renew_claims(store: Store, *, further_outlets: tuple[Path, ...] = ()) -> None:
    """Make those claims anew that another version of Tawatur kept in a form of its own, if there are any.

    To be done before claims are read or written. Their stories are written a few at a time: whoever is
    interrupted goes on the next time.

    Raises:
        StoreError: the library cannot be written to.
    """
    with store.reading() as connection:
        if claims_are_current(connection):
            return
        numbers = in_another_form(connection)
    _corroborate_apart(store, numbers, resources(further_outlets))
    with store.writing() as connection:
        mark_claims_current(connection)


def corroborate_all(store: Store, *, known: Resources) -> None:
    """Find the claims of every story anew, a few stories at a time.

    Raises:
        StoreError: the library cannot be written to.
    """
    with store.reading() as connection:
        numbers = standing_numbers(connection)
    _corroborate_apart(store, numbers, known)


def _corroborate_apart(store: Store, numbers: Sequence[int], known: Resources) -> None:
    for start in range(0, len(numbers), _AT_ONCE):
        with store.writing() as connection, uncollected():
            writing = Writing(
                connection=connection, change=next_change(connection), now=seconds(datetime.now(UTC))
            )
            corroborate(writing, numbers[start : start + _AT_ONCE], known=known)


def _corroborate(writing: Writing, numbers: Collection[int], known: Resources) -> None:
    earlier = claims_under(writing.connection, numbers)
    found: dict[int, tuple[ClaimEntry | StoredClaim, ...]] = {}
    moved: dict[str, str] = {}
    for number, later in _claimed(writing.connection, numbers, known):
        before = earlier.get(number, ())
        carried = carry_keys([one.claim for one in before], later)
        standing = {one.claim.key: one for one in before if one.story == number}
        found[number] = tuple(_entry(claim, standing.get(claim.key)) for claim in carried.claims)
        moved |= carried.moved
    replace_claims(writing.connection, found)
    move_keys(writing.connection, moved)


def _entry(claim: Claim, standing: StoredClaim | None) -> ClaimEntry | StoredClaim:
    return standing if standing and standing.claim == claim else claim_entry(claim)


def _claimed(
    connection: Connection, numbers: Collection[int], known: Resources
) -> Iterator[tuple[int, tuple[Claim, ...]]]:
    stated = stated_in(connection, numbers)
    families = standing_families(connection, numbers)
    for number, story in standing_stories(connection, numbers).items():
        found = (_stated(connection, *one, known=known) for one in stated.get(number, ()))
        told = {one.article: one for one in found}
        yield number, claims_of(story, told, families.get(number, ()), resources=known)


def _stated(connection: Connection, article: int, stored: bytes, *, known: Resources) -> Stated:
    """Return what an article states, found anew where an earlier version kept it in a form of its own."""
    kept = unpacked_stated(stored)
    if kept is None:
        kept = state(read_articles(connection, (article,))[article], resources=known)
        replace_stated(connection, article, pressed(kept))
    return kept
