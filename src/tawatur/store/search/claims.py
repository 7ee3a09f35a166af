"""Finding the claim that says what a text says."""

import math
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, literal_column, select

from tawatur.arabic.words import light_stem
from tawatur.lexicons.common_words import common_words
from tawatur.store.claims import StoredClaim, claims_of_story
from tawatur.store.schema import articles, claims
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
    candidates = connection.execute(
        select(claims.c.id, claims.c.story, claims.c.text)
        .join(claim_words, claim_words.c.rowid == claims.c.id)
        .where(matches(claim_words, any_of(rarest, ("stems",))))
        .order_by(_BEST)
        .limit(_CANDIDATES)
    )
    said = [(*_share(asked, row.text), row) for row in candidates]
    found = sorted((one for one in said if one[0] >= _SAID), key=lambda one: (-one[0], one[1]))[:limit]
    return tuple(
        FoundClaim(stored=stored, share=share)
        for share, _, row in found
        for stored in claims_of_story(connection, row.story)
        if stored.id == row.id
    )


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


def _telling(text: str) -> dict[str, float]:
    """Weigh the stems of a text by how few articles hold them."""
    shares = common_words()
    return {stem: -math.log(shares.share(light_stem(form))) for form, stem in terms(text)}


def _share(asked: dict[str, float], text: str) -> tuple[float, float]:
    """Return how much of what is asked a text says, and how much it says in all."""
    said = _telling(text)
    both = sum(weight for stem, weight in asked.items() if stem in said)
    return both / sum(asked.values()), sum(said.values())
