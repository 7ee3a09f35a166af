"""Three-word shingles, and what two articles share of them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

_SHINGLE_WORDS = 3
# A phrase that stands in more texts than outlets carry one text (SaudiNewsNet: 14) is
# stock: titles, prayers, the formulas of protocol. Its weight falls with the square of the
# surplus. Where one text has more copies, all its shingles weigh less alike, and the parts
# that are shared stay what they are.
_CARRIERS = 16
_ROWS_AT_ONCE = 1_000


class Shared(NamedTuple):
    """How much of their texts two articles share: plain shingles, and sums of their weights."""

    first: int
    second: int
    shingles: int
    weight: float
    first_weight: float
    second_weight: float


def shingles(numbers: NDArray[np.int64], vocabulary_size: int) -> NDArray[np.int64]:
    """Return the distinct three-word shingles of a text, each as one number, in order.

    Three word numbers fit one 64-bit integer exactly for vocabularies up to two million
    words, so no two shingles ever collide.
    """
    if len(numbers) < _SHINGLE_WORDS:
        return np.empty(0, dtype=np.int64)
    base = np.int64(vocabulary_size)
    return np.unique((numbers[:-2] * base + numbers[1:-1]) * base + numbers[2:])


def sharing(texts: Sequence[NDArray[np.int64]], *, least: float) -> Iterator[Shared]:
    """Yield the pairs of texts that share at least the part `least` of the lighter one's weight.

    The pairs come from an exact join over all shingles; only `_ROWS_AT_ONCE` texts are
    compared with all others at a time, which bounds memory.
    """
    incidence, weighted, totals = _incidence(texts)
    transposed = incidence.T.tocsc()
    for start in range(0, len(texts), _ROWS_AT_ONCE):
        stop = min(start + _ROWS_AT_ONCE, len(texts))
        joined = (weighted[start:stop] @ transposed[:, start:]).tocoo()
        first, second = joined.row + start, joined.col + start
        enough = (first < second) & (joined.data >= least * np.minimum(totals[first], totals[second]))
        yield from _shared(incidence, totals, (first[enough], second[enough], joined.data[enough]))


def _incidence(texts: Sequence[NDArray[np.int64]]) -> tuple[sp.csr_array, sp.csr_array, NDArray[np.float64]]:
    """Return which text holds which joint shingle, the same weighted, and every text's whole weight."""
    lengths = np.fromiter((len(text) for text in texts), dtype=np.int64, count=len(texts))
    rows = np.repeat(np.arange(len(texts), dtype=np.int32), lengths)
    _, columns, carriers = np.unique(
        np.concatenate([*texts, np.empty(0, dtype=np.int64)]), return_inverse=True, return_counts=True
    )
    weights = np.minimum(1.0, (_CARRIERS / carriers) ** 2)[columns].astype(np.float32)
    totals = np.bincount(rows, weights=weights, minlength=len(texts)).astype(np.float64)
    joint = carriers[columns] > 1
    rows, columns, weights = rows[joint], columns[joint].astype(np.int32), weights[joint]
    shape = (len(texts), len(carriers))
    incidence = sp.csr_array((np.ones(len(rows), dtype=np.float32), (rows, columns)), shape=shape)
    return incidence, sp.csr_array((weights, (rows, columns)), shape=shape), totals


def _shared(
    incidence: sp.csr_array,
    totals: NDArray[np.float64],
    pairs: tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float32]],
) -> Iterator[Shared]:
    first, second, weight = pairs
    if not len(first):
        return
    counts = np.asarray(incidence[first].multiply(incidence[second]).sum(axis=1)).ravel()
    columns = (first, second, counts.astype(int), weight, totals[first], totals[second])
    for row in zip(*(column.tolist() for column in columns), strict=True):
        yield Shared(*row)
