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


class Weighted(NamedTuple):
    """The shingles of a text in the order of reading, with the weight of each."""

    shingles: NDArray[np.uint32]
    weights: NDArray[np.float64]


def aligned(lighter: Weighted, other: Weighted) -> Alignment:
    """Align two texts, of which `lighter` has the lesser weight."""
    shared = _held(lighter.shingles, other.shingles)
    led = _held(other.shingles[:_SHINGLES_OF_LEAD], lighter.shingles)
    return Alignment(
        in_runs=_part(_in_runs(shared), lighter.weights),
        leads=min(_lead(shared, lighter.weights), _lead(led, other.weights)),
    )


def _held(some: NDArray[np.uint32], others: NDArray[np.uint32]) -> NDArray[np.bool_]:
    """Tell which of some shingles are among others; for so few, `np.isin` takes six times as long."""
    if not len(others):
        return np.zeros(len(some), dtype=bool)
    rising = np.sort(others)
    held: NDArray[np.bool_] = rising[np.minimum(np.searchsorted(rising, some), len(rising) - 1)] == some
    return held


def _in_runs(shared: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Keep the runs of shared shingles that are long enough."""
    bounds = np.flatnonzero(np.diff(shared, prepend=False, append=False))
    lengths = bounds[1::2] - bounds[::2]
    kept = shared.copy()
    kept[shared] = np.repeat(lengths >= _SHINGLES_OF_RUN, lengths)
    return kept


def _lead(shared: NDArray[np.bool_], weights: NDArray[np.float64]) -> float:
    return _part(shared[:_SHINGLES_OF_LEAD], weights[:_SHINGLES_OF_LEAD])


def _part(kept: NDArray[np.bool_], weights: NDArray[np.float64]) -> float:
    whole = float(weights.sum())
    return float(weights[kept].sum()) / whole if whole else 0.0
