"""What keeps a full stop or the end of a line from ending a sentence."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from tawatur.arabic.folding import folded
from tawatur.arabic.sentences import Abbreviations
from tawatur.lexicons.loading import load


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    about: str
    source: str
    title: dict[str, _Entry]
    letter: dict[str, _Entry]
    unfinished: dict[str, _Entry]
    attributing: dict[str, _Entry]


@cache
def abbreviations() -> Abbreviations:
    """Load the abbreviations, folded."""
    file = load("abbreviations", _File)
    return Abbreviations(
        titles=_forms(file.title.values()),
        letters=_forms(file.letter.values()),
        unfinished=_forms(file.unfinished.values()),
        attributing=_forms(file.attributing.values()),
    )


def _forms(entries: Iterable[_Entry]) -> frozenset[str]:
    return frozenset(folded(form) for entry in entries for form in entry.forms)
