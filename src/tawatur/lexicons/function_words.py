"""Words that join others and name nothing."""

from dataclasses import dataclass
from functools import cache

from tawatur.arabic.folding import folded
from tawatur.lexicons.forms import Forms
from tawatur.lexicons.loading import load


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    about: str
    source: str
    conjunction: dict[str, Forms]
    demonstrative: dict[str, Forms]
    particle: dict[str, Forms]
    preposition: dict[str, Forms]
    pronoun: dict[str, Forms]
    relative: dict[str, Forms]


@dataclass(frozen=True, slots=True, kw_only=True)
class FunctionWords:
    """The function words of Arabic; only a final alef maqsura is told from ya in them."""

    forms: frozenset[str]

    def __contains__(self, word: str) -> bool:
        """Tell whether `word`, as it is written, is one.

        >>> "على" in function_words(), "علي" in function_words(), "الى" in function_words()
        (True, False, True)
        """
        return _alike(word) in self.forms


@cache
def function_words() -> FunctionWords:
    """Load the function words."""
    file = load("function_words", _File)
    tables = (
        file.conjunction, file.demonstrative, file.particle, file.preposition, file.pronoun, file.relative
    )  # fmt: skip
    return FunctionWords(
        forms=frozenset(_alike(form) for table in tables for entry in table.values() for form in entry.forms)
    )


def _alike(word: str) -> str:
    return folded(word[:-1]) + "ى" if word.endswith("ى") else folded(word)
