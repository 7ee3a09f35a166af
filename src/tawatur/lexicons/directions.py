"""Words that tell which way something moves."""

from dataclasses import dataclass
from functools import cache

from tawatur.arabic.folding import folded
from tawatur.lexicons.forms import Forms
from tawatur.lexicons.loading import load


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    about: str
    source: str
    down: dict[str, Forms]
    up: dict[str, Forms]


@cache
def directions() -> dict[str, str]:
    """Load the direction, `up` or `down`, that each word tells, folded.

    >>> directions()["ارتفع"], directions()["هبط"]
    ('up', 'down')
    """
    file = load("directions", _File)
    return {
        folded(form): direction
        for direction, table in (("down", file.down), ("up", file.up))
        for entry in table.values()
        for form in entry.forms
    }
