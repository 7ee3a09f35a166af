"""How alike two statements are, by the words and figures that tell most."""

import math
from bisect import bisect_left, bisect_right, insort
from collections.abc import Mapping, Sequence
from decimal import Decimal

from tawatur.arabic.derivation import root_keys
from tawatur.corroboration.figures import Figure, Hedge, agree
from tawatur.corroboration.statement import Statement
from tawatur.lexicons.common_words import CommonWords

# What a story's statements all speak of tells nothing among them; a few statements alone
# say little of that, so everyday news stands beside them.
_EVERYDAY_STATEMENTS = 50
# What one statement alone holds is the rarest of all, yet it tells less of what that says than of how: beside
# it the words that all the pages of a claim share would count for little.
_ALONE = 0.7
# A figure tells a claim better than the rarest of words does, and most where its noun tells what it counts.
# Pairs of statements of 13 events are told apart the better the more it weighs, but from 1.75 on a single
# figure that two statements share is enough to make them one.
_FIGURE_WEIGHT = 1.5
_COUNTED_WEIGHT = 1.7
# Figures that agree lie no farther apart, as a share of the one, than this; of one that is hedged, than that.
_NEAR, _NEAR_HEDGED = Decimal("0.06"), Decimal("0.34")
# A short statement leaves much unsaid: as much as this, squared, counts as not shared, so that
# three words alike by chance are no agreement.
_UNSAID = 6.0

Weights = Mapping[str, float]


def telling(statements: Sequence[Statement], *, common: CommonWords) -> tuple[Weights, ...]:
    """Weigh the words and figures of each statement by how few statements hold them, to length 1 or less.

    Words count by their root: what one page says with a verb another says with its noun.
    """
    spelt = _as_agreed(statements)
    terms = [
        dict.fromkeys(root_keys(statement.words), 1.0)
        | {spelt[figure]: _COUNTED_WEIGHT if figure.unit else _FIGURE_WEIGHT for figure in statement.figures}
        for statement in statements
    ]
    holders: dict[str, int] = {}
    for held in terms:
        for term in held:
            holders[term] = holders.get(term, 0) + 1
    total = len(statements) + _EVERYDAY_STATEMENTS
    shares, rare = common.root_shares, common.rare
    rarity = {
        term: -math.log((count + _EVERYDAY_STATEMENTS * shares.get(term, rare)) / total)
        * (_ALONE if count == 1 else 1.0)
        for term, count in holders.items()
    }
    return tuple(_unit({term: rarity[term] * weight for term, weight in held.items()}) for held in terms)


def product(one: Weights, other: Weights) -> float:
    """Return the inner product: of two single statements, their cosine."""
    if len(other) < len(one):
        one, other = other, one
    return sum(weight * other[term] for term, weight in one.items() if term in other)


def _as_agreed(statements: Sequence[Statement]) -> Mapping[Figure, str]:
    """Give figures that are said of one amount one term: 11,300 and 11,000, 310 and «more than 300»."""
    terms: dict[Figure, str] = {}
    known: list[Figure] = []
    figures = {figure for statement in statements for figure in statement.figures}
    for figure in sorted(figures, key=_exactest_first):
        apart = (_NEAR if figure.hedge is Hedge.EXACT else _NEAR_HEDGED) * abs(figure.value)
        start = bisect_left(known, figure.value - apart, key=_value)
        near = known[start : bisect_right(known, figure.value + apart, lo=start, key=_value)]
        same = min((one for one in near if agree(one, figure)), key=_exactest_first, default=None)
        if same is None:
            insort(known, figure, key=_value)
        terms[figure] = f"#{figure.value:f} {figure.unit}" if same is None else terms[same]
    return terms


def _value(figure: Figure) -> Decimal:
    return figure.value


def _exactest_first(figure: Figure) -> tuple[bool, int, Decimal, str]:
    hedged = figure.hedge is not Hedge.EXACT
    return hedged, len(figure.value.normalize().as_tuple().digits), figure.value, figure.unit or ""


def _unit(weights: dict[str, float]) -> Weights:
    length = math.sqrt(sum(weight * weight for weight in weights.values()) + _UNSAID)
    return {term: weight / length for term, weight in weights.items()}
