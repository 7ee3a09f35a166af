"""Words that turn a statement into its opposite."""

from dataclasses import dataclass
from functools import cache

from tawatur.arabic.folding import folded
from tawatur.lexicons.forms import Forms
from tawatur.lexicons.loading import load


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    about: str
    source: str
    particle: dict[str, Forms]
    verb: dict[str, Forms]


@cache
def negations() -> frozenset[str]:
    """Load the words that negate, folded.

    >>> "لم" in negations()
    True
    """
    file = load("negations", _File)
    entries = (*file.particle.values(), *file.verb.values())
    return frozenset(folded(form) for entry in entries for form in entry.forms)
