from pathlib import Path

import pytest

from tawatur.errors import MeasureError
from tawatur.measure.scorers import score


def scorer(folder: Path, body: str) -> Path:
    file = folder / "scorer.py"
    file.write_text(body)
    return file


def test_every_kind_of_line_gives_its_figures(tmp_path: Path) -> None:
    lines = (
        "body      P 0.948  R 0.979  F1 0.963  (181 articles of 181 pages)",
        "title     3/4 = 0.750",
        "credits   F1 0.500",
        "kind accuracy 0.930  act accuracy 0.950",
        "12 articles, 40 gold attributions, 39 predicted",
    )
    made = score(scorer(tmp_path, f"print({chr(10).join(lines)!r})"))
    assert made.figures == {"body": 0.963, "title": 0.75, "credits": 0.5, "kind": 0.93, "act": 0.95}


@pytest.mark.parametrize("body", ["raise SystemExit('fault: a stands in two sets')", "print('nothing')"])
def test_a_scorer_that_fails_or_says_nothing_is_an_error(tmp_path: Path, body: str) -> None:
    with pytest.raises(MeasureError, match=r"scorer\.py"):
        score(scorer(tmp_path, body))


def test_a_missing_scorer_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(MeasureError, match="no scorer"):
        score(tmp_path / "absent.py")
