"""Floors: figures that were reached once and are not given up silently."""

from pathlib import Path

import msgspec

from tawatur.errors import MeasureError

# The scorers print three decimals, so a figure may lie half a step below its printed self.
_STEP = 0.0005

Floors = dict[str, dict[str, float]]


def load_floors(file: Path) -> Floors:
    """Read the floors, by stage and level.

    Raises:
        MeasureError: the file cannot be read or does not have the form.
    """
    try:
        return msgspec.json.decode(file.read_bytes(), type=Floors)
    except (OSError, msgspec.MsgspecError) as error:
        raise MeasureError(f"{file}: {error}") from error


def shortfalls(floors: dict[str, float], figures: dict[str, float]) -> tuple[str, ...]:
    """Name each level whose figure lies below its floor, or is missing.

    >>> shortfalls({"cue": 0.9, "all": 0.6}, {"cue": 0.912, "all": 0.588})
    ('all 0.588 < 0.600',)
    """
    return tuple(
        f"{level} {figures.get(level, 0.0):.3f} < {floor:.3f}"
        for level, floor in floors.items()
        if figures.get(level, 0.0) < floor - _STEP
    )
