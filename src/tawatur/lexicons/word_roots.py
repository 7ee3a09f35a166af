"""What the stemmer of a search must know of single words."""

from dataclasses import dataclass
from functools import cache

from tawatur.arabic.stems import Roots, roots
from tawatur.lexicons.forms import Forms
from tawatur.lexicons.loading import load


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    about: str
    source: str
    begun: dict[str, Forms]
    whole: dict[str, Forms]


@cache
def word_roots() -> Roots:
    """Load the words whose first letter is no particle, and those never cut.

    >>> "بيان" in word_roots().begun
    True
    """
    file = load("word_roots", _File)
    return roots(
        begun=(form for entry in file.begun.values() for form in entry.forms),
        whole=(form for entry in file.whole.values() for form in entry.forms),
    )
