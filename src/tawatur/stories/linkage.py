"""Sets that grow only where most of their members belong together."""

from collections import Counter
from collections.abc import Iterable, Sequence

# Half: a round-up that pastes five ministries' statements is a copy of each of them, and
# must not make one family of the five.
_LINKED_PART = 0.5


def linked(sizes: Sequence[int], pairs: Iterable[tuple[int, int]]) -> tuple[tuple[int, ...], ...]:
    """Join what `pairs` links, the strongest pair first, while most of both sides is linked.

    `sizes` tells how many articles each of the things to join stands for; a thing that no
    pair joins is a set by itself.
    """
    sets: dict[int, tuple[int, ...]] = {place: (place,) for place in range(len(sizes))}
    home = list(range(len(sizes)))
    weights = list(sizes)
    links: list[Counter[int]] = [Counter() for _ in sizes]
    waiting = list(pairs)
    for first, second in waiting:
        links[first][second] = links[second][first] = sizes[first] * sizes[second]
    joined = True
    while joined:
        joined, refused = False, []
        for pair in waiting:
            one, other = sorted(home[place] for place in pair)
            if one == other:
                continue
            if links[one][other] < _LINKED_PART * weights[one] * weights[other]:
                refused.append(pair)
                continue
            sets[one] += sets.pop(other)
            weights[one] += weights[other]
            for place in sets[one]:
                home[place] = one
            _move_links(links, one, other)
            joined = True
        waiting = refused
    return tuple(sets.values())


def _move_links(links: list[Counter[int]], one: int, other: int) -> None:
    """Give `one` the links of `other`, which it has taken in."""
    for third, weight in links[other].items():
        if third != one:
            links[one][third] += weight
            links[third][one] += weight
        del links[third][other]
    links[other] = Counter()
