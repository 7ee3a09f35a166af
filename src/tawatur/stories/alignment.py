"""Where in two articles the shingles they share stand: in runs or scattered, in their leads or behind."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

# A run of nine words is copied; scattered names, titles and set phrases are shorter
# (from eight to ten words the copies found stay the same).
_SHINGLES_OF_RUN = 7
# The first 32 words: a lead, or its first sentence.
_SHINGLES_OF_LEAD = 30


class Alignment(NamedTuple):
    """Parts of weight, 0 to 1.

    `in_runs` is the part of the lighter text that stands in the other one in long runs;
    `leads` the part of the lead that stands in the other text, of the two leads the lesser.
    """

    in_runs: float
    leads: float


class Aligner:
    """Aligns texts, each given as the numbers of its shingles in the order of reading.

    `weights` holds a weight for every number of a shingle.
    """

    def __init__(self, weights: NDArray[np.float32]) -> None:
        self._weights = weights
        self._marked = np.zeros(len(weights), dtype=bool)

    def __call__(self, lighter: NDArray[np.int32], other: NDArray[np.int32]) -> Alignment:
        """Align two texts, of which `lighter` has the lesser weight."""
        shared, weights = self._shared(lighter, other), self._weights[lighter]
        return Alignment(
            in_runs=_part(_in_runs(shared), weights),
            leads=min(
                _lead(shared, weights),
                _lead(self._shared(other[:_SHINGLES_OF_LEAD], lighter), self._weights[other]),
            ),
        )

    def _shared(self, text: NDArray[np.int32], other: NDArray[np.int32]) -> NDArray[np.bool_]:
        self._marked[other] = True
        shared = self._marked[text]
        self._marked[other] = False
        return shared


def _in_runs(shared: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Keep the runs of shared shingles that are long enough."""
    bounds = np.flatnonzero(np.diff(shared, prepend=False, append=False))
    lengths = bounds[1::2] - bounds[::2]
    kept = shared.copy()
    kept[shared] = np.repeat(lengths >= _SHINGLES_OF_RUN, lengths)
    return kept


def _lead(shared: NDArray[np.bool_], weights: NDArray[np.float32]) -> float:
    return _part(shared[:_SHINGLES_OF_LEAD], weights[:_SHINGLES_OF_LEAD])


def _part(kept: NDArray[np.bool_], weights: NDArray[np.float32]) -> float:
    whole = float(weights.sum())
    return float(weights[kept].sum()) / whole if whole else 0.0
