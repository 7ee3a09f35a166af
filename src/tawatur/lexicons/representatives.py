"""People who speak for another."""

from dataclasses import dataclass
from functools import cache

from tawatur.arabic.words import light_stem
from tawatur.lexicons.loading import load


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    about: str
    source: str
    noun: dict[str, _Entry]


@cache
def representatives() -> frozenset[str]:
    """Load the nouns of people who speak for another, as light stems.

    >>> light_stem("المتحدث") in representatives()
    True
    """
    file = load("representatives", _File)
    return frozenset(light_stem(form) for entry in file.noun.values() for form in entry.forms)
