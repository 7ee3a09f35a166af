"""Statements that say the same thing."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from tawatur.corroboration.figures import figures_conflict
from tawatur.corroboration.likeness import Weights, product, telling
from tawatur.corroboration.same_party import same_voice
from tawatur.corroboration.statement import Statement
from tawatur.lexicons.common_words import CommonWords

# Mean cosine of all members of two groups, the middle of what is best on the corroboration gold and the 19
# other events that are worked on (.29 to .37): lower, a statement that says part of a claim is drawn in.
_SAME = 0.33
# A statement and its negation share nearly all their words; a negation beside fewer shared
# words negates something else.
_SAME_NEGATED = 0.5
# Statements that differ in their figures share less, as figures weigh most.
_SAME_BUT_FIGURES = 0.25
# In a story of thousands of statements a term that more than this many hold tells little of any.
_MOST_HOLDERS = 300
_FEW = 50
_ROWS_AT_ONCE = 1_000
_PAIRS_AT_ONCE = 100_000
# What rounding may take from a sum.
_SLACK = 1e-9

Places = NDArray[np.int32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sayings:
    """Statements by what they say, and the places of those groups that are alike in all but figures."""

    groups: tuple[tuple[Statement, ...], ...]
    apart: tuple[tuple[int, int], ...]


def same_saying(statements: Sequence[Statement], *, common: CommonWords) -> Sayings:
    """Group statements that say the same thing, the most alike first; conflicting figures stay apart.

    Statements alike word for word are compared once.
    """
    wordings: dict[tuple[object, ...], list[Statement]] = {}
    for statement in statements:
        wordings.setdefault(_wording(statement), []).append(statement)
    copies = list(wordings.values())
    different = [group[0] for group in copies]
    weights = telling(different, common=common)
    sayings = _Joining(different, weights, [len(group) for group in copies])
    for one, other in _alike(weights):
        sayings.join(one, other)
    return Sayings(
        groups=tuple(
            tuple(statement for place in members for statement in copies[place])
            for members in sayings.members()
        ),
        apart=sayings.apart(),
    )


def _wording(statement: Statement) -> tuple[object, ...]:
    reacting = statement.party.mention if statement.reacts else None
    return frozenset(statement.words.items()), statement.figures, reacting


def _alike(weights: Sequence[Weights]) -> list[tuple[int, int]]:
    """Return the pairs of statements that are alike enough, the most alike first."""
    found = _alike_of_few(weights) if len(weights) <= _FEW else _alike_of_many(weights)
    return [(one, other) for _, one, other in sorted(found)]


def _alike_of_few(weights: Sequence[Weights]) -> list[tuple[float, int, int]]:
    """Compare every statement with every other: of a few, that is sooner done than choosing."""
    columns, values, lengths = _columns(weights)
    dense = np.zeros((len(weights), max(columns, default=0) + 1))
    dense[np.repeat(np.arange(len(weights)), lengths), columns] = values
    # Of so little, a product that wakes other cores costs more than it does.
    likeness = np.triu(np.einsum("ij,kj->ik", dense, dense), 1)
    first, second = np.nonzero(likeness >= _SAME)
    return list(zip(_ordered(likeness[first, second]), first.tolist(), second.tolist(), strict=True))


def _alike_of_many(weights: Sequence[Weights]) -> list[tuple[float, int, int]]:
    """Compare statements that share a term which few others hold.

    So the work grows with the number of statements and not with its square.
    """
    matrix = _matrix(weights)
    rare = np.bincount(matrix.indices, minlength=matrix.shape[1]) <= _MOST_HOLDERS
    common = (matrix @ sp.diags_array((~rare).astype(float))).tocsr()
    lengths = np.sqrt(common.multiply(common).sum(axis=1))
    holders = (matrix @ sp.diags_array(rare.astype(float))).T.tocsr()
    found: list[tuple[float, int, int]] = []
    for start in range(0, len(weights), _ROWS_AT_ONCE):
        joined = matrix[start : start + _ROWS_AT_ONCE] @ holders
        first = np.repeat(np.arange(start, start + joined.shape[0]), np.diff(joined.indptr))
        # Common terms add no more than the product of the lengths they have.
        hopeful = joined.data + lengths[first] * lengths[joined.indices] >= _SAME - _SLACK
        pairs = hopeful & (joined.data > 0) & (first < joined.indices)
        first, second = first[pairs], joined.indices[pairs]
        likeness = joined.data[pairs] + _shared(common, first, second)
        alike = likeness >= _SAME
        found += zip(_ordered(likeness[alike]), first[alike].tolist(), second[alike].tolist(), strict=True)
    return found


def _ordered(likeness: NDArray[np.float64]) -> list[float]:
    """Return numbers that put the most alike first; the order of summation must not decide among equals."""
    ordered: list[float] = np.round(-likeness, 9).tolist()
    return ordered


def _shared(common: sp.csr_array, first: Places, second: Places) -> NDArray[np.float64]:
    """Return what the terms that many hold add to the likeness of pairs."""
    added = np.zeros(len(first))
    if common.nnz:
        for start in range(0, len(first), _PAIRS_AT_ONCE):
            stretch = slice(start, start + _PAIRS_AT_ONCE)
            added[stretch] = common[first[stretch]].multiply(common[second[stretch]]).sum(axis=1)
    return added


def _matrix(weights: Sequence[Weights]) -> sp.csr_array:
    """Return the weights as a row for each statement and a column for each term."""
    columns, values, lengths = _columns(weights)
    starts = np.cumsum([0, *lengths])
    return sp.csr_array((values, columns, starts), shape=(len(weights), max(columns, default=0) + 1))


def _columns(weights: Sequence[Weights]) -> tuple[list[int], list[float], list[int]]:
    """Return the column of every term and its weight, statement after statement, and how many each has."""
    terms: dict[str, int] = {}
    columns = [terms.setdefault(term, len(terms)) for held in weights for term in held]
    return columns, list(chain.from_iterable(held.values() for held in weights)), list(map(len, weights))


class _Joining:
    """Groups of statements, each with the sum of its members' weights and the figures they state."""

    def __init__(
        self, statements: Sequence[Statement], weights: Sequence[Weights], sizes: Sequence[int]
    ) -> None:
        self._home = list(range(len(statements)))
        self._members = {place: [place] for place in self._home}
        self._sizes = list(sizes)
        self._weights = weights
        self._sums: dict[int, dict[str, float]] = {}
        self._figures = [dict.fromkeys(statement.figures) for statement in statements]
        self._negative = [{statement.negated} for statement in statements]
        self._ways = [{statement.direction} - {None} for statement in statements]
        self._reacting = [[statement.party] if statement.reacts else [] for statement in statements]
        self._refused: set[tuple[int, int, int, int]] = set()
        self._apart: set[tuple[int, int]] = set()

    def members(self) -> tuple[tuple[int, ...], ...]:
        return tuple(tuple(sorted(members)) for _, members in sorted(self._members.items()))

    def apart(self) -> tuple[tuple[int, int], ...]:
        """Return the places, among the groups, of those that only figures kept apart."""
        places = {home: place for place, home in enumerate(sorted(self._members))}
        pairs = {(places[self._home[one]], places[self._home[other]]) for one, other in self._apart}
        return tuple(sorted((min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]))

    def join(self, one: int, other: int) -> None:
        """Join the groups of two statements, if they are alike on the whole and their figures agree."""
        first, second = sorted((self._home[one], self._home[other]))
        # Two groups are compared once, until one of them grows.
        compared = (first, second, len(self._members[first]), len(self._members[second]))
        if first == second or compared in self._refused:
            return
        if (
            self._conflict(first, second)
            or len(self._ways[first] | self._ways[second]) > 1
            or self._react_apart(first, second)
            or not self._say_the_same(first, second)
        ):
            self._refused.add(compared)
            return
        sums = self._sum(first)
        for term, weight in self._sum(second).items():
            sums[term] = sums.get(term, 0.0) + weight
        for place in self._members[second]:
            self._home[place] = first
        self._members[first] += self._members.pop(second)
        self._sizes[first] += self._sizes[second]
        self._figures[first] |= self._figures[second]
        self._negative[first] |= self._negative[second]
        self._ways[first] |= self._ways[second]
        self._reacting[first] += self._reacting[second]

    def _conflict(self, first: int, second: int) -> bool:
        if not figures_conflict(self._figures[first], self._figures[second]):
            return False
        if self._likeness(first, second) >= _SAME_BUT_FIGURES:
            self._apart.add((first, second))
        return True

    def _react_apart(self, first: int, second: int) -> bool:
        """Tell whether two groups are the wishes or reactions of different people: no one claim."""
        ours, theirs = self._reacting[first], self._reacting[second]
        return bool(ours and theirs) and not any(same_voice(one, other) for one in ours for other in theirs)

    def _say_the_same(self, first: int, second: int) -> bool:
        agreed = self._negative[first] == self._negative[second]
        return self._likeness(first, second) >= (_SAME if agreed else _SAME_NEGATED)

    def _likeness(self, first: int, second: int) -> float:
        """Return the mean cosine between the members of two groups."""
        return product(self._sum(first), self._sum(second)) / (self._sizes[first] * self._sizes[second])

    def _sum(self, home: int) -> dict[str, float]:
        if home not in self._sums:
            size = self._sizes[home]
            self._sums[home] = {term: weight * size for term, weight in self._weights[home].items()}
        return self._sums[home]
