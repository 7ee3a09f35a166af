"""The distinct texts at hand, and what they share."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from tawatur.stories.alignment import Alignment, Weighted, aligned
from tawatur.stories.holders import Holders

# A phrase that stands in more texts than outlets carry one text (SaudiNewsNet: 14) is
# stock: titles, prayers, the formulas of protocol. Its weight falls with the square of the
# surplus. Where one text has more copies, all its shingles weigh less alike, and the parts
# that are shared stay what they are.
_CARRIERS = 16
# Half of its weight shared by chance happens to no text of more than a dozen shingles.
FEWEST_SHARED = 12
"""Texts that share fewer shingles are never compared."""
# Where two shingles meet in one place of the counts, both count a little too often.
_COUNTED = np.uint32((1 << 24) - 1)
_ROWS_AT_ONCE = 250
# One sum holds the number of shared shingles and, below this, their weight.
_COUNT = float(1 << 20)
_NONE = np.empty(0, dtype=np.uint32)


class Shared(NamedTuple):
    """What two texts share.

    `shingles` counts distinct ones, `contained` is their part of the lighter text's weight, and
    `jaccard` their part of the weight of both texts together.
    """

    first: bytes
    second: bytes
    shingles: int
    contained: float
    jaccard: float
    alignment: Alignment


class Texts:
    """Texts, each known by the bytes of its shingles; one that several articles carry unchanged is one."""

    def __init__(self) -> None:
        self._articles: dict[bytes, set[str]] = {}
        self._distinct: dict[bytes, NDArray[np.uint32]] = {}
        self._holders = np.zeros(int(_COUNTED) + 1, dtype=np.uint16)
        self._shingles = Holders()
        self._unmet: dict[bytes, None] = {}

    def take(self, text: bytes, article: str) -> None:
        """Take in that an article carries a text."""
        if text not in self._articles:
            self._articles[text] = set()
            self._distinct[text] = distinct = _distinct(text)
            np.add.at(self._holders, distinct & _COUNTED, np.uint16(1))
            self._unmet[text] = None
        self._articles[text].add(article)

    def drop(self, text: bytes, article: str) -> None:
        """Drop an article that was taken in, and its text if no other carries it."""
        self._articles[text].remove(article)
        if not self._articles[text]:
            del self._articles[text]
            np.subtract.at(self._holders, self._distinct.pop(text) & _COUNTED, np.uint16(1))
            if text in self._unmet:
                del self._unmet[text]
            else:
                self._shingles.drop(text)

    def articles(self, text: bytes) -> frozenset[str]:
        """Return the articles that carry a text unchanged."""
        return frozenset(self._articles.get(text, ()))

    def carriers(self, text: bytes) -> int:
        """Return how many articles carry a text unchanged."""
        return len(self._articles[text])

    def sharing(self, asked: Sequence[bytes], *, least: float) -> Iterator[Shared]:
        """Yield what `asked`, texts at hand, share with all texts at hand, each pair once.

        Only pairs that share at least the part `least` of the lighter one's weight are given; of a
        pair the one that was asked for first stands first.
        """
        if self._unmet:
            self._shingles.add([*self._unmet], [self._distinct[text] for text in self._unmet])
            self._unmet = {}
        yield from self._sharing(asked, self._shingles, least)

    def sharing_among(self, asked: Sequence[bytes], *, least: float) -> Iterator[Shared]:
        """Yield what texts at hand share among themselves, as `sharing` does."""
        among = Holders()
        among.add(asked, [self._distinct[text] for text in asked])
        yield from self._sharing(asked, among, least)

    def _sharing(self, asked: Sequence[bytes], among: Holders, least: float) -> Iterator[Shared]:
        order = {text: place for place, text in enumerate(asked)}
        totals = _Totals(self)
        for start in range(0, len(asked), _ROWS_AT_ONCE):
            mine = [self._met_twice(text) for text in asked[start : start + _ROWS_AT_ONCE]]
            wanted = np.unique(np.concatenate([*mine, _NONE]))
            if not len(wanted):
                continue
            others = among.of(wanted)
            others.data = np.repeat(_COUNT + self._weights(wanted), np.diff(others.indptr))
            joined = (_holding(mine, wanted) @ others).tocoo()
            met = joined.data >= FEWEST_SHARED * _COUNT
            for one, other, packed in zip(
                joined.row[met].tolist(), joined.col[met].tolist(), joined.data[met].tolist(), strict=True
            ):
                count, weight = divmod(packed, _COUNT)
                first, second = asked[start + one], among.texts[other]
                if order.get(second, len(asked)) <= start + one:
                    continue
                whole = totals[first], totals[second]
                if weight >= least * min(whole):
                    lighter, heavier = (first, second) if whole[0] <= whole[1] else (second, first)
                    yield Shared(
                        first=first,
                        second=second,
                        shingles=int(count),
                        contained=weight / min(whole),
                        jaccard=weight / (sum(whole) - weight),
                        alignment=aligned(self._weighted(lighter), self._weighted(heavier)),
                    )

    def _met_twice(self, text: bytes) -> NDArray[np.uint32]:
        """Return the shingles of a text at hand that others may hold too; none if they are too few."""
        distinct = self._distinct[text]
        met = distinct[self._holders[distinct & _COUNTED] > 1]
        return met if len(met) >= FEWEST_SHARED else _NONE

    def total(self, text: bytes) -> float:
        """Return the weight of all distinct shingles of a text at hand."""
        return float(self._weights(self._distinct[text]).sum())

    def _weighted(self, text: bytes) -> Weighted:
        numbers = np.frombuffer(text, dtype=np.uint32)
        return Weighted(numbers, self._weights(numbers))

    def _weights(self, numbers: NDArray[np.uint32]) -> NDArray[np.float64]:
        holders = np.maximum(self._holders[numbers & _COUNTED], 1).astype(np.float64)
        weights: NDArray[np.float64] = np.minimum(1.0, (_CARRIERS / holders) ** 2)
        return weights


def _distinct(text: bytes) -> NDArray[np.uint32]:
    """Return the shingles of a text, each once, rising; for so few, `np.unique` takes four times as long."""
    rising = np.sort(np.frombuffer(text, dtype=np.uint32))
    first = np.ones(len(rising), dtype=bool)
    np.not_equal(rising[1:], rising[:-1], out=first[1:])
    return rising[first]


class _Totals(dict[bytes, float]):
    """The weights of texts, summed when asked for."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts

    def __missing__(self, text: bytes) -> float:
        self[text] = total = self._texts.total(text)
        return total


def _holding(arrays: Sequence[NDArray[np.uint32]], wanted: NDArray[np.uint32]) -> sp.csr_array:
    """Return a row for each array, 1 where it holds one of the `wanted` shingles, which are all of them."""
    ends = np.cumsum([0, *map(len, arrays)])
    places = np.searchsorted(wanted, np.concatenate(arrays))
    return sp.csr_array((np.ones(len(places)), places, ends), shape=(len(arrays), len(wanted)))
