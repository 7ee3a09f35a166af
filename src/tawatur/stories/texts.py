"""The distinct texts at hand, and what they share."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from tawatur.stories.alignment import Alignment, Weighted, aligned

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
_SIEVED = np.uint32((1 << 20) - 1)
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
        self._flat: _Flat | None = None
        self._unflat: list[bytes] = []

    def take(self, text: bytes, article: str) -> None:
        """Take in that an article carries a text."""
        if text not in self._articles:
            self._articles[text] = set()
            self._distinct[text] = distinct = _distinct(text)
            np.add.at(self._holders, distinct & _COUNTED, np.uint16(1))
            self._unflat.append(text)
        self._articles[text].add(article)

    def drop(self, text: bytes, article: str) -> None:
        """Drop an article that was taken in, and its text if no other carries it."""
        self._articles[text].remove(article)
        if not self._articles[text]:
            del self._articles[text]
            np.subtract.at(self._holders, self._distinct.pop(text) & _COUNTED, np.uint16(1))
            self._flat = None

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
        keys, flat, rows = self._all()
        yield from self._sharing(asked, keys, flat, rows, least)

    def sharing_among(self, asked: Sequence[bytes], *, least: float) -> Iterator[Shared]:
        """Yield what texts at hand share among themselves, as `sharing` does."""
        arrays = [self._distinct[text] for text in asked]
        yield from self._sharing(asked, asked, np.concatenate([*arrays, _NONE]), _rows(arrays), least)

    def _sharing(
        self,
        asked: Sequence[bytes],
        keys: Sequence[bytes],
        flat: NDArray[np.uint32],
        rows: NDArray[np.int32],
        least: float,
    ) -> Iterator[Shared]:
        order = {text: place for place, text in enumerate(asked)}
        totals = _Totals(self)
        for start in range(0, len(asked), _ROWS_AT_ONCE):
            mine = [self._met_twice(text) for text in asked[start : start + _ROWS_AT_ONCE]]
            wanted = np.unique(np.concatenate([*mine, _NONE]))
            if not len(wanted):
                continue
            sieved = _sieved(flat, wanted)
            others = _incidence(flat[sieved], rows[sieved], wanted, len(keys))
            others.data = _COUNT + self._weights(wanted)[others.indices]
            joined = (
                _incidence(np.concatenate([*mine, _NONE]), _rows(mine), wanted, len(mine)) @ others.T
            ).tocoo()
            met = joined.data >= FEWEST_SHARED * _COUNT
            for one, other, packed in zip(
                joined.row[met].tolist(), joined.col[met].tolist(), joined.data[met].tolist(), strict=True
            ):
                count, weight = divmod(packed, _COUNT)
                first, second = asked[start + one], keys[other]
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

    def _all(self) -> tuple[list[bytes], NDArray[np.uint32], NDArray[np.int32]]:
        if self._flat is None:
            self._flat, self._unflat = _Flat(), list(self._distinct)
        if self._unflat:
            self._flat.add(self._unflat, [self._distinct[text] for text in self._unflat])
            self._unflat = []
        return self._flat.keys, self._flat.shingles, self._flat.rows


class _Flat:
    """The shingles of texts, one text after the other, with the row of each: its text's place."""

    def __init__(self) -> None:
        self.keys: list[bytes] = []
        self._length = 0
        self._shingles = _NONE
        self._rows = _rows([])

    @property
    def shingles(self) -> NDArray[np.uint32]:
        return self._shingles[: self._length]

    @property
    def rows(self) -> NDArray[np.int32]:
        return self._rows[: self._length]

    def add(self, keys: Sequence[bytes], arrays: Sequence[NDArray[np.uint32]]) -> None:
        """Add texts. There is room for a few: one alone need not move all others."""
        start, self._length = self._length, self._length + sum(map(len, arrays))
        if self._length > len(self._shingles):
            room = np.empty(self._length // 8, dtype=np.uint32)
            self._shingles = np.concatenate([self._shingles[:start], *arrays, room])
            self._rows = np.concatenate([self._rows[:start], _rows(arrays), room.view(np.int32)])
        self._shingles[start : self._length] = np.concatenate([*arrays, _NONE])
        self._rows[start : self._length] = _rows(arrays) + np.int32(len(self.keys))
        self.keys += keys


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


def _sieved(flat: NDArray[np.uint32], wanted: NDArray[np.uint32]) -> NDArray[np.int64]:
    """Return the places of shingles that may be wanted: all that are, and a few more."""
    sieve = np.zeros(int(_SIEVED) + 1, dtype=bool)
    sieve[wanted & _SIEVED] = True
    return np.flatnonzero(sieve[flat & _SIEVED])


def _rows(arrays: Sequence[NDArray[np.uint32]]) -> NDArray[np.int32]:
    return np.repeat(np.arange(len(arrays), dtype=np.int32), [len(array) for array in arrays])


def _incidence(
    flat: NDArray[np.uint32], rows: NDArray[np.int32], wanted: NDArray[np.uint32], height: int
) -> sp.csr_array:
    """Return which row holds which of the `wanted` shingles."""
    places = np.searchsorted(wanted, flat)
    places[places == len(wanted)] = 0
    held = wanted[places] == flat if len(wanted) else np.zeros(len(flat), dtype=bool)
    ones = np.ones(int(held.sum()))
    return sp.coo_array((ones, (rows[held], places[held])), shape=(height, len(wanted))).tocsr()
