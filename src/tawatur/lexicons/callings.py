"""Words that news uses for one another in what somebody is called."""

from dataclasses import dataclass
from functools import cache

from tawatur.arabic.folding import folded
from tawatur.lexicons.forms import Forms
from tawatur.lexicons.loading import load


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    about: str
    source: str
    calling: dict[str, Forms]


@cache
def callings() -> dict[str, tuple[str, ...]]:
    """Load the callings: each folded word with all that mean the same, the one that stands for them first.

    >>> callings()[folded("ناطق")] == (folded("متحدث"), folded("ناطق"))
    True
    """
    file = load("callings", _File)
    entries = (tuple(map(folded, entry.forms)) for entry in file.calling.values())
    return {form: forms for forms in entries for form in forms}
