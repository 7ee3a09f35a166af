"""Three-word shingles: what two texts share where one was copied from the other."""

import numpy as np
from numpy.typing import NDArray

_FIRST = np.uint64(0x9E3779B97F4A7C15)
_SECOND = np.uint64(0xC2B2AE3D27D4EB4F)
_THIRD = np.uint64(0x165667B19E3779F9)
_UPPER = np.uint64(32)
_SHINGLE_WORDS = 3


def shingles(words: NDArray[np.uint64]) -> NDArray[np.uint32]:
    """Return the shingles of a text, given as the numbers of its words, in the order of reading.

    Each is a hash of 32 bits: of two articles of 350 shingles, one pair in thirty thousand shares one
    by chance, where copies share dozens.
    """
    if len(words) < _SHINGLE_WORDS:
        return np.empty(0, dtype=np.uint32)
    mixed = (words[:-2] * _FIRST) ^ (words[1:-1] * _SECOND + words[2:] * _THIRD)
    return ((mixed * _FIRST) >> _UPPER).astype(np.uint32)
