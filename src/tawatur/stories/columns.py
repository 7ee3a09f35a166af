"""How much each term tells among the articles at hand."""

import numpy as np
from numpy.typing import NDArray

from tawatur.stories.background import everyday_share, rarity
from tawatur.stories.words import TERM_NUMBERS

# How many articles of everyday news stand behind those at hand when terms are weighed: a handful
# of pages alone could not tell «said» from «earthquake». A term that everyday news have not met
# counts as if one in five hundred of these held it.
_EVERYDAY_ARTICLES = 1_000
_UNMET = 0.002
# What is common here and rare elsewhere tells the event that most articles here report, so a
# term counts as no commoner than this, or than twice its everyday share.
_COMMONEST_HERE = 0.02


class Columns:
    """A column for every term met, in the order of meeting them, and how many articles at hand hold it."""

    def __init__(self) -> None:
        self._column = np.full(TERM_NUMBERS, -1, dtype=np.int32)
        self._terms = np.empty(0, dtype=np.int64)
        self._holders = np.empty(0, dtype=np.int64)
        self._articles = 0

    def __len__(self) -> int:
        return len(self._terms)

    def meet(self, terms: NDArray[np.uint32]) -> None:
        """Give each of the terms a column that has none; a term may be given more than once.

        Those of many articles, one after the other, are met much quicker together.
        """
        unmet = terms[self._column[terms] < 0]
        if len(unmet):
            different, places = np.unique(unmet, return_index=True)
            fresh = different[np.argsort(places)]
            self._column[fresh] = np.arange(len(self._terms), len(self._terms) + len(fresh))
            self._terms = np.concatenate([self._terms, fresh])
            self._holders = np.concatenate([self._holders, np.zeros(len(fresh), dtype=np.int64)])

    def take(self, terms: NDArray[np.uint32]) -> NDArray[np.int32]:
        """Take in an article's terms and return their columns."""
        self.meet(terms)
        columns: NDArray[np.int32] = self._column[terms]
        self._holders[columns] += 1
        self._articles += 1
        return columns

    def drop(self, terms: NDArray[np.uint32]) -> None:
        """Drop an article that was taken in."""
        self._holders[self._column[terms]] -= 1
        self._articles -= 1

    def tells(self) -> NDArray[np.float64]:
        """Return for every column how much more it tells here than in everyday news, 1 where as much."""
        taken_for = everyday_share(self._terms)
        everyday = np.maximum(taken_for, _UNMET)
        here = np.minimum(self._holders, np.maximum(_COMMONEST_HERE, 2 * everyday) * self._articles)
        now = (here + _EVERYDAY_ARTICLES * everyday) / (self._articles + _EVERYDAY_ARTICLES)
        return rarity(now) / rarity(taken_for)
