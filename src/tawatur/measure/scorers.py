"""The scorers that stand beside the gold, run as they are."""

import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tawatur.errors import MeasureError

# The lines a scorer prints: a level with its precision, recall and F1; a level with hits of all and
# their share; accuracies over matched pairs.
_F1 = re.compile(r"^(\w+)\s.*\bF1 (\d\.\d+)", re.MULTILINE)
_SHARE = re.compile(r"^(\w+)\s+\d+/\d+ = (\d\.\d+)", re.MULTILINE)
_ACCURACY = re.compile(r"\b(\w+) accuracy (\d\.\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """What a scorer printed, and the figures in it by level, 0 to 1."""

    printed: str
    figures: dict[str, float]


def score(scorer: Path, *arguments: str | Path) -> Scored:
    """Run a scorer and read its figures.

    Raises:
        MeasureError: the scorer is missing, failed, or printed no figure.
    """
    if not scorer.is_file():
        raise MeasureError(f"no scorer at {scorer}")
    run = subprocess.run(  # noqa: S603 the scorer is a file of the gold's owner, named by the user
        [sys.executable, str(scorer), *map(str, arguments)], capture_output=True, text=True, check=False
    )
    if run.returncode:
        raise MeasureError(f"{scorer.name} failed: {run.stderr.strip() or run.stdout.strip()}")
    figures = {
        level: float(figure)
        for pattern in (_F1, _SHARE, _ACCURACY)
        for level, figure in pattern.findall(run.stdout)
    }
    if not figures:
        raise MeasureError(f"{scorer.name} printed no figure")
    return Scored(printed=run.stdout, figures=figures)
