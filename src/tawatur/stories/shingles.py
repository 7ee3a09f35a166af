"""Three-word shingles, and what two articles share of them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from tawatur.stories.alignment import Aligner, Alignment

_SHINGLE_WORDS = 3
# A phrase that stands in more texts than outlets carry one text (SaudiNewsNet: 14) is
# stock: titles, prayers, the formulas of protocol. Its weight falls with the square of the
# surplus. Where one text has more copies, all its shingles weigh less alike, and the parts
# that are shared stay what they are.
_CARRIERS = 16
_ROWS_AT_ONCE = 1_000


class Shared(NamedTuple):
    """What two articles share.

    `shingles` counts distinct ones, `contained` is their part of the lighter text's weight, and
    `jaccard` their part of the weight of both texts together.
    """

    first: int
    second: int
    shingles: int
    contained: float
    jaccard: float
    alignment: Alignment


class _Texts(NamedTuple):
    """The texts' shingles in the order of reading, and which text holds which that others hold too."""

    shingles: tuple[NDArray[np.int32], ...]
    weights: NDArray[np.float32]
    joint: sp.csr_array
    totals: NDArray[np.float64]


def shingles(numbers: NDArray[np.int64], vocabulary_size: int) -> NDArray[np.int64]:
    """Return the three-word shingles of a text in the order of reading, each as one number.

    Three word numbers fit one 64-bit integer exactly for vocabularies up to two million
    words, so no two shingles ever collide.
    """
    if len(numbers) < _SHINGLE_WORDS:
        return np.empty(0, dtype=np.int64)
    base = np.int64(vocabulary_size)
    return (numbers[:-2] * base + numbers[1:-1]) * base + numbers[2:]


def sharing(given: Sequence[NDArray[np.int64]], *, least: float) -> Iterator[Shared]:
    """Yield the pairs of texts that share at least the part `least` of the lighter one's weight.

    The pairs come from an exact join over all shingles; only `_ROWS_AT_ONCE` texts are
    compared with all others at a time, which bounds memory.
    """
    texts = _texts(given)
    totals, aligner = texts.totals, Aligner(texts.weights)
    weighted = sp.csr_array(texts.joint @ sp.diags_array(texts.weights))
    transposed = texts.joint.T.tocsc()
    for start in range(0, len(given), _ROWS_AT_ONCE):
        stop = min(start + _ROWS_AT_ONCE, len(given))
        joined = (weighted[start:stop] @ transposed[:, start:]).tocoo()
        first, second = joined.row + start, joined.col + start
        enough = (first < second) & (joined.data >= least * np.minimum(totals[first], totals[second]))
        yield from _shared(texts, aligner, (first[enough], second[enough], joined.data[enough]))


def _texts(given: Sequence[NDArray[np.int64]]) -> _Texts:
    lengths = np.fromiter((len(text) for text in given), dtype=np.int64, count=len(given))
    distinct, places = np.unique(np.concatenate([*given, np.empty(0, dtype=np.int64)]), return_inverse=True)
    columns = places.astype(np.int32)
    in_order = tuple(np.split(columns, np.cumsum(lengths)[:-1]))
    rows = np.repeat(np.arange(len(given), dtype=np.int32), lengths)
    shape = (len(given), len(distinct))
    held = sp.csr_array((np.ones(len(columns), dtype=np.float32), (rows, columns)), shape=shape)
    held.data[:] = 1.0
    carriers = np.bincount(held.indices, minlength=len(distinct))
    weights = np.minimum(1.0, (_CARRIERS / np.maximum(carriers, 1)) ** 2).astype(np.float32)
    totals = (held @ weights.astype(np.float64)).astype(np.float64)
    held.data[carriers[held.indices] < 2] = 0.0
    held.eliminate_zeros()
    return _Texts(in_order, weights, held, totals)


def _shared(
    texts: _Texts,
    aligner: Aligner,
    pairs: tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float32]],
) -> Iterator[Shared]:
    first, second, weight = pairs
    if not len(first):
        return
    counts = np.asarray(texts.joint[first].multiply(texts.joint[second]).sum(axis=1)).ravel()
    least = np.minimum(texts.totals[first], texts.totals[second])
    contained, jaccard = weight / least, weight / (texts.totals[first] + texts.totals[second] - weight)
    columns = (first, second, counts.astype(int), contained, jaccard)
    for one, other, *rest in zip(*(column.tolist() for column in columns), strict=True):
        lighter, heavier = sorted((one, other), key=lambda place: texts.totals[place])
        alignment = aligner(texts.shingles[lighter], texts.shingles[heavier])
        count, part, of_both = rest
        yield Shared(one, other, count, part, of_both, alignment)
