"""Finding the claim that says what a text says."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, literal_column, select

from tawatur.arabic.words import light_stem
from tawatur.lexicons.common_words import common_words
from tawatur.store.claims import StoredClaim, claim, claims_of_story
from tawatur.store.schema import articles
from tawatur.store.search.conditions import matches
from tawatur.store.search.matching import any_of
from tawatur.store.search.tables import claim_words
from tawatur.store.search.terms import terms

# The rarest words of a text find its claim; each further one costs as much and tells less.
_MOST_WORDS = 24
_CANDIDATES = 50
# A claim says what a text says if it holds so much of what the words of the text tell.
_SAID = 0.5
_BEST: ColumnElement[float] = literal_column("bm25(claim_words)")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundClaim:
    """A claim, and how much of the text it says, up to 1: common words tell little, rare ones much."""

    stored: StoredClaim
    share: float


def claims_saying(connection: Connection, text: str, *, limit: int = 5) -> tuple[FoundClaim, ...]:
    """Find the claims that say what `text` says, the likest first; of equals the one that says least else."""
    asked = _telling(text)
    if not asked:
        return ()
    rarest = sorted(asked, key=lambda stem: -asked[stem])[:_MOST_WORDS]
    candidates = (
        select(claim_words.c.rowid)
        .where(matches(claim_words, any_of(rarest, ("stems",))))
        .order_by(_BEST)
        .limit(_CANDIDATES)
    )
    found = [
        (FoundClaim(stored=stored, share=share), size)
        for stored in _claims(connection, connection.execute(candidates).scalars().all())
        for share, size in [_share(asked, stored.claim.text)]
        if share >= _SAID
    ]
    found.sort(key=lambda pair: (-pair[0].share, pair[1]))
    return tuple(one for one, _ in found[:limit])


def claims_of_article(connection: Connection, name: str) -> tuple[StoredClaim, ...]:
    """Return the claims that the article of that id carries, those on most pages first."""
    story = connection.execute(select(articles.c.story).where(articles.c.name == name)).scalar()
    if story is None:
        return ()
    return tuple(
        stored
        for stored in claims_of_story(connection, story)
        if any(member.article == name for member in stored.claim.members)
    )


def _claims(connection: Connection, numbers: Sequence[int]) -> Iterator[StoredClaim]:
    for number in numbers:
        stored = claim(connection, number)
        if stored is not None:
            yield stored


def _telling(text: str) -> dict[str, float]:
    """Weigh the stems of a text by how few articles hold them."""
    shares = common_words()
    return {stem: -math.log(shares.share(light_stem(form))) for form, stem in terms(text)}


def _share(asked: dict[str, float], text: str) -> tuple[float, float]:
    """Return how much of what is asked a text says, and how much it says in all."""
    said = _telling(text)
    both = sum(weight for stem, weight in asked.items() if stem in said)
    return both / sum(asked.values()), sum(said.values())
