"""Articles that stand alone where one story is by far the nearest: they tell its event in other words."""

from collections.abc import Collection, Sequence

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from tawatur.stories.agglomeration import Edges, centroids_of, days_of, edges_of
from tawatur.stories.bags import Bag, together

# So near must the story be, in parts of what joins groups, and so many times as near as any other
# (108 seeds of three windows, stories: F1 .843 without, .853 with; from 2 to 3 times it stays above .850,
# from 1.5 times no better than without).
_NEAR_ENOUGH = 0.8
_TIMES_ANY_OTHER = 2.0
# So much of the likeness must come from elsewhere than the three terms that make most of it: a name
# of two words is three terms, and a place that two articles name is not yet one event.
_BESIDE_A_NAME = 0.1
_TERMS_OF_A_NAME = 3
NEAREST_RIVAL = _NEAR_ENOUGH / _TIMES_ANY_OTHER
"""What is less near, in parts of what joins groups, is no rival."""


def with_those_alone(
    joined: Collection[tuple[int, ...]],
    given: Sequence[Bag],
    new: Collection[int],
    *,
    tells: NDArray[np.float64],
    near: float,
) -> tuple[tuple[int, ...], ...]:
    """Let articles among the `new` that joined nothing stand with the story that is by far the nearest.

    Takes what `agglomerated` took, and what it returned. Both must be of known days: an article without
    one on another event of the same people comes as near as one on this event.
    """
    inside = {place for group in joined for place in group}
    groups = [*joined, *((place,) for place in range(len(given)) if place not in inside)]
    bags = [together([given[place] for place in group]) for group in groups]
    days = days_of(bags)
    many, dated = np.array([bag.articles for bag in bags]) > 1, ~np.isnan(days.first)
    asked = np.array([group[0] in new for group in groups])
    alone = np.flatnonzero(~many & dated & asked)
    if not len(alone):
        return tuple(joined)
    centroids = centroids_of(bags, np.arange(len(bags)), tells)
    edges = edges_of(centroids[alone], alone, centroids, days, near=NEAREST_RIVAL * near)
    grown: dict[int, list[int]] = {}
    for one, story in _by_far_nearest(edges, alone, least=_NEAR_ENOUGH * near):
        if many[story] and dated[story] and _share_more_than_a_name(centroids[[one]], centroids[[story]]):
            grown.setdefault(story, []).append(one)
    taken = {one for some in grown.values() for one in some}
    return tuple(
        sorted(
            tuple(sorted([*group, *(groups[one][0] for one in grown.get(place, ()))]))
            for place, group in enumerate(groups)
            if place not in taken and (len(group) > 1 or place in grown)
        )
    )


def _share_more_than_a_name(one: sp.csr_array, other: sp.csr_array) -> bool:
    shared = np.sort(one.multiply(other).tocsr().data)
    return bool(shared[:-_TERMS_OF_A_NAME].sum() >= _BESIDE_A_NAME * shared.sum())


def _by_far_nearest(edges: Edges, alone: NDArray[np.int64], *, least: float) -> list[tuple[int, int]]:
    """Return those alone, each with its nearest group, where no other is half as near."""
    asked = frozenset(alone.tolist())
    # Of two that both stand alone each meets the other, and the last digits may differ.
    met: dict[tuple[int, int], float] = {}
    for one, other, much in zip(
        edges.first.tolist(), edges.second.tolist(), edges.likeness.tolist(), strict=True
    ):
        for place, group in ((one, other), (other, one)):
            if place in asked:
                met[place, group] = max(much, met.get((place, group), 0.0))
    nearest: dict[int, tuple[float, int]] = {}
    rival: dict[int, float] = {}
    for (place, group), much in sorted(met.items()):
        before = nearest.get(place, (0.0, -1))
        if much > before[0]:
            nearest[place] = (much, group)
        rival[place] = max(rival.get(place, 0.0), min(much, before[0]))
    return [
        (place, group)
        for place, (much, group) in nearest.items()
        if much >= least and rival[place] * _TIMES_ANY_OTHER <= much
    ]
