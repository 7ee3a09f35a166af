"""Statements that say the same thing."""

from collections.abc import Sequence

import numpy as np
import scipy.sparse as sp

from tawatur.corroboration.figures import figures_conflict
from tawatur.corroboration.likeness import Weights, product, telling
from tawatur.corroboration.statement import Statement
from tawatur.lexicons.common_words import CommonWords

# Mean cosine of all members of two groups, set on the corroboration gold: all nine claims of
# two pages or more are found between .20 and .30.
_SAME = 0.25
# A statement and its negation share nearly all their words; a negation beside fewer shared
# words negates something else.
_SAME_NEGATED = 0.5
_ROWS_AT_ONCE = 1_000


def same_saying(statements: Sequence[Statement], *, common: CommonWords) -> tuple[tuple[Statement, ...], ...]:
    """Group statements that say the same thing, the most alike first; conflicting figures stay apart.

    Statements alike word for word are compared once.
    """
    wordings: dict[tuple[object, ...], list[Statement]] = {}
    for statement in statements:
        wordings.setdefault(_wording(statement), []).append(statement)
    different = [group[0] for group in wordings.values()]
    weights = telling(different, common=common)
    sayings = _Sayings(different, weights, [len(group) for group in wordings.values()])
    for one, other in _alike(weights):
        sayings.join(one, other)
    copies = list(wordings.values())
    return tuple(
        tuple(statement for place in members for statement in copies[place]) for members in sayings.members()
    )


def _wording(statement: Statement) -> tuple[object, ...]:
    return tuple(sorted(statement.words.items())), statement.figures


def _alike(weights: Sequence[Weights]) -> list[tuple[int, int]]:
    """Return the pairs of statements that are alike enough, the most alike first."""
    terms: dict[str, int] = {}
    rows = [row for row, held in enumerate(weights) for _ in held]
    columns = [terms.setdefault(term, len(terms)) for held in weights for term in held]
    values = [weight for held in weights for weight in held.values()]
    matrix = sp.csr_array((values, (rows, columns)), shape=(len(weights), max(len(terms), 1)))
    transposed = matrix.T.tocsc()
    found: list[tuple[float, int, int]] = []
    for start in range(0, len(weights), _ROWS_AT_ONCE):
        joined = (matrix[start : start + _ROWS_AT_ONCE] @ transposed).tocoo()
        first, second = joined.row + start, joined.col
        enough = (joined.data >= _SAME) & (first < second)
        # Rounded, so that the order of summation never decides which pair comes first.
        likeness = np.round(joined.data[enough], 9)
        found += zip((-likeness).tolist(), first[enough].tolist(), second[enough].tolist(), strict=True)
    return [(one, other) for _, one, other in sorted(found)]


class _Sayings:
    """Groups of statements, each with the sum of its members' weights and the figures they state."""

    def __init__(
        self, statements: Sequence[Statement], weights: Sequence[Weights], sizes: Sequence[int]
    ) -> None:
        self._home = list(range(len(statements)))
        self._members = {place: [place] for place in self._home}
        self._sizes = list(sizes)
        self._sums: list[dict[str, float]] = [
            {term: weight * size for term, weight in held.items()}
            for held, size in zip(weights, sizes, strict=True)
        ]
        self._figures = [set(statement.figures) for statement in statements]
        self._negative = [{statement.negated} for statement in statements]

    def members(self) -> tuple[tuple[int, ...], ...]:
        return tuple(tuple(sorted(members)) for _, members in sorted(self._members.items()))

    def join(self, one: int, other: int) -> None:
        """Join the groups of two statements, if they are alike on the whole and their figures agree."""
        first, second = sorted((self._home[one], self._home[other]))
        if first == second or figures_conflict(self._figures[first], self._figures[second]):
            return
        agreed = self._negative[first] == self._negative[second]
        if self._likeness(first, second) < (_SAME if agreed else _SAME_NEGATED):
            return
        for place in self._members[second]:
            self._home[place] = first
        self._members[first] += self._members.pop(second)
        self._sizes[first] += self._sizes[second]
        self._figures[first] |= self._figures[second]
        self._negative[first] |= self._negative[second]
        sums = self._sums[first]
        for term, weight in self._sums[second].items():
            sums[term] = sums.get(term, 0.0) + weight

    def _likeness(self, first: int, second: int) -> float:
        """Return the mean cosine between the members of two groups."""
        return product(self._sums[first], self._sums[second]) / (self._sizes[first] * self._sizes[second])
