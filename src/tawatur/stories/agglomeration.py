"""Groups that grow by joining those which are each other's nearest, until none is near enough.

Of nearest neighbours joined in rounds no order of arrival matters, and only the groups that are
new or grew are compared: what stood apart before stays apart until something comes between.
"""

from collections.abc import Sequence
from math import log, log10
from typing import Any, NamedTuple

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from tawatur.stories.bags import Bag, together

# Likeness of two groups' strongest terms among ten thousand articles, set on the story gold and
# the seeds labelled since (from .33 to .35 the F1 over all stays within .01).
_NEAR = 0.335
# The likeness that strangers reach by chance grows with the logarithm of their number, and so does
# what it takes to tell one event: set on the 40 pages of the corroboration gold and the sample.
_LESS_A_TENTH = 0.055
_NEAR_AT_LEAST = 0.19
# 0 compares groups by the cosine of their sums, by which a round-up or a topic chains events
# together; 1 by the average likeness of their articles, by which a long story falls apart
# (from .1 to .2 the mean F1 stays within .01).
_AVERAGED = 0.15
# News moves on: a day between two groups takes a quarter of their likeness, a week nearly all of it.
_DECAY_A_DAY = 0.27
REACH = int(-log(_NEAR_AT_LEAST) / _DECAY_A_DAY)
"""Groups that lie more days apart can never join, however alike they are."""
_WEEK = 7
# Of pages without any day, the same actors' other events come as near as the event itself
# (corroboration gold, story: .87; with no days between .83; from 1.2 to 1.5 it stays above .85).
_UNKNOWN_GAP = 1.5
SCALE = float(1 << 15)
"""What keeps the weights of terms small."""
_ROWS_AT_ONCE = 250


class Edges(NamedTuple):
    """Pairs of groups that are near enough, `first` below `second`."""

    first: NDArray[np.int64]
    second: NDArray[np.int64]
    likeness: NDArray[np.float64]


class Days(NamedTuple):
    """The first and last day of every group, and its weekdays as bits."""

    first: NDArray[np.float64]
    last: NDArray[np.float64]
    weekdays: NDArray[np.int64]


def nearness(articles: int) -> float:
    """Return how alike two groups must be among that many articles to report one event."""
    return max(_NEAR_AT_LEAST, _NEAR - _LESS_A_TENTH * log10(10_000 / max(articles, 1)))


def agglomerated(
    given: Sequence[Bag], new: Sequence[int], *, tells: NDArray[np.float64], near: float
) -> tuple[tuple[int, ...], ...]:
    """Join groups into larger ones that report one event, beginning from those that are `new` or grew.

    `tells` weighs every column, `near` is the least likeness of what may join. Only groups that
    joined another are returned, each as the places of what was given.
    """
    bags, members = list(given), [(place,) for place in range(len(given))]
    days = days_of(bags)
    everything = np.arange(len(bags))
    centroids = centroids_of(bags, everything, tells)
    asked = np.unique(np.array(new, dtype=np.int64))
    edges = edges_of(sp.csr_array(centroids[asked]), asked, centroids, days, near=near)
    while len(joins := _joins(edges, days, near=near)):
        grown, gone = np.unique(joins[:, 0]), joins[:, 1]
        for one, other in joins.tolist():
            members[one], members[other] = members[one] + members[other], ()
        for one in grown.tolist():
            bags[one] = together([given[place] for place in members[one]])
            days.first[one], days.last[one] = bags[one].first, bags[one].last
            days.weekdays[one] = bags[one].weekdays
        renewed = centroids_of([bags[one] for one in grown.tolist()], grown, tells, rows=len(bags))
        stays = np.ones(len(bags))
        stays[grown] = stays[gone] = 0.0
        centroids = sp.csr_array(sp.diags_array(stays) @ centroids + renewed)
        centroids.eliminate_zeros()
        kept = (stays[edges.first] * stays[edges.second]) > 0
        old = Edges(edges.first[kept], edges.second[kept], edges.likeness[kept])
        edges = _together([old, edges_of(sp.csr_array(renewed[grown]), grown, centroids, days, near=near)])
    return tuple(sorted(tuple(sorted(group)) for group in members if len(group) > 1))


def days_of(bags: Sequence[Bag]) -> Days:
    """Return on which days groups lie."""
    return Days(
        np.array([bag.first for bag in bags]),
        np.array([bag.last for bag in bags]),
        np.array([bag.weekdays for bag in bags], dtype=np.int64),
    )


def centroids_of(
    bags: Sequence[Bag], places: NDArray[np.int64], tells: NDArray[np.float64], *, rows: int | None = None
) -> sp.csr_array:
    """Return the bags' strongest terms as rows, the less they have in common the shorter."""
    strongest = [bag.strongest for bag in bags]
    lengths = np.zeros((rows or len(bags)) + 1, dtype=np.int64)
    lengths[places + 1] = [len(columns) for columns, _ in strongest]
    columns = np.concatenate([columns for columns, _ in strongest])
    weights = np.concatenate([weights for _, weights in strongest]) * tells[columns] / SCALE
    ends = np.cumsum(lengths)
    norms = _norms(weights, ends)
    sizes = np.ones(len(norms))
    sizes[places] = [bag.articles for bag in bags]
    weights *= np.repeat(scales(norms, sizes), lengths[1:])
    return sp.csr_array((weights, columns, ends), shape=(len(norms), len(tells)))


