"""The gate: no stage falls below what it has reached on the gold."""

from pathlib import Path

import pytest

from tawatur.measure.floors import load_floors, shortfalls
from tawatur.measure.stages import STAGES

FLOORS = load_floors(Path(__file__).parent / "floors.json")


def test_every_stage_has_its_floors() -> None:
    assert FLOORS.keys() == STAGES.keys()


@pytest.mark.parametrize("stage", STAGES)
def test_no_figure_lies_below_its_floor(stage: str, shared: Path) -> None:
    assert shortfalls(FLOORS[stage], STAGES[stage](shared, 0).figures) == ()
