"""How alike two statements are: by telling words, and by figures that agree or conflict."""

import math
from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

from tawatur.corroboration.statements import Statement
from tawatur.lexicons.common_words import CommonWords

# What a story's statements all speak of tells nothing among them; a few statements alone
# say little of that, so everyday news stands beside them.
_EVERYDAY_STATEMENTS = 50
# A figure tells a claim better than the rarest of words does.
_FIGURE_WEIGHT = 1.5
# A short statement leaves much unsaid: as much as this, squared, counts as not shared, so that
# three words alike by chance are no agreement.
_UNSAID = 4.0
# Newspapers round 97.4 to 100 and 11,300 to 11,000; what lies farther off is another figure.
_ROUNDED_BY = Decimal("0.05")

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


def figures_conflict(one: Iterable[Decimal], other: Iterable[Decimal]) -> bool:
    """Tell whether both state figures and none of one agrees with any of the other.

    >>> figures_conflict([Decimal(11_300)], [Decimal(11_000)])
    False
    >>> figures_conflict([Decimal(5_300)], [Decimal(3_000)])
    True
    """
    first, second = tuple(one), tuple(other)
    return bool(first and second) and not any(agrees(a, b) for a in first for b in second)


def agrees(one: Decimal, other: Decimal) -> bool:
    """Tell whether one figure is the other, or the other rounded to as many digits as it shows.

    >>> agrees(Decimal("97.4"), Decimal(100)), agrees(Decimal(11_300), Decimal(10_000))
    (True, False)
    """
    return one == other or _rounded(one, other) or _rounded(other, one)


def _rounded(exact: Decimal, round_figure: Decimal) -> bool:
    if abs(exact - round_figure) > _ROUNDED_BY * abs(exact):
        return False
    shown = round_figure.normalize().as_tuple()
    if not isinstance(shown.exponent, int) or len(exact.normalize().as_tuple().digits) <= len(shown.digits):
        return False
    return exact.quantize(Decimal(1).scaleb(shown.exponent), rounding=ROUND_HALF_UP) == round_figure


def _terms(statement: Statement) -> tuple[str, ...]:
    return (*statement.words, *(f"#{figure.normalize():f}" for figure in statement.figures))


def _unit(weights: dict[str, float]) -> Weights:
    length = math.sqrt(sum(weight * weight for weight in weights.values()) + _UNSAID)
    return {term: weight / length for term, weight in weights.items()}
