"""Which pairs of statements are looked at: all that are alike, however many statements hold a term."""

import random

import pytest

from tawatur.corroboration import grouping
from tawatur.corroboration.likeness import Weights, product

_ALIKE = grouping._SAME


@pytest.mark.parametrize("most_holders", [300, 12, 5])
def test_pairs_are_those_that_comparing_every_two_finds(
    monkeypatch: pytest.MonkeyPatch, most_holders: int
) -> None:
    """Save for those that share nothing but what very many hold."""
    monkeypatch.setattr(grouping, "_MOST_HOLDERS", most_holders)
    monkeypatch.setattr(grouping, "_ROWS_AT_ONCE", 17)
    chance = random.Random(7)
    weights: list[Weights] = []
    for _ in range(60):
        terms = {f"t{int(chance.paretovariate(0.6)) % 90}" for _ in range(8)}
        length = sum(chance.random() ** 2 for _ in terms) ** 0.5 + 1.0
        weights.append({term: 1.5 * chance.random() / length for term in terms})
    holders = {term: sum(term in held for held in weights) for held in weights for term in held}
    expected = {
        (one, other)
        for other in range(len(weights))
        for one in range(other)
        if product(weights[one], weights[other]) >= _ALIKE
        and any(holders[term] <= most_holders for term in weights[one].keys() & weights[other].keys())
    }
    assert expected
    assert set(grouping._alike(weights)) == expected
