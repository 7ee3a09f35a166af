"""How much each term tells among the articles at hand."""

from datetime import date

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
# A great event puts its words into the news of a day: what so many articles hold, and so many
# times as large a part of them as on any day (144 seeds: from 6 to 50 articles the F1 stays within
# .01; it does from 1.7 to 2.5 but for one seed of 18 pairs).
_FEWEST = 30
_BURSTING = 1.7


class Columns:
    """A column for every term met, in the order of meeting them, and how many articles at hand hold it."""

    def __init__(self) -> None:
        self._column = np.full(TERM_NUMBERS, -1, dtype=np.int32)
        self._everyday = np.empty(0, dtype=np.float64)
        self._rarity = np.empty(0, dtype=np.float64)
        self._holders = np.empty(0, dtype=np.int64)
        self._articles = 0
        self._days: dict[int, _Day] = {}

    def __len__(self) -> int:
        return len(self._holders)

    def meet(self, terms: NDArray[np.uint32]) -> None:
        """Give each of the terms a column that has none; a term may be given more than once.

        Those of many articles, one after the other, are met much quicker together.
        """
        unmet = terms[self._column[terms] < 0]
        if len(unmet):
            different, places = np.unique(unmet, return_index=True)
            fresh = different[np.argsort(places)]
            self._column[fresh] = np.arange(len(self), len(self) + len(fresh))
            everyday = everyday_share(fresh)
            self._everyday = np.concatenate([self._everyday, everyday])
            self._rarity = np.concatenate([self._rarity, rarity(everyday)])
            self._holders = np.concatenate([self._holders, np.zeros(len(fresh), dtype=np.int64)])

    def take(self, terms: NDArray[np.uint32], day: date | None) -> NDArray[np.int32]:
        """Take in an article's terms and return their columns."""
        self.meet(terms)
        columns: NDArray[np.int32] = self._column[terms]
        self._holders[columns] += 1
        self._articles += 1
        if day:
            self._days.setdefault(day.toordinal(), _Day()).take(columns)
        return columns

    def drop(self, terms: NDArray[np.uint32], day: date | None) -> None:
        """Drop an article that was taken in."""
        columns = self._column[terms]
        self._holders[columns] -= 1
        self._articles -= 1
        if day:
            ordinal = day.toordinal()
            self._days[ordinal].drop(columns)
            if not self._days[ordinal].articles:
                del self._days[ordinal]

    def tells(self) -> NDArray[np.float64]:
        """Return for every column how much more it tells here than in everyday news, 1 where as much."""
        everyday = np.maximum(self._everyday, _UNMET)
        here = np.minimum(self._holders, np.maximum(_COMMONEST_HERE, 2 * everyday) * self._articles)
        now = (here + _EVERYDAY_ARTICLES * everyday) / (self._articles + _EVERYDAY_ARTICLES)
        return rarity(now) / self._rarity

    def bursts(
        self, columns: NDArray[np.int32], first: NDArray[np.float64], last: NDArray[np.float64]
    ) -> NDArray[np.int64]:
        """Return how much each column tells of an event that much of the news of some days is about.

        `first` and `last` are these days for each column. In thousandths, whole as sums of them must be
        exact; 0 for most: what fewer than `_FEWEST` articles of these days hold, or not `_BURSTING` times
        the part of them that holds it on any day.
        """
        days = np.array(sorted(self._days))
        asked, places = np.unique(columns, return_inverse=True)
        holders = np.zeros((len(days) + 1, len(asked)), dtype=np.int64)
        articles = np.zeros(len(days) + 1, dtype=np.int64)
        for place, day in enumerate(days.tolist()):
            holders[place + 1] = holders[place] + self._days[day].holding(asked)
            articles[place + 1] = articles[place] + self._days[day].articles
        ended = np.searchsorted(days, last, side="right")
        # Between days that are not known there is none.
        begun = np.where(np.isnan(first), ended, np.searchsorted(days, first))
        holding = holders[ended, places] - holders[begun, places]
        told = np.zeros(len(columns), dtype=np.int64)
        many = np.flatnonzero(holding >= _FEWEST)
        everyday = self._everyday[columns[many]]
        times = holding[many] / (articles[ended] - articles[begun])[many] / everyday
        bursting = times >= _BURSTING
        told[many[bursting]] = np.rint(1_000 * np.log(times[bursting]) * -np.log(everyday[bursting]))
        return told


class _Day:
    """How many articles of a day hold each column."""

    def __init__(self) -> None:
        self.articles = 0
        self.holders = np.zeros(0, dtype=np.int32)

    def take(self, columns: NDArray[np.int32]) -> None:
        """Count an article."""
        self.articles += 1
        if len(columns) and (least := int(columns.max()) + 1) > len(self.holders):
            self.holders = np.concatenate([self.holders, np.zeros(least, dtype=np.int32)])
        self.holders[columns] += 1

    def holding(self, columns: NDArray[np.int32]) -> NDArray[np.int64]:
        """Return how many articles hold each of `columns`."""
        counted = np.zeros(len(columns), dtype=np.int64)
        met = columns < len(self.holders)
        counted[met] = self.holders[columns[met]]
        return counted

    def drop(self, columns: NDArray[np.int32]) -> None:
        """Count an article no more."""
        self.articles -= 1
        self.holders[columns] -= 1
