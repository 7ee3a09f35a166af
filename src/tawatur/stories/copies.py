"""Copies: articles that carry one underlying text, shortened, re-titled or pasted into a round-up."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tawatur.arabic.folding import folded
from tawatur.lexicons.anonymous_credits import anonymous_credits
from tawatur.records.article import Article
from tawatur.records.copy_family import CopyFamily
from tawatur.stories.chronology import in_order
from tawatur.stories.linkage import linked
from tawatur.stories.shingles import Shared, sharing, shingles
from tawatur.stories.vocabulary import numbered

# Set on the story gold's 56 copies and 132 articles of the same story in other words
# (SaudiNewsNet, August 2015); the figures stand together, don't tune one alone.
# Two thirds of its weight shared by chance happens to no text of more than a dozen shingles.
_FEWEST_SHARED = 12
# Shared background and quoted statements reach half of a short article; copies lie above.
_CONTAINED = 0.53
# An edited copy of equal length keeps less, but both texts keep it.
_CONTAINED_IN_EDITED = 0.38
_JACCARD_OF_EDITED = 0.2
_FEWEST_SHARED_BY_EDITED = 40


def find_copies(articles: Sequence[Article]) -> tuple[CopyFamily, ...]:
    """Find the families of two articles or more that carry one underlying text, the earliest family first.

    The order of `articles` does not matter. An article without three words has no text
    to copy and joins no family.
    """
    ordered = in_order(articles)
    numbers, vocabulary = numbered(article.body for article in ordered)
    texts = [shingles(text, len(vocabulary)) for text in numbers]
    return tuple(
        CopyFamily(root=_root([ordered[k] for k in members]), articles=tuple(ordered[k].id for k in members))
        for members in _families(texts)
        if len(members) > 1
    )


def carries_same_text(shared: Shared) -> bool:
    """Decide whether what two articles share makes one a copy of the other.

    Weights, not counts, decide how much of the shorter text stands in the longer one, so
    that two reports built from the same formulas of protocol stay apart.
    """
    contained = shared.weight / min(shared.first_weight, shared.second_weight)
    if shared.shingles >= _FEWEST_SHARED and contained >= _CONTAINED:
        return True
    return (
        shared.shingles >= _FEWEST_SHARED_BY_EDITED
        and contained >= _CONTAINED_IN_EDITED
        and _jaccard(shared) >= _JACCARD_OF_EDITED
    )


def _jaccard(shared: Shared) -> float:
    return shared.weight / (shared.first_weight + shared.second_weight - shared.weight)


def _families(texts: Sequence[NDArray[np.int64]]) -> tuple[tuple[int, ...], ...]:
    """Return the members of every family, single articles included."""
    same: dict[bytes, list[int]] = {}
    for place, text in enumerate(texts):
        same.setdefault(text.tobytes() or place.to_bytes(8), []).append(place)
    groups = tuple(same.values())
    pairs = sorted(
        (shared for shared in sharing([texts[group[0]] for group in groups], least=_CONTAINED_IN_EDITED)),
        key=lambda shared: (-_jaccard(shared), shared),
    )
    copies = [(pair.first, pair.second) for pair in pairs if carries_same_text(pair)]
    families = linked([len(group) for group in groups], copies)
    return tuple(sorted(tuple(sorted(k for one in family for k in groups[one])) for family in families))


def _root(members: Sequence[Article]) -> str | None:
    """Name the source that most members credit, the earliest of equals, else the first publisher."""
    empty = anonymous_credits().folded
    spellings: dict[str, str] = {}
    votes: dict[str, int] = {}
    for article in members:
        for credit in dict.fromkeys(article.credits):
            key = folded(credit)
            if key not in empty and credit != article.outlet:
                spellings.setdefault(key, credit)
                votes[key] = votes.get(key, 0) + 1
    if votes:
        return spellings[max(votes, key=lambda key: votes[key])]
    return members[0].outlet
