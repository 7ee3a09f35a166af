"""How alike two statements are, by the words and figures that tell most."""

import math
from collections.abc import Mapping, Sequence

from tawatur.corroboration.statement import Statement
from tawatur.lexicons.common_words import CommonWords

# What a story's statements all speak of tells nothing among them; a few statements alone
# say little of that, so everyday news stands beside them.
_EVERYDAY_STATEMENTS = 50
# A figure tells a claim better than the rarest of words does.
_FIGURE_WEIGHT = 1.5
# A short statement leaves much unsaid: as much as this, squared, counts as not shared, so that
# three words alike by chance are no agreement.
_UNSAID = 4.0

Weights = Mapping[str, float]


def telling(statements: Sequence[Statement], *, common: CommonWords) -> tuple[Weights, ...]:
    """Weigh the words and figures of each statement by how few statements hold them, to length 1 or less."""
    holders: dict[str, int] = {}
    for statement in statements:
        for term in _terms(statement):
            holders[term] = holders.get(term, 0) + 1
    total = len(statements) + _EVERYDAY_STATEMENTS
    rarity = {
        term: -math.log((count + _EVERYDAY_STATEMENTS * common.share(term)) / total)
        for term, count in holders.items()
    }
    return tuple(
        _unit(
            {term: rarity[term] * (_FIGURE_WEIGHT if term[0] == "#" else 1.0) for term in _terms(statement)}
        )
        for statement in statements
    )


def product(one: Weights, other: Weights) -> float:
    """Return the inner product: of two single statements, their cosine."""
    if len(other) < len(one):
        one, other = other, one
    return sum(weight * other[term] for term, weight in one.items() if term in other)


def _terms(statement: Statement) -> tuple[str, ...]:
    return (*statement.words, *(f"#{figure.value:f}" for figure in statement.figures))


def _unit(weights: dict[str, float]) -> Weights:
    length = math.sqrt(sum(weight * weight for weight in weights.values()) + _UNSAID)
    return {term: weight / length for term, weight in weights.items()}
