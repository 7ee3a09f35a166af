"""Sets that grow only where their members belong together."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

# More than half: a round-up that pastes five ministries' statements is a copy of each of them,
# and must not make one family of the five. From .58 to .67 the copies stay the same.
_MEAN_STRENGTH = 0.6


class Link(NamedTuple):
    """How strongly two things belong together, 0 to 1; only a link of 1 joins."""

    first: int
    second: int
    strength: float


def linked(sizes: Sequence[int], links: Iterable[Link]) -> tuple[tuple[int, ...], ...]:
    """Join what links of full strength join, in the order given, while both sides are linked well enough.

    The links between two sets, weak ones too, must have a mean of `_MEAN_STRENGTH`, where no link
    counts 0. `sizes` tells how many articles each of the things to join stands for; a thing
    that no link joins is a set by itself.
    """
    sets: dict[int, tuple[int, ...]] = {place: (place,) for place in range(len(sizes))}
    home = list(range(len(sizes)))
    weights = list(sizes)
    strengths: list[Counter[int]] = [Counter() for _ in sizes]
    waiting: list[tuple[int, int]] = []
    for first, second, strength in links:
        # Whole numbers add up to one sum in whatever order they come.
        whole = round(1_000 * strength) * sizes[first] * sizes[second]
        strengths[first][second] = strengths[second][first] = whole
        if strength >= 1:
            waiting.append((first, second))
    joined = True
    while joined:
        joined, refused = False, []
        for pair in waiting:
            one, other = sorted(home[place] for place in pair)
            if one == other:
                continue
            if strengths[one][other] < 1_000 * _MEAN_STRENGTH * weights[one] * weights[other]:
                refused.append(pair)
                continue
            sets[one] += sets.pop(other)
            weights[one] += weights[other]
            for place in sets[one]:
                home[place] = one
            _move_links(strengths, one, other)
            joined = True
        waiting = refused
    return tuple(sets.values())


def _move_links(strengths: list[Counter[int]], one: int, other: int) -> None:
    """Give `one` the links of `other`, which it has taken in."""
    for third, strength in strengths[other].items():
        if third != one:
            strengths[one][third] += strength
            strengths[third][one] += strength
        del strengths[third][other]
    strengths[other] = Counter()
