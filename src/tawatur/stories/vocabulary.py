"""Articles as sequences of word numbers, so that numpy can compare them."""

import re
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from tawatur.arabic.folding import folded

# Four times as fast as arabic.words, whose spans are not needed here.
_WORD = re.compile(r"\w+")


class Vocabulary:
    """The words met so far, each with a number of its own."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._numbers)

    @property
    def words(self) -> tuple[str, ...]:
        """The words in the order of their numbers."""
        return tuple(self._numbers)

    def numbers(self, text: str) -> NDArray[np.int64]:
        """Return the numbers of the folded words of `text`, giving new words the next ones."""
        known = self._numbers
        return np.fromiter(
            (known.setdefault(word, len(known)) for word in _WORD.findall(folded(text))), dtype=np.int64
        )


def numbered(texts: Iterable[str]) -> tuple[tuple[NDArray[np.int64], ...], Vocabulary]:
    """Return every text as its word numbers, with the vocabulary that gave them."""
    vocabulary = Vocabulary()
    return tuple([vocabulary.numbers(text) for text in texts]), vocabulary
