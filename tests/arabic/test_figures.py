"""Figures: thousands, fractions, and what is no number at all."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.arabic.figures import figure_value


@pytest.mark.parametrize(
    ("figure", "decimal", "expected"),
    [
        ("15", False, "15"),
        ("007", False, "7"),
        ("11,300", False, "11300"),
        ("11,300", True, "11300"),
        ("11.300", False, "11300"),
        ("11.300", True, "11.3"),
        ("1.234.567", True, "1234567"),
        ("1,234.56", False, "1234.56"),
        ("1.234,56", False, "1234.56"),
        ("3.5", False, "3.5"),
        ("3,5", False, "3.5"),
        ("0.108", False, "0.108"),
        ("0,300", False, "0.3"),
        ("2130.170", False, "2130.17"),
        ("4ر1", False, "1.4"),
        ("25ر49", False, "49.25"),
    ],
)
def test_value(figure: str, decimal: bool, expected: str) -> None:
    assert figure_value(figure, decimal=decimal) == Decimal(expected)


@pytest.mark.parametrize(
    "figure", ["11.5.2025", "1.2.3", "2014,2015", "5,400,00", "1ر2ر3", "9" * 16, "1" * 5_000]
)
def test_no_number(figure: str) -> None:
    assert figure_value(figure, decimal=False) is None


@given(st.integers(0, 10**11))
def test_both_ways_of_grouping_say_the_same(number: int) -> None:
    grouped = f"{number:,}"
    assert figure_value(grouped, decimal=False) == number
    assert figure_value(grouped.replace(",", "."), decimal=False) == number
