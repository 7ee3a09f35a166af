"""Words with which another statement begins inside a sentence."""

from dataclasses import dataclass
from functools import cache

from tawatur.arabic.folding import folded
from tawatur.lexicons.loading import load


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    about: str
    source: str
    opening: dict[str, _Entry]


@cache
def clause_breaks() -> frozenset[str]:
    """Load the words that open another statement, folded.

    >>> "غير ان" in clause_breaks()
    True
    """
    file = load("clause_breaks", _File)
    return frozenset(folded(form) for entry in file.opening.values() for form in entry.forms)
