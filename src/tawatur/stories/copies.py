"""Copies: articles that carry one underlying text, shortened, re-titled or pasted into a round-up."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tawatur.arabic.folding import folded
from tawatur.lexicons.anonymous_credits import anonymous_credits
from tawatur.records.article import Article
from tawatur.records.copy_family import CopyFamily
from tawatur.stories.chronology import in_order
from tawatur.stories.linkage import Link, linked
from tawatur.stories.shingles import Shared, sharing, shingles
from tawatur.stories.vocabulary import numbered

# Set on the story gold and the seeds seen (133 copies among 1,098 pairs, SaudiNewsNet, August 2015);
# all lie on plateaus, and the figures stand together: don't tune one alone.
# Half of its weight shared by chance happens to no text of more than a dozen shingles.
_FEWEST_SHARED = 12
# Shared background and quoted statements reach half of a short article; copies lie above,
# and most of what they share are whole sentences.
_CONTAINED = 0.53
_CONTAINED_IN_RUNS = 0.45
# An edited copy of equal length keeps less, but both texts keep it.
_CONTAINED_IN_EDITED = 0.36
_JACCARD_OF_EDITED = 0.18
_FEWEST_SHARED_BY_EDITED = 40
# Who rewrites or cuts a copy further on leaves its lead; background is never in both leads.
_CONTAINED_BEHIND_LEAD = 0.25
_LEAD = 0.5
_FEWEST_SHARED_WITH_LEAD = 20


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
    return _is_contained(shared) or _is_edited(shared) or _begins_alike(shared)


def _is_contained(shared: Shared) -> bool:
    return (
        shared.shingles >= _FEWEST_SHARED
        and shared.contained >= _CONTAINED
        and shared.alignment.in_runs >= _CONTAINED_IN_RUNS
    )


def _is_edited(shared: Shared) -> bool:
    return (
        shared.shingles >= _FEWEST_SHARED_BY_EDITED
        and shared.contained >= _CONTAINED_IN_EDITED
        and shared.jaccard >= _JACCARD_OF_EDITED
    )


def _begins_alike(shared: Shared) -> bool:
    return (
        shared.shingles >= _FEWEST_SHARED_WITH_LEAD
        and shared.contained >= _CONTAINED_BEHIND_LEAD
        and shared.alignment.leads >= _LEAD
    )


def _families(texts: Sequence[NDArray[np.int64]]) -> tuple[tuple[int, ...], ...]:
    """Return the members of every family, single articles included.

    Of a round-up's parts the one that is pasted whole comes first.
    """
    same: dict[bytes, list[int]] = {}
    for place, text in enumerate(texts):
        same.setdefault(text.tobytes() or place.to_bytes(8), []).append(place)
    groups = tuple(same.values())
    pairs = sorted(
        sharing([texts[group[0]] for group in groups], least=_CONTAINED_BEHIND_LEAD),
        key=lambda shared: (-shared.contained, shared),
    )
    families = linked(
        [len(group) for group in groups],
        [Link(pair.first, pair.second, 1.0 if carries_same_text(pair) else pair.contained) for pair in pairs],
    )
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
