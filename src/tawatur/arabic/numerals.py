"""Numbers in figures and words, so that `3 آلاف`, `3,000` and `ثلاثة آلاف` are one number."""

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from tawatur.arabic.folding import Folded, fold
from tawatur.arabic.number_words import SCALES, NumberWords, Piece, Role, runs_of_pieces
from tawatur.records.span import Span

__all__ = ["Number", "NumberWords", "find_numbers", "numbers_in"]


# A figure so large takes no spoken fraction.
_WHOLE = 1000


@dataclass(frozen=True, slots=True)
class Number:
    """A number and where it stands; the particles before it lie outside the span."""

    span: Span
    value: Decimal


def find_numbers(text: str, *, number_words: NumberWords) -> tuple[Number, ...]:
    """Find the numbers of `text` as published, in figures, in words and in both, in order.

    Every value is a Decimal, exact, and equal to the int where it is whole. Groups of three
    digits are thousands, behind a comma and behind a full stop (`11.300`, as the press of the
    Gulf writes), but a full stop is decimal before a scale word or a percentage
    (`1.325 مليون`), behind a zero, and where it is written `٫`. Dates and versions with two
    full stops are no numbers; nor are plurals without a count (`آلاف`), `أحد` alone,
    ordinals (`القرن العشرين`) and the hundred of a percentage.

    >>> from tawatur.lexicons.number_words import number_words
    >>> found = find_numbers("٣ آلاف، ثلاثة آلاف، مليون ونصف المليون", number_words=number_words())
    >>> [int(number.value) for number in found]
    [3000, 3000, 1500000]
    """
    return numbers_in(fold(text), number_words=number_words)


def numbers_in(published: Folded, *, number_words: NumberWords) -> tuple[Number, ...]:
    """Find the numbers of a text that is folded already, as `find_numbers` does."""
    found: list[Number] = []
    for run in runs_of_pieces(published, number_words):
        at = 0
        while at < len(run):
            amount = _number(run, at)
            if amount is None:
                at += 2 if _is_ordinal(run, at) else 1
                continue
            span = published.span(run[at].start, run[amount.behind - 1].end)
            found.append(Number(span, _plain(amount.value)))
            at = amount.behind
    return tuple(found)


def _plain(value: Decimal) -> Decimal:
    """Write a whole number without a fraction: 1500000, not 1500000.0."""
    return value.to_integral_value() if value == value.to_integral_value() else value.normalize()


class _Amount(NamedTuple):
    """What was read of a run so far: the value, the scale it was counted in, the next place."""

    value: Decimal
    scale: Decimal
    behind: int


def _number(run: list[Piece], at: int) -> _Amount | None:
    """Read the longest number that begins at `at`: terms of falling scale, tied by و.

    A figure with a scale of its own needs no و: «27 مليوناً 243 ألفاً».
    """
    amount = _term(run, at)
    while amount is not None and amount.scale > 1 and amount.behind < len(run):
        more = _term(run, amount.behind)
        if more is None or max(more.scale, more.value) >= amount.scale or more.value % 1:
            break
        juxtaposed = run[amount.behind].role is Role.FIGURE and more.scale > 1
        if run[amount.behind].preposed or not (run[amount.behind].conjoined or juxtaposed):
            break
        amount = more._replace(value=amount.value + more.value)
    return amount


def _is_ordinal(run: list[Piece], at: int) -> bool:
    """Tell whether an ordinal of two words stands at `at`."""
    if run[at].role is not Role.ORDINAL or at + 1 == len(run):
        return False
    return _bare(run, at + 1, Role.TEN) or (_carried_on(run, at + 1) and run[at + 1].role is Role.TENS)


def _term(run: list[Piece], at: int) -> _Amount | None:
    """Read a count with its scales (`مئة وعشرين ألفا`), or a scale that counts itself."""
    amount = _count(run, at) or _scale_alone(run, at)
    if amount is None:
        return None
    # «2016 والربع الأول» is a year.
    if amount.scale == 1 and amount.value < _WHOLE and _fraction_behind(run, amount.behind):
        half = run[amount.behind].value
        amount = _Amount(amount.value + half, amount.scale, amount.behind + 1)
    while amount.behind < len(run):
        piece = run[amount.behind]
        if not piece.bare or piece.role not in SCALES or piece.value <= amount.scale:
            break
        amount = _Amount(amount.value * piece.value, piece.value, amount.behind + 1)
    if amount.scale > 1 and _fraction_behind(run, amount.behind):
        amount = _with_fraction(run, amount)
    return amount


def _with_fraction(run: list[Piece], amount: _Amount) -> _Amount:
    """Add the half of `مليون ونصف`, and pass over the scale where it is said again (`المليون`)."""
    behind = amount.behind + 1
    if behind < len(run) and run[behind].role is Role.SCALE and run[behind].bare:
        behind += run[behind].value == amount.scale
    return _Amount(amount.value + run[amount.behind].value * amount.scale, Decimal(1), behind)


def _scale_alone(run: list[Piece], at: int) -> _Amount | None:
    piece = run[at]
    if piece.role is Role.FRACTION and at + 1 < len(run):
        scale = run[at + 1]
        if scale.role is Role.SCALE and scale.bare:
            return _Amount(piece.value * scale.value, scale.value, at + 2)
    if piece.role in (Role.DUAL, Role.ACCUSATIVE):
        return _Amount(2 * piece.value, piece.value, at + 1)
    # «المليون», «بالألف» are a name or a share, «المليون ونصف المليون» is a number.
    if piece.role is Role.SCALE and (not piece.definite or _fraction_behind(run, at + 1)):
        return _Amount(piece.value, piece.value, at + 1)
    return None


def _count(run: list[Piece], at: int) -> _Amount | None:
    """Read a figure, or a number in words below a thousand."""
    piece, one = run[at], Decimal(1)
    if piece.role is Role.FIGURE:
        return _Amount(piece.value, one, at + 1)
    hundreds, behind = Decimal(0), at
    if piece.role is Role.HUNDRED and not piece.definite:
        hundreds, behind = piece.value, at + 1
    elif piece.role is Role.UNIT and _bare(run, at + 1, Role.HUNDRED):
        hundreds, behind = piece.value * run[at + 1].value, at + 2
    if not hundreds:
        return _below_hundred(run, at)
    rest = _below_hundred(run, behind) if _carried_on(run, behind) else None
    return rest._replace(value=hundreds + rest.value) if rest else _Amount(hundreds, one, behind)


def _below_hundred(run: list[Piece], at: int) -> _Amount | None:
    piece, one = run[at], Decimal(1)
    if piece.role in (Role.UNIT, Role.JOINED):
        if _bare(run, at + 1, Role.TEN):
            return _Amount(piece.value + run[at + 1].value, one, at + 2)
        if _carried_on(run, at + 1) and run[at + 1].role is Role.TENS:
            return _Amount(piece.value + run[at + 1].value, one, at + 2)
    # «القرن العشرين», «الرابع والعشرين» are ordinals.
    tens = piece.role is Role.TENS and not piece.definite
    if tens or piece.role in (Role.UNIT, Role.TEN):
        return _Amount(piece.value, one, at + 1)
    return None


def _bare(run: list[Piece], at: int, role: Role) -> bool:
    return at < len(run) and run[at].role is role and run[at].bare


def _carried_on(run: list[Piece], at: int) -> bool:
    return at < len(run) and run[at].conjoined and not run[at].preposed


def _fraction_behind(run: list[Piece], at: int) -> bool:
    return _carried_on(run, at) and run[at].role is Role.FRACTION