def scales(norms: NDArray[np.float64], sizes: NDArray[Any]) -> NDArray[np.float64]:
    """Return what makes groups of so many articles comparable whose terms are so long; 0 for no terms."""
    norms = norms ** (1 - _AVERAGED) * sizes**_AVERAGED
    scaled: NDArray[np.float64] = np.divide(1.0, norms, out=np.zeros_like(norms), where=norms > 0)
    return scaled


def _norms(weights: NDArray[np.float64], ends: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return the length of each row; `ends` tells where rows end, behind a 0."""
    norms = np.zeros(len(ends) - 1)
    held = np.diff(ends) > 0
    norms[held] = np.sqrt(np.add.reduceat(weights * weights, ends[:-1][held]))
    return norms


def edges_of(
    rows: sp.csr_array, groups: NDArray[np.int64], centroids: sp.csr_array, days: Days, *, near: float
) -> Edges:
    """Compare `rows`, the centroids of `groups`, with all centroids; a pair may be told twice."""
    found: list[Edges] = []
    for start in range(0, len(groups), _ROWS_AT_ONCE):
        # Of the two ways to multiply, this one turns round the few rows and not the many.
        likeness = (centroids @ rows[start : start + _ROWS_AT_ONCE].T).tocoo()
        enough = likeness.data >= near
        one, other = groups[likeness.col[enough] + start], likeness.row[enough].astype(np.int64)
        # Sums in another order differ in the last digits, which must not decide.
        decayed = np.round(likeness.data[enough] * freshness(days, one, other), 9)
        enough = (decayed >= near) & (one != other)
        first, second = np.minimum(one, other)[enough], np.maximum(one, other)[enough]
        found.append(Edges(first, second, decayed[enough]))
    return _together(found)


def _together(edges: Sequence[Edges]) -> Edges:
    empty = np.empty(0, dtype=np.int64)
    return Edges(
        np.concatenate([empty, *(some.first for some in edges)]),
        np.concatenate([empty, *(some.second for some in edges)]),
        np.concatenate([np.empty(0), *(some.likeness for some in edges)]),
    )


def freshness(days: Days, one: NDArray[np.integer], other: NDArray[np.integer]) -> NDArray[np.float64]:
    """Return what part of their likeness the days between pairs of groups leave."""
    gaps = np.fmax(days.first[one] - days.last[other], days.first[other] - days.last[one])
    unknown = np.isnan(gaps)
    gaps[unknown] = _least_gaps(days.weekdays[one[unknown]], days.weekdays[other[unknown]])
    left: NDArray[np.float64] = np.exp(-_DECAY_A_DAY * np.maximum(gaps, 0.0))
    return left


def _least_gaps(one: NDArray[np.int64], other: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return how many days lie at least between groups of which only weekdays are known, if any."""
    gaps = np.full(len(one), _UNKNOWN_GAP)
    for days in range(_WEEK // 2, -1, -1):
        around = one << days | one >> days | one << _WEEK - days | one >> _WEEK - days
        gaps[around & other & (1 << _WEEK) - 1 != 0] = days
    return gaps


def _joins(edges: Edges, days: Days, *, near: float) -> NDArray[np.int64]:
    """Return which group takes in which: each pair of nearest, and those whose nearest is in a pair.

    Of equally near groups the earlier counts as the nearest.
    """
    groups = len(days.first)
    one = np.concatenate([edges.first, edges.second])
    other = np.concatenate([edges.second, edges.first])
    order = np.lexsort((other, -np.concatenate([edges.likeness, edges.likeness]), one))
    one, other = one[order], other[order]
    leading = np.ones(len(one), dtype=bool)
    leading[1:] = one[1:] != one[:-1]
    nearest = np.full(groups, -1, dtype=np.int64)
    nearest[one[leading]] = other[leading]
    places = np.arange(groups)
    mutual = (nearest >= 0) & (nearest[nearest] == places)
    takers = np.full(groups, -1, dtype=np.int64)
    takers[mutual] = np.minimum(places, nearest)[mutual]
    # One event's articles crowd round its group: taking in one a round would never end.
    crowding = np.flatnonzero((nearest >= 0) & ~mutual & mutual[nearest])
    # One without a day is near to every day, and must not bring together what lies years apart.
    crowding = crowding[freshness(days, crowding, nearest[nearest[crowding]]) >= near]
    takers[crowding] = takers[nearest[crowding]]
    taken = (takers >= 0) & (takers != places)
    return np.column_stack([takers[taken], places[taken]])
