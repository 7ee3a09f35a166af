"""How alike two statements are, by the words and figures that tell most."""

import math
from collections.abc import Mapping, Sequence
from decimal import Decimal

from tawatur.corroboration.figures import rounds
from tawatur.corroboration.statement import Statement
from tawatur.lexicons.common_words import CommonWords

# What a story's statements all speak of tells nothing among them; a few statements alone
# say little of that, so everyday news stands beside them.
_EVERYDAY_STATEMENTS = 50
# A figure tells a claim better than the rarest of words does, and most where its noun tells what it counts.
# Pairs of statements of 13 events are told apart the better the more it weighs, but from 1.75 on a single
# figure that two statements share is enough to make them one.
_FIGURE_WEIGHT = 1.5
_COUNTED_WEIGHT = 1.7
# A short statement leaves much unsaid: as much as this, squared, counts as not shared, so that
# three words alike by chance are no agreement.
_UNSAID = 4.0

Weights = Mapping[str, float]


def telling(statements: Sequence[Statement], *, common: CommonWords) -> tuple[Weights, ...]:
    """Weigh the words and figures of each statement by how few statements hold them, to length 1 or less."""
    spelt = _as_rounded(statements)
    terms = [
        dict.fromkeys(statement.words, 1.0)
        | {
            spelt[figure.value]: _COUNTED_WEIGHT if figure.unit else _FIGURE_WEIGHT
            for figure in statement.figures
        }
        for statement in statements
    ]
    holders: dict[str, int] = {}
    for held in terms:
        for term in held:
            holders[term] = holders.get(term, 0) + 1
    total = len(statements) + _EVERYDAY_STATEMENTS
    rarity = {
        term: -math.log((count + _EVERYDAY_STATEMENTS * common.share(term)) / total)
        for term, count in holders.items()
    }
    return tuple(_unit({term: rarity[term] * weight for term, weight in held.items()}) for held in terms)


def product(one: Weights, other: Weights) -> float:
    """Return the inner product: of two single statements, their cosine."""
    if len(other) < len(one):
        one, other = other, one
    return sum(weight * other[term] for term, weight in one.items() if term in other)


def _as_rounded(statements: Sequence[Statement]) -> Mapping[Decimal, str]:
    """Give figures that are one another rounded (11,300 and 11,000) one term."""
    values = {figure.value for statement in statements for figure in statement.figures}
    terms: dict[Decimal, str] = {}
    of_size: dict[int, list[Decimal]] = {}
    for value in sorted(values, key=lambda value: (len(value.normalize().as_tuple().digits), value)):
        near = of_size.setdefault(value.adjusted(), [])
        same = next((one for one in near if rounds(one, value)), None)
        if same is None:
            near.append(value)
        terms[value] = f"#{value if same is None else same:f}"
    return terms


def _unit(weights: dict[str, float]) -> Weights:
    length = math.sqrt(sum(weight * weight for weight in weights.values()) + _UNSAID)
    return {term: weight / length for term, weight in weights.items()}
