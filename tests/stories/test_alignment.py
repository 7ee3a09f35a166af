import numpy as np
import pytest

from tawatur.stories.alignment import Weighted, aligned

TEXT = list(range(100))
OTHERS = list(range(100, 200))

CASES = [
    ("the whole", TEXT, TEXT, 1.0, 1.0),
    ("nothing", TEXT, OTHERS, 0.0, 0.0),
    ("the lead, and other words behind it", TEXT, TEXT[:30] + OTHERS, 0.3, 1.0),
    ("a paragraph of background in both", TEXT, OTHERS[:60] + TEXT[60:], 0.4, 0.0),
    ("a lead pasted far down", TEXT, OTHERS + TEXT[:50], 0.5, 0.0),
    ("no run longer than seven words", TEXT, [one for one in TEXT if one % 6], 0.0, 25 / 30),
    ("no words", [], TEXT, 0.0, 0.0),
]


def weighted(text: list[int], *, stock: int = 0) -> Weighted:
    numbers = np.array(text, dtype=np.uint32)
    return Weighted(numbers, np.where(numbers < stock, 0.0, 1.0))


@pytest.mark.parametrize(
    ("what", "lighter", "other", "in_runs", "leads"), CASES, ids=[case[0] for case in CASES]
)
def test_runs_count_and_leads_count_where_both_texts_have_them(
    what: str, lighter: list[int], other: list[int], in_runs: float, leads: float
) -> None:
    found = aligned(weighted(lighter), weighted(other))
    assert found.in_runs == pytest.approx(in_runs)
    assert found.leads == pytest.approx(leads)


def test_stock_phrases_weigh_less() -> None:
    text = weighted(TEXT, stock=30)
    formula = weighted(TEXT[:30] + OTHERS, stock=30)
    assert aligned(text, formula) == (0.0, 0.0)
