"""What keeps a full stop or the end of a line from ending a sentence."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from tawatur.arabic.folding import folded
from tawatur.arabic.sentences import Abbreviations
from tawatur.lexicons.forms import Forms
from tawatur.lexicons.loading import load


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    about: str
    source: str
    title: dict[str, Forms]
    letter: dict[str, Forms]
    unfinished: dict[str, Forms]
    attributing: dict[str, Forms]


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


def _forms(entries: Iterable[Forms]) -> frozenset[str]:
    return frozenset(folded(form) for entry in entries for form in entry.forms)
