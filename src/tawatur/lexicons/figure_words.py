"""The words around a number: how exactly it is meant, and what it counts."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from tawatur.arabic.folding import folded
from tawatur.lexicons.forms import Forms, every_form
from tawatur.lexicons.loading import load

# By their stems «وفيات» would be «وفي» and «أسرى» would be «أسر»: a noun that tells what is counted is known
# as it is written, with the particles that may be written onto it.
_PARTICLES = ("", "و", "ف", "ب", "ل", "ال", "وال", "فال", "بال", "لل")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    forms: tuple[str, ...]
    of: str
    times: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fraction:
    forms: tuple[str, ...]
    percent: int
    numeral: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    about: str
    source: str
    behind_over: dict[str, Forms]
    behind_under: dict[str, Forms]
    fraction: dict[str, _Fraction]
    nearly: dict[str, Forms]
    no_whole: dict[str, Forms]
    over: dict[str, Forms]
    part: dict[str, _Part]
    ratio: dict[str, Forms]
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
    """Hedges by the words before or behind a number, units by their words, folded."""

    hedges_before: dict[str, str]
    hedges_behind: dict[str, str]
    units: dict[str, str]
    tallies: frozenset[str]
    """The units that are told far before their number too: «the dead in the collapse were 40»."""
    phrases: dict[str, str]
    parts: dict[str, Part]
    stretches: frozenset[str]
    """Words before a length of time that tells when, and not how long: «خلال ثلاثة أيام»."""
    fractions: dict[str, Decimal]
    """Words for a part of a whole, folded, in percent."""
    numerals: frozenset[str]
    """Those of them that are spelt as a whole number: a fifth as five."""
    no_wholes: frozenset[str]
    """Words, folded, of which a fraction before them is no share: «half an hour», «the first quarter»."""
    ratios: frozenset[str]
    """Words, folded, before the number out of which something is: «one in nine»."""


@cache
def figure_words() -> FigureWords:
    """Load the words around numbers.

    >>> figure_words().hedges_before["اكثر من"], figure_words().units[folded("القتلى")]
    ('over', 'dead')
    >>> [figure_words().units.get(folded(word)) for word in ("والوفيات", "وفي", "للأسرى", "للأسر")]
    ['dead', None, 'detained', None]
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
        units={folded(particle + form): name for name, form in units for particle in _PARTICLES},
        tallies=frozenset(file.tally),
        phrases={folded(form): name for name, form in units},
        parts={name: Part(of=part.of, times=Decimal(str(part.times))) for name, part in file.part.items()},
        stretches=every_form(file.stretch, folded),
        fractions={
            folded(form): Decimal(one.percent) for one in file.fraction.values() for form in one.forms
        },
        numerals=frozenset(
            folded(form) for one in file.fraction.values() if one.numeral for form in one.forms
        ),
        no_wholes=every_form(file.no_whole, folded),
        ratios=every_form(file.ratio, folded),
    )


def _by_form(hedges: dict[str, dict[str, Forms]]) -> dict[str, str]:
    return {
        folded(form): hedge
        for hedge, entries in hedges.items()
        for entry in entries.values()
        for form in entry.forms
    }
