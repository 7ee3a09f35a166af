from decimal import Decimal

import pytest

from tawatur.corroboration.likeness import agrees, figures_conflict

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
    assert agrees(Decimal(one), Decimal(other)) is expected
    assert agrees(Decimal(other), Decimal(one)) is expected


CONFLICTS = [
    ((), (), False),
    ((), (7,), False),
    ((7,), (8,), True),
    ((7, 8), (8, 9), False),
    ((11_300,), (11_000,), False),
]


@pytest.mark.parametrize(("one", "other", "expected"), CONFLICTS)
def test_figures_conflict_where_none_agrees(
    one: tuple[int, ...], other: tuple[int, ...], expected: bool
) -> None:
    assert figures_conflict(map(Decimal, one), map(Decimal, other)) is expected
