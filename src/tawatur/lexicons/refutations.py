"""Words that say of what stands beside them that it is untrue."""

from dataclasses import dataclass
from functools import cache

from tawatur.arabic.folding import folded
from tawatur.lexicons.forms import Forms, every_form
from tawatur.lexicons.loading import load


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    about: str
    source: str
    denial: dict[str, Forms]
    phrase: dict[str, Forms]


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
    return Refutations(phrases=every_form(file.phrase, folded), denials=every_form(file.denial, folded))
