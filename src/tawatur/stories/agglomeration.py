"""Groups that grow by joining those which are each other's nearest, until none is near enough.

Every group is known by the sum of its articles' terms, so that a long story is compared by
what its articles have in common; the less that is, the less it is like anything else. Of
nearest neighbours joined in rounds no order of arrival matters, and only the groups that grew
are compared anew.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

# Likeness of two groups' strongest terms among ten thousand articles, set on the story gold and
# the seeds labelled since (.305 to .325 is a plateau).
_NEAR = 0.315
# The fewer articles, the fewer neighbouring events among them, and the less it takes to tell
# one event: set on the 40 pages of the corroboration gold and the sample.
_LESS_A_TENTH = 0.055
_NEAR_AT_LEAST = 0.15
# A long article has hundreds of terms; the strongest decide and the rest cost time (of 80, F1 loses .01).
_STRONGEST_TERMS = 150
# 0 compares groups by the cosine of their sums, by which a round-up or a topic chains events
# together; 1 by the average likeness of their articles, by which a long story falls apart
# (F1 .80 and .77; between them .82).
_AVERAGED = 0.25
# News moves on: a day between two groups takes a fifth of their likeness, a fortnight nearly all of it.
_DECAY_A_DAY = 0.2
_ROWS_AT_ONCE = 1_000

_UNDATED = np.nan


class _Edges(NamedTuple):
    """Pairs of groups that are near enough, `first` below `second`."""

    first: NDArray[np.int64]
    second: NDArray[np.int64]
    likeness: NDArray[np.float64]


class _Days(NamedTuple):
    """The first and last day of every group, not a number where no article is dated."""

    first: NDArray[np.float64]
    last: NDArray[np.float64]


def agglomerated(
    terms: sp.csr_array, seeds: Sequence[Sequence[int]], days: Sequence[int | None]
) -> tuple[tuple[int, ...], ...]:
    """Join the `seeds`, sets of rows of `terms`, into larger sets of rows that report one event.

    `days` are the articles' days of publication as ordinals.
    """
    near = nearness(terms.shape[0])
    terms = _unit(strongest(terms))
    groups: list[tuple[int, ...]] = [tuple(seed) for seed in seeds]
    spans = _spans(groups, days)
    centroids = _centroids(terms, groups)
    edges = _edges(centroids, np.arange(len(groups)), centroids, spans, near=near)
    while len(gone := (joins := _joins(edges, len(groups)))[:, 1]):
        grown = np.unique(joins[:, 0])
        for one, other in joins:
            groups[one], groups[other] = groups[one] + groups[other], ()
        spans = _widened(spans, joins)
        renewed = _centroids(terms, [groups[group] for group in grown])
        centroids = _replaced(centroids, grown, gone, renewed)
        touched = np.zeros(len(groups), dtype=bool)
        touched[joins.ravel()] = True
        kept = ~(touched[edges.first] | touched[edges.second])
        old = _Edges(edges.first[kept], edges.second[kept], edges.likeness[kept])
        edges = _together([old, _edges(renewed, grown, centroids, spans, near=near)])
    return tuple(sorted(tuple(sorted(group)) for group in groups if group))


def strongest(terms: sp.csr_array) -> sp.csr_array:
    """Keep the strongest terms of every row, and all that are as strong as the last of them."""
    long = np.flatnonzero(np.diff(terms.indptr) > _STRONGEST_TERMS)
    kept = terms.copy()
    for row in long:
        values = kept.data[kept.indptr[row] : kept.indptr[row + 1]]
        values[values < np.partition(values, -_STRONGEST_TERMS)[-_STRONGEST_TERMS]] = 0.0
    kept.eliminate_zeros()
    return kept


def _unit(rows: sp.csr_array) -> sp.csr_array:
    return sp.csr_array(sp.diags_array(_inverse(_lengths(rows))) @ rows)


def _lengths(rows: sp.csr_array) -> NDArray[np.floating]:
    lengths: NDArray[np.floating] = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel())
    return lengths


def _inverse(values: NDArray[np.floating]) -> NDArray[np.floating]:
    inverse: NDArray[np.floating] = np.divide(1.0, values, out=np.zeros_like(values), where=values > 0)
    return inverse


def _centroids(terms: sp.csr_array, groups: Sequence[Sequence[int]]) -> sp.csr_array:
    rows = np.repeat(np.arange(len(groups)), [len(group) for group in groups])
    members = np.fromiter((member for group in groups for member in group), dtype=np.int64)
    belongs = sp.csr_array(
        (np.ones(len(rows), dtype=np.float32), (rows, members)), shape=(len(groups), terms.shape[0])
    )
    sums = strongest(sp.csr_array(belongs @ terms))
    sizes = np.array([len(group) for group in groups], dtype=float)
    lengths = _lengths(sums)
    scale = _inverse(lengths ** (1 - _AVERAGED) * sizes**_AVERAGED).astype(np.float32)
    return sp.csr_array(sp.diags_array(scale) @ sums)


def _replaced(
    centroids: sp.csr_array, grown: NDArray[np.int64], gone: NDArray[np.int64], renewed: sp.csr_array
) -> sp.csr_array:
    keeps = np.ones(centroids.shape[0], dtype=np.float32)
    keeps[grown] = keeps[gone] = 0.0
    places = sp.csr_array(
        (np.ones(len(grown), dtype=np.float32), (grown, np.arange(len(grown)))),
        shape=(centroids.shape[0], len(grown)),
    )
    replaced = sp.csr_array(sp.diags_array(keeps) @ centroids + places @ renewed)
    replaced.eliminate_zeros()
    return replaced


def nearness(articles: int) -> float:
    """Return how alike two groups must be among that many articles to report one event."""
    return max(_NEAR_AT_LEAST, _NEAR - _LESS_A_TENTH * math.log10(10_000 / articles))


def _edges(
    rows: sp.csr_array, groups: NDArray[np.int64], centroids: sp.csr_array, spans: _Days, *, near: float
) -> _Edges:
    """Compare `rows`, the centroids of `groups`, with all centroids."""
    found: list[_Edges] = []
    transposed = centroids.T.tocsc()
    for start in range(0, len(groups), _ROWS_AT_ONCE):
        likeness = (rows[start : start + _ROWS_AT_ONCE] @ transposed).tocoo()
        enough = likeness.data >= near
        one, other = groups[likeness.row[enough] + start], likeness.col[enough].astype(np.int64)
        decayed = likeness.data[enough] * _freshness(spans, one, other)
        enough = (decayed >= near) & (one != other)
        first, second = np.minimum(one, other)[enough], np.maximum(one, other)[enough]
        found.append(_Edges(first, second, decayed[enough]))
    return _together(found)


def _together(edges: Sequence[_Edges]) -> _Edges:
    empty = np.empty(0, dtype=np.int64)
    return _Edges(
        np.concatenate([empty, *(some.first for some in edges)]),
        np.concatenate([empty, *(some.second for some in edges)]),
        np.concatenate([np.empty(0), *(some.likeness for some in edges)]),
    )


def _freshness(spans: _Days, one: NDArray[np.int64], other: NDArray[np.int64]) -> NDArray[np.float64]:
    gaps = np.fmax(spans.first[one] - spans.last[other], spans.first[other] - spans.last[one])
    return np.exp(-_DECAY_A_DAY * np.nan_to_num(np.maximum(gaps, 0.0)))


def _joins(edges: _Edges, groups: int) -> NDArray[np.int64]:
    """Return which group takes in which: each pair of nearest, and those whose nearest is in a pair.

    Of equally near groups the earlier counts as the nearest.
    """
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
    crowding = (nearest >= 0) & ~mutual & mutual[nearest]
    takers[crowding] = takers[nearest[crowding]]
    taken = (takers >= 0) & (takers != places)
    return np.column_stack([takers[taken], places[taken]])


def _spans(groups: Sequence[Sequence[int]], days: Sequence[int | None]) -> _Days:
    known = [[day for member in group if (day := days[member]) is not None] for group in groups]
    return _Days(
        np.array([min(found, default=_UNDATED) for found in known], dtype=float),
        np.array([max(found, default=_UNDATED) for found in known], dtype=float),
    )


def _widened(spans: _Days, joins: NDArray[np.int64]) -> _Days:
    np.fmin.at(spans.first, joins[:, 0], spans.first[joins[:, 1]])
    np.fmax.at(spans.last, joins[:, 0], spans.last[joins[:, 1]])
    return spans
