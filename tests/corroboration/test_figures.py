from decimal import Decimal

import pytest

from tawatur.corroboration.figures import Figure, Hedge, figures_conflict, rounds


def exact(value: int) -> Figure:
    return Figure(Decimal(value), Hedge.EXACT, None)


AGREEMENTS = [
    ("3000", "3000", True),
    ("11300", "11000", True),
    ("97.4", "97", True),
    ("97.4", "100", True),
    ("11300", "10000", False),
    ("5300", "5000", False),
    ("5300", "3000", False),
    ("27.75", "27", False),
    ("0", "0", True),
    ("0", "1", False),
    ("600", "6", False),
]


@pytest.mark.parametrize(("one", "other", "expected"), AGREEMENTS)
def test_a_figure_agrees_with_itself_rounded(one: str, other: str, expected: bool) -> None:
    assert rounds(Decimal(one), Decimal(other)) is expected
    assert rounds(Decimal(other), Decimal(one)) is expected


CONFLICTS = [
    ((), (), False),
    ((), (7,), False),
    ((7,), (8,), True),
    ((7, 8), (8, 9), False),
    ((11_300,), (11_000,), False),
]


@pytest.mark.parametrize(("one", "other", "expected"), CONFLICTS)
def test_figures_conflict_where_none_rounds(
    one: tuple[int, ...], other: tuple[int, ...], expected: bool
) -> None:
    assert figures_conflict(map(exact, one), map(exact, other)) is expected
