"""Words that say of what stands beside them that it is untrue."""

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
    denial: dict[str, _Entry]
    phrase: dict[str, _Entry]


@dataclass(frozen=True, slots=True, kw_only=True)
class Refutations:
    """Phrases that call something untrue, and verbs with which a title says that somebody denies; folded."""

    phrases: frozenset[str]
    denials: frozenset[str]


@cache
def refutations() -> Refutations:
    """Load the words that refute.

    >>> folded("غير صحيح") in refutations().phrases
    True
    """
    file = load("refutations", _File)
    return Refutations(phrases=_forms(file.phrase), denials=_forms(file.denial))


def _forms(table: dict[str, _Entry]) -> frozenset[str]:
    return frozenset(folded(form) for entry in table.values() for form in entry.forms)
