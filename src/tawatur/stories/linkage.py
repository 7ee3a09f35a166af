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


def linked(
    sizes: Sequence[int], links: Iterable[Link], *, joined: Iterable[Sequence[int]] = ()
) -> tuple[tuple[int, ...], ...]:
    """Join what links of full strength join, in the order given, while both sides are linked well enough.

    The links between two sets, weak ones too, must have a mean of `_MEAN_STRENGTH`, where no link
    counts 0. `sizes` tells how many articles each of the things to join stands for; a thing
    that no link joins is a set by itself. Sets that are `joined` already stay so.
    """
    sets = _Sets(sizes)
    waiting: list[Link] = []
    for link in links:
        sets.tie(link)
        if link.strength >= 1:
            waiting.append(link)
    for one, *others in joined:
        for other in others:
            sets.join(one, other)
    grew = True
    while grew:
        before, waiting = len(waiting), [link for link in waiting if not sets.joined(link)]
        grew = len(waiting) < before
    return tuple(sets.members.values())


class _Sets:
    """Sets of places, and how strongly each is tied to each."""

    def __init__(self, sizes: Sequence[int]) -> None:
        self.members: dict[int, tuple[int, ...]] = {place: (place,) for place in range(len(sizes))}
        self._sizes = sizes
        self._weights = list(sizes)
        self._home = list(range(len(sizes)))
        self._ties: list[Counter[int]] = [Counter() for _ in sizes]

    def tie(self, link: Link) -> None:
        # Whole numbers add up to one sum in whatever order they come.
        whole = round(1_000 * link.strength) * self._sizes[link.first] * self._sizes[link.second]
        self._ties[link.first][link.second] = self._ties[link.second][link.first] = whole

    def joined(self, link: Link) -> bool:
        """Join the sets of a link's ends if they are tied well enough; tell whether they are one set now."""
        one, other = sorted((self._home[link.first], self._home[link.second]))
        if one == other:
            return True
        if self._ties[one][other] < 1_000 * _MEAN_STRENGTH * self._weights[one] * self._weights[other]:
            return False
        self.join(one, other)
        return True

    def join(self, first: int, second: int) -> None:
        """Join the sets of two places."""
        one, other = sorted((self._home[first], self._home[second]))
        if one == other:
            return
        self.members[one] += self.members.pop(other)
        self._weights[one] += self._weights[other]
        for place in self.members[one]:
            self._home[place] = one
        for third, tie in self._ties[other].items():
            if third != one:
                self._ties[one][third] += tie
                self._ties[third][one] += tie
            del self._ties[third][other]
        self._ties[other] = Counter()
