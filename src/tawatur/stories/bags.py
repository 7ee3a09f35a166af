"""The terms of a group of articles, summed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, reduce
from operator import or_

import numpy as np
from numpy.typing import NDArray

# A long story has thousands of terms; the strongest decide and the rest cost time (of 80, F1 loses .01).
_STRONGEST_TERMS = 150
# What so large a part of a group's articles begin with may anchor it to a great event (`anchors`).
_CARRIED = 0.6


@dataclass(frozen=True, kw_only=True)
class Bag:
    """The summed terms of a group: how heavy each column of `columns` is, rising, in whole numbers.

    `leading` counts the articles that begin with it, in title or first words.
    `first` and `last` are the ordinals of the first and last day, not a number where no article
    is dated. `weekdays` has a bit for every weekday on which an article is known to lie.
    """

    articles: int
    columns: NDArray[np.int32]
    weights: NDArray[np.int64]
    leading: NDArray[np.int64]
    first: float
    last: float
    weekdays: int

    @cached_property
    def strongest(self) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
        """The strongest columns and their weights, and all that are as strong as the last of them."""
        if len(self.weights) <= _STRONGEST_TERMS:
            return self.columns, self.weights
        kept = self.weights >= np.partition(self.weights, -_STRONGEST_TERMS)[-_STRONGEST_TERMS]
        return self.columns[kept], self.weights[kept]

    @cached_property
    def carried(self) -> NDArray[np.int32]:
        """The columns that most of the articles begin with."""
        return self.columns[self.leading >= _CARRIED * self.articles]


def together(bags: Sequence[Bag]) -> Bag:
    """Sum bags; exact, and so the same in whatever order they come.

    >>> days = {"first": 1.0, "last": 1.0, "weekdays": 1}
    >>> one = Bag(
    ...     articles=1, columns=np.array([2, 5]), weights=np.array([3, 4]), leading=np.array([1, 1]), **days
    ... )
    >>> days = {"first": 3.0, "last": 3.0, "weekdays": 4}
    >>> other = Bag(articles=1, columns=np.array([5]), weights=np.array([1]), leading=np.array([1]), **days)
    >>> both = together([one, other])
    >>> both.columns.tolist(), both.weights.tolist(), both.leading.tolist(), both.last, both.weekdays
    ([2, 5], [3, 5], [1, 2], 3.0, 5)
    """
    if len(bags) == 1:
        return bags[0]
    columns, places = np.unique(np.concatenate([bag.columns for bag in bags]), return_inverse=True)
    weights, leading = np.zeros((2, len(columns)), dtype=np.int64)
    np.add.at(weights, places, np.concatenate([bag.weights for bag in bags]))
    np.add.at(leading, places, np.concatenate([bag.leading for bag in bags]))
    return Bag(
        articles=sum(bag.articles for bag in bags),
        columns=columns,
        weights=weights,
        leading=leading,
        first=_least(bag.first for bag in bags),
        last=-_least(-bag.last for bag in bags),
        weekdays=reduce(or_, (bag.weekdays for bag in bags)),
    )


def _least(days: Iterable[float]) -> float:
    return float(np.fmin.reduce(list(days)))
