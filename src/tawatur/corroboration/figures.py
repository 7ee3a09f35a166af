"""Figures: what a number counts, how exactly it is meant, and when two of them say the same."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from functools import lru_cache

from tawatur.arabic.numerals import Number
from tawatur.lexicons.figure_words import FigureWords
from tawatur.records.span import Span

# Newspapers round 97.4 to 100 and 11,300 to 11,000; what lies farther off is another figure.
_ROUNDED_BY = Decimal("0.05")
# «About 300» is said of 280 to 330.
_ABOUT = Decimal("0.1")
# «More than 11,000» is said of 11,300 and of 12,900: of what lies before the next round figure.
_BEYOND = Decimal("0.25")
# «40 people were killed», «the number of those killed in the collapse reached 40».
_WORDS_BEHIND, _WORDS_BEFORE = 2, 12
_LONGEST_HEDGE = 4
_REACH = max(_WORDS_BEHIND, _WORDS_BEFORE, _LONGEST_HEDGE + 1)
_PERCENT_SIGNS = ("%", "٪")


class Hedge(StrEnum):
    """How exactly a figure is meant."""

    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    UNDER = "under"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that tells an amount; `unit` is what it counts, `None` where no known noun tells it."""

    value: Decimal
    hedge: Hedge
    unit: str | None


Word = tuple[Span, str]
"""Where a word stands, and the word folded."""


def figure_of(number: Number, text: str, *, among: Sequence[Word], known: FigureWords) -> Figure:
    """Read a number of `text` with the words around it, `among` all the words of its statement."""
    ended = bisect_right(among, number.span.start, key=lambda word: word[0].end)
    begun = bisect_left(among, number.span.end, key=lambda word: word[0].start)
    # A hostile statement is nothing but figures: of each no more is looked at than can tell something.
    before = [plain for _, plain in among[max(0, ended - _REACH) : ended]]
    behind = [plain for _, plain in among[begun : begun + _REACH]]
    if text[number.span.end : number.span.end + 2].strip()[:1] in _PERCENT_SIGNS:
        unit: str | None = "percent"
    else:
        unit = _unit(before, behind, known)
    measure = known.parts.get(unit or "")
    value = number.value
    if measure:
        unit, value = measure.of, value * measure.times
    return Figure(value.normalize() if value % 1 else value, _hedge(before, behind, known), unit)


def figure_of_share(span: Span, percent: Decimal, *, among: Sequence[Word], known: FigureWords) -> Figure:
    """Read a share told in words: it is never meant exactly, 34 percent being «over a third» too."""
    ended = bisect_right(among, span.start, key=lambda word: word[0].end)
    before = [plain for _, plain in among[max(0, ended - _REACH) : ended]]
    under = _hedge(before, (), known) is Hedge.UNDER
    value = percent.normalize() if percent % 1 else percent.to_integral_value()
    return Figure(value, Hedge.UNDER if under else Hedge.ABOUT, "percent")


def _unit(before: Sequence[str], behind: Sequence[str], known: FigureWords) -> str | None:
    for length in (2, 1):
        phrase = " ".join(behind[:length])
        if phrase in known.phrases:
            return known.phrases[phrase]
    for word in behind[:_WORDS_BEHIND]:
        if word.startswith("و") and word not in known.phrases:
            break
        unit = known.units.get(word)
        if unit:
            return unit
    for word in reversed(before[-_WORDS_BEFORE:]):
        unit = known.units.get(word)
        if unit in known.tallies:
            return unit
    return None


def _hedge(before: Sequence[str], behind: Sequence[str], known: FigureWords) -> Hedge:
    for length in range(_LONGEST_HEDGE, 0, -1):
        hedge = known.hedges_before.get(" ".join(before[-length:])) or known.hedges_behind.get(
            " ".join(behind[:length])
        )
        if hedge:
            return Hedge(hedge)
    # «40 people at least»
    for length in range(_LONGEST_HEDGE, 0, -1):
        hedge = known.hedges_behind.get(" ".join(behind[1 : length + 1]))
        if hedge:
            return Hedge(hedge)
    return Hedge.EXACT


def figures_conflict(one: Iterable[Figure], other: Iterable[Figure]) -> bool:
    """Tell whether both state figures and more of those that could meet do not agree than do.

    >>> exact = lambda value: Figure(Decimal(value), Hedge.EXACT, None)
    >>> figures_conflict([exact(11_300)], [exact(11_000)]), figures_conflict([exact(5_300)], [exact(3_000)])
    (False, True)
    """
    first, second = tuple(one), tuple(other)
    fewer, more = (first, second) if len(first) <= len(second) else (second, first)
    met = sum(figure in more or any(agree(figure, further) for further in more) for figure in fewer)
    return 2 * met < len(fewer)


def conflicting(one: Iterable[Figure], other: Iterable[Figure]) -> tuple[Figure, Figure] | None:
    """Return two figures that count the same and do not agree, where no two agree; else nothing."""
    first, second = tuple(one), tuple(other)
    if not figures_conflict(first, second):
        return None
    return next(((a, b) for a in first for b in second if a.unit == b.unit), None)


def agree(one: Figure, other: Figure) -> bool:
    """Tell whether two figures can be said of one amount: they count the same, and one meets the other."""
    if one.unit and other.unit and one.unit != other.unit:
        return False
    if rounds(one.value, other.value):
        return not (_passes(one, other) or _passes(other, one))
    return _meets(one, other) or _meets(other, one)


@lru_cache(maxsize=1 << 16)
def rounds(one: Decimal, other: Decimal) -> bool:
    """Tell whether one figure is the other, or the other rounded to as many digits as it shows.

    >>> rounds(Decimal("97.4"), Decimal(100)), rounds(Decimal(11_300), Decimal(10_000))
    (True, False)
    """
    return one == other or _rounded(one, other) or _rounded(other, one)


def _meets(hedged: Figure, figure: Figure) -> bool:
    """Tell whether a hedged figure is said of another one."""
    far = figure.value - hedged.value
    match hedged.hedge:
        case Hedge.ABOUT:
            return abs(far) <= _ABOUT * hedged.value
        case Hedge.OVER:
            return (
                figure.hedge is not Hedge.UNDER
                and 0 <= far <= _BEYOND * hedged.value
                and _rounder(hedged, figure)
            )
        case Hedge.UNDER:
            return (
                figure.hedge is not Hedge.OVER
                and 0 <= -far <= _BEYOND * hedged.value
                and _rounder(hedged, figure)
            )
    return False


def _passes(hedged: Figure, figure: Figure) -> bool:
    """Tell whether a figure lies on the wrong side of a round hedged one: 58 is not «more than 60»."""
    if _digits(figure.value) <= _digits(hedged.value):
        return False
    if hedged.hedge is Hedge.OVER:
        return figure.value < hedged.value
    return hedged.hedge is Hedge.UNDER and figure.value > hedged.value


def _rounder(one: Figure, other: Figure) -> bool:
    """Tell whether a figure shows fewer digits: «at least 27» is no round way to say 31."""
    return one.value == other.value or _digits(one.value) < _digits(other.value)


def _digits(value: Decimal) -> int:
    return len(value.normalize().as_tuple().digits)


def _rounded(exact: Decimal, round_figure: Decimal) -> bool:
    if abs(exact - round_figure) > _ROUNDED_BY * abs(exact):
        return False
    shown = round_figure.normalize().as_tuple()
    if not isinstance(shown.exponent, int) or len(exact.normalize().as_tuple().digits) <= len(shown.digits):
        return False
    return exact.quantize(Decimal(1).scaleb(shown.exponent), rounding=ROUND_HALF_UP) == round_figure
