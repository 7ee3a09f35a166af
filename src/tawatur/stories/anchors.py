"""Great events: groups of articles that all begin with the words of one, whatever else they tell of it.

An attack brings condemnations from forty capitals, visits to the wounded, lives of the dead:
groups that have little in common but the words of the event itself. Those words are known by
their burst: at once a large part of the news holds them.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from tawatur.stories.bags import Bag
from tawatur.stories.columns import Columns

_Anchors = dict[int, int]

# Set on 144 seeds of nine days, on which the F1 stays within .01 from 8,000 to 14,000 told, from .5 to .7
# carried, from .4 to .6 taken in, from 3 to 10 articles.
_TOLD_TOGETHER = 12_000
"""So much must what two groups share tell."""
_MOST_OF_IT = 0.5
"""A small group must carry so much of what the anchors of a grown one tell."""
GROWN = 5
"""Groups of so many articles gather others."""


def united(bags: Sequence[Bag], columns: Columns) -> tuple[tuple[int, ...], ...]:
    """Return which groups report one great event, each event as places in `bags`."""
    if not bags:
        return ()
    anchors = _anchors(bags, columns)
    carriers: dict[int, list[int]] = {}
    for place, bag in enumerate(bags):
        if bag.articles >= GROWN:
            for column in anchors[place]:
                carriers.setdefault(column, []).append(place)
    links = [*_grown(anchors, carriers), *_small(bags, anchors, carriers)]
    if not links:
        return ()
    one, other = np.array(links).T
    size = len(bags)
    _, event = connected_components(coo_array((np.ones(len(one)), (one, other)), shape=(size, size)))
    members: dict[int, list[int]] = {}
    for place in np.unique(links).tolist():
        members.setdefault(int(event[place]), []).append(place)
    return tuple(map(tuple, members.values()))


def _anchors(bags: Sequence[Bag], columns: Columns) -> list[_Anchors]:
    """Return for each group the columns that most of its articles begin with and that burst on its days."""
    carried = np.concatenate([bag.carried for bag in bags])
    group = np.repeat(np.arange(len(bags)), [len(bag.carried) for bag in bags])
    first, last = np.array([(bag.first, bag.last) for bag in bags]).T
    told = columns.bursts(carried, first[group], last[group])
    anchors: list[_Anchors] = [{} for _ in bags]
    met = np.flatnonzero(told)
    for place, column, much in zip(
        group[met].tolist(), carried[met].tolist(), told[met].tolist(), strict=True
    ):
        anchors[place][column] = much
    return anchors


def _grown(anchors: Sequence[_Anchors], carriers: dict[int, list[int]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of grown groups whose common anchors tell enough."""
    together: dict[tuple[int, int], int] = {}
    for column, places in carriers.items():
        for one, other in combinations(places, 2):
            told = min(anchors[one][column], anchors[other][column])
            together[one, other] = together.get((one, other), 0) + told
    return (pair for pair, told in together.items() if told >= _TOLD_TOGETHER)


def _small(
    bags: Sequence[Bag], anchors: Sequence[_Anchors], carriers: dict[int, list[int]]
) -> Iterator[tuple[int, int]]:
    """Yield each small group that carries a grown one's anchors, with the one it carries most of."""
    for place, bag in enumerate(bags):
        if bag.articles >= GROWN:
            continue
        carried: dict[int, int] = {}
        for column in anchors[place]:
            for grown in carriers.get(column, ()):
                carried[grown] = carried.get(grown, 0) + anchors[grown][column]
        near = [
            (told, grown)
            for grown, told in carried.items()
            if told >= max(_TOLD_TOGETHER, _MOST_OF_IT * sum(anchors[grown].values()))
        ]
        if near:
            yield place, max(near, key=lambda one: (one[0], -one[1]))[1]
