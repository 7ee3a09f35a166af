"""The words around a number: how exactly it is meant, and what it counts."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from tawatur.arabic.folding import folded
from tawatur.arabic.words import light_stem
from tawatur.lexicons.forms import Forms, every_form
from tawatur.lexicons.loading import load


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    forms: tuple[str, ...]
    of: str
    times: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    about: str
    source: str
    behind_over: dict[str, Forms]
    behind_under: dict[str, Forms]
    nearly: dict[str, Forms]
    over: dict[str, Forms]
    part: dict[str, _Part]
    stretch: dict[str, Forms]
    tally: dict[str, Forms]
    under: dict[str, Forms]
    unit: dict[str, Forms]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A unit that is a part of another: `times` of it."""

    of: str
    times: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureWords:
    """Hedges by the words before or behind a number, units by light stem or by their exact words, folded."""

    hedges_before: dict[str, str]
    hedges_behind: dict[str, str]
    units: dict[str, str]
    tallies: frozenset[str]
    """The units that are told far before their number too: «the dead in the collapse were 40»."""
    phrases: dict[str, str]
    parts: dict[str, Part]
    stretches: frozenset[str]
    """Words before a length of time that tells when, and not how long: «خلال ثلاثة أيام»."""


@cache
def figure_words() -> FigureWords:
    """Load the words around numbers.

    >>> figure_words().hedges_before["اكثر من"], figure_words().units[light_stem("القتلى")]
    ('over', 'dead')
    """
    file = load("figure_words", _File)
    before = {"about": file.nearly, "over": file.over, "under": file.under}
    behind = {"over": file.behind_over, "under": file.behind_under}
    forms = [(name, entry.forms) for name, entry in {**file.unit, **file.tally}.items()]
    forms += [(name, part.forms) for name, part in file.part.items()]
    units = [(name, form) for name, spellings in forms for form in spellings]
    return FigureWords(
        hedges_before=_by_form(before),
        hedges_behind=_by_form(behind),
        units={light_stem(form): name for name, form in units if " " not in form},
        tallies=frozenset(file.tally),
        phrases={folded(form): name for name, form in units},
        parts={name: Part(of=part.of, times=Decimal(str(part.times))) for name, part in file.part.items()},
        stretches=every_form(file.stretch, folded),
    )


def _by_form(hedges: dict[str, dict[str, Forms]]) -> dict[str, str]:
    return {
        folded(form): hedge
        for hedge, entries in hedges.items()
        for entry in entries.values()
        for form in entry.forms
    }
