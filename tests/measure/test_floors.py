from pathlib import Path

import pytest

from tawatur.errors import MeasureError
from tawatur.measure.floors import load_floors, shortfalls


@pytest.mark.parametrize(
    ("floors", "figures", "short"),
    [
        ({"body": 0.96}, {"body": 0.96}, ()),
        ({"body": 0.96}, {"body": 0.9597}, ()),
        ({"body": 0.96}, {"body": 0.959}, ("body 0.959 < 0.960",)),
        ({"body": 0.96, "title": 1.0}, {"body": 0.97}, ("title 0.000 < 1.000",)),
        ({}, {"body": 0.1}, ()),
    ],
)
def test_a_level_below_its_floor_or_missing_is_named(
    floors: dict[str, float], figures: dict[str, float], short: tuple[str, ...]
) -> None:
    assert shortfalls(floors, figures) == short


@pytest.mark.parametrize("raw", ["", "[]", '{"pages": 0.9}', '{"pages": {"body": "high"}}'])
def test_a_file_that_is_no_floors_is_an_error(tmp_path: Path, raw: str) -> None:
    file = tmp_path / "floors.json"
    file.write_text(raw)
    with pytest.raises(MeasureError, match=r"floors\.json"):
        load_floors(file)
