"""Words as numbers that are the same in every process, so that numpy can compare articles."""

import re
from collections.abc import Iterable
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from tawatur.arabic.folding import fold
from tawatur.arabic.words import light_stems

# Four times as fast as arabic.words, whose spans are not needed here.
_WORD = re.compile(r"\w+")
# Of 150,000 stems, one in thirty shares its number with another.
TERM_NUMBERS = 1 << 22
"""Numbers of terms are below this."""


def word_numbers(text: str) -> NDArray[np.uint64]:
    """Return a number for every folded word of `text`, in the order of reading."""
    return np.array([crc32(word.encode()) for word in folded_words(text)], dtype=np.uint64)


# The terms and the shingles of an article are made of the same words.
@lru_cache(maxsize=4)
def folded_words(text: str) -> tuple[str, ...]:
    """Return the folded words of `text`, in the order of reading."""
    return tuple(_WORD.findall(fold(text).text))


def term_numbers(words: Iterable[str]) -> NDArray[np.uint32]:
    """Return the number of the light stem of each of some folded words."""
    return np.array([crc32(stem.encode()) % TERM_NUMBERS for stem in light_stems(words)], dtype=np.uint32)
