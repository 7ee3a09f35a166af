"""Which texts hold which shingles: sorted, so that a few of millions are looked up and not sought."""

from collections.abc import Sequence

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

# A shingle and the row of a text that holds it are one number.
_BITS = np.uint64(32)
_ROW = np.uint64((1 << 32) - 1)
# New texts are put among so small a part of the rest; when they are more, all are brought together.
_FEW = 32


class Holders:
    """Texts, each a row, by the shingles that they hold."""

    def __init__(self) -> None:
        self.texts: list[bytes] = []
        self._gone: set[bytes] = set()
        self._many = np.empty(0, dtype=np.uint64)
        self._few = self._many

    def add(self, texts: Sequence[bytes], shingles: Sequence[NDArray[np.uint32]]) -> None:
        """Add texts, each with its distinct shingles."""
        self._let_go()
        new = np.concatenate([*shingles, self._few[:0]], dtype=np.uint64)
        new <<= _BITS
        first = len(self.texts)
        new |= np.repeat(
            np.arange(first, first + len(texts), dtype=np.uint32), [len(some) for some in shingles]
        )
        new.sort()
        self.texts += texts
        if len(self._few) + len(new) > len(self._many) // _FEW:
            self._many = np.concatenate([self._many, self._few, new])
            self._many.sort(kind="stable")
            self._few = self._few[:0]
        else:
            self._few = np.insert(self._few, np.searchsorted(self._few, new), new)

    def drop(self, text: bytes) -> None:
        """Let go of a text before the next are asked for or added."""
        self._gone.add(text)

    def of(self, wanted: NDArray[np.uint32]) -> sp.csr_array:
        """Return a row for each of the `wanted` shingles, distinct and rising: 1 for each text with it."""
        self._let_go()
        found = [_found(packed, wanted.astype(np.uint64)) for packed in (self._many, self._few)]
        rows, texts = np.concatenate(found, axis=1)
        return sp.coo_array((np.ones(len(rows)), (rows, texts)), shape=(len(wanted), len(self.texts))).tocsr()

    def _let_go(self) -> None:
        if not self._gone:
            return
        stays = np.array([text not in self._gone for text in self.texts])
        row = np.cumsum(stays).astype(np.uint64) - np.uint64(1)
        self._many, self._few = (_kept(packed, stays, row) for packed in (self._many, self._few))
        self.texts = [text for text in self.texts if text not in self._gone]
        self._gone = set()


def _found(packed: NDArray[np.uint64], wanted: NDArray[np.uint64]) -> NDArray[np.int64]:
    """Return the places of shingles among the `wanted`, and the row of each text that holds one."""
    starts = np.searchsorted(packed, wanted << _BITS)
    counts = np.searchsorted(packed, wanted << _BITS | _ROW, side="right") - starts
    place = np.repeat(np.arange(len(wanted)), counts)
    within = np.arange(len(place)) - np.repeat(np.cumsum(counts) - counts, counts)
    return np.array([place, (packed[starts[place] + within] & _ROW).astype(np.int64)])


def _kept(
    packed: NDArray[np.uint64], stays: NDArray[np.bool_], row: NDArray[np.uint64]
) -> NDArray[np.uint64]:
    held = (packed & _ROW).astype(np.int64)
    kept = stays[held]
    return packed[kept] & ~_ROW | row[held[kept]]
