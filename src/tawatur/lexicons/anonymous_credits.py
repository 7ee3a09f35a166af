"""Credits that name nobody."""

from dataclasses import dataclass
from functools import cache

from tawatur.arabic.folding import folded
from tawatur.lexicons.loading import load


@dataclass(frozen=True, slots=True, kw_only=True)
class _Credit:
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    about: str
    source: str
    credit: dict[str, _Credit]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnonymousCredits:
    """Credits that name no source (`وكالات`, `متابعة`), folded."""

    folded: frozenset[str]


@cache
def anonymous_credits() -> AnonymousCredits:
    """Load the credits that name nobody.

    >>> "وكالات" in anonymous_credits().folded
    True
    """
    file = load("anonymous_credits", _File)
    return AnonymousCredits(
        folded=frozenset(folded(form) for credit in file.credit.values() for form in credit.forms)
    )
