"""Words with which another statement begins inside a sentence."""

from dataclasses import dataclass
from functools import cache

from tawatur.arabic.folding import folded
from tawatur.lexicons.forms import Forms, every_form
from tawatur.lexicons.loading import load


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    about: str
    source: str
    opening: dict[str, Forms]


@cache
def clause_breaks() -> frozenset[str]:
    """Load the words that open another statement, folded.

    >>> "غير ان" in clause_breaks()
    True
    """
    file = load("clause_breaks", _File)
    return every_form(file.opening, folded)
