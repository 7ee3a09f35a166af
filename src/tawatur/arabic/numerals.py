"""Numbers in figures and words, so that `3 آلاف`, `3,000` and `ثلاثة آلاف` are one number."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from tawatur.arabic.figures import FIGURE, figure_value
from tawatur.arabic.folding import Folded, fold, folded
from tawatur.records.span import Span


class Role(StrEnum):
    """The part of a word in a compound number."""

    FIGURE = "figure"
    UNIT = "unit"
    JOINED = "joined"
    """A unit that only stands in a compound: أحد عشر, اثنا عشر."""
    TEN = "ten"
    TENS = "tens"
    HUNDRED = "hundred"
    SCALE = "scale"
    PLURAL = "plural"
    """A scale behind its count; alone (آلاف) it counts nothing."""
    DUAL = "dual"
    ACCUSATIVE = "accusative"
    """A scale behind its count (مليوناً), else twice the scale (مليونا)."""
    FRACTION = "fraction"
    ORDINAL = "ordinal"
    """No number, and no more are the tens behind it: الخامس عشر, الرابع والعشرين."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberWord:
    """A number word as it may stand in a text, folded, with the particles written onto it."""

    role: Role
    value: Decimal
    particles: int
    """How many letters of the written word are particles."""
    conjoined: bool
    """`و` stands first, so the word may carry a number on."""
    definite: bool
    preposed: bool
    """A preposition is written onto it, so a new number begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberWords:
    """The number words of Arabic by their folded spelling, and the folded signs of a percentage."""

    words: Mapping[str, NumberWord]
    percent: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Number:
    """A number and where it stands; the particles before it lie outside the span."""

    span: Span
    value: Decimal


@dataclass(frozen=True, slots=True)
class _Piece:
    """A word or figure at its place in the folded text; its particles begin at `written`."""

    written: int
    start: int
    end: int
    role: Role
    value: Decimal
    conjoined: bool = False
    definite: bool = False
    preposed: bool = False

    @property
    def bare(self) -> bool:
        return not (self.conjoined or self.preposed)


_TOKEN = re.compile(rf"{FIGURE}|[\u0621-\u064a]+")
_LATIN = re.compile(r"[A-Za-z_]")
_TANWIN = "\u064b"
_HUNDRED_SPELT = re.compile("ئ|ما|\u0654|[\ufe89-\ufe8c]")
_SCALES = (Role.SCALE, Role.PLURAL, Role.ACCUSATIVE)
# How far behind a figure its scale or percentage is looked for.
_FAR_ENOUGH = 24


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
    published = fold(text)
    found: list[Number] = []
    for run in _runs(published, number_words):
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


def _runs(published: Folded, number_words: NumberWords) -> Iterator[list[_Piece]]:
    """Give the pieces that stand side by side, with nothing but blanks or و between them."""
    text = published.text
    run: list[_Piece] = []
    for piece in _pieces(published, number_words):
        between = text[run[-1].end : piece.written].strip(" ") if run else ""
        if between == "و":
            run.append(replace(piece, conjoined=True))
            continue
        if between == ")" and _is_counted_in_brackets(text, run[-1], piece):
            run[-1] = replace(run[-1], start=text.rfind("(", 0, run[-1].start))
        elif between:
            yield run
            run = []
        run.append(piece)
    yield run


def _is_counted_in_brackets(text: str, figure: _Piece, scale: _Piece) -> bool:
    """Tell `(18) مليون`, which is one number, from `(1000) ألف`, which says it twice."""
    opened = text[max(0, figure.start - 2) : figure.start].strip(" ") == "("
    return opened and figure.role is Role.FIGURE and scale.role in _SCALES and figure.value != scale.value


def _pieces(published: Folded, number_words: NumberWords) -> Iterator[_Piece]:
    text = published.text
    for match in _TOKEN.finditer(text):
        written, end = match.span()
        word = number_words.words.get(match[0])
        if word is not None:
            word = _as_spelt(word, published.span(written, end).of(published.published), number_words)
        if word is not None:
            start = written + word.particles
            yield _Piece(
                written, start, end, word.role, word.value, word.conjoined, word.definite, word.preposed
            )
        elif match[0][0].isdigit() and not _LATIN.match(text[written - 1 : written]):
            percent = text[end : end + _FAR_ENOUGH].lstrip(" ").startswith(number_words.percent)
            decimal = percent or _decimal(published, written, end, number_words)
            value = figure_value(match[0], decimal=decimal)
            if value is not None:
                # A percentage carries no number on: «3 آلاف و50%».
                yield _Piece(written, written, end, Role.FIGURE, value, preposed=percent)


def _as_spelt(word: NumberWord, published: str, number_words: NumberWords) -> NumberWord | None:
    """Choose between words that fold alike by what the newspaper wrote."""
    if word.role is Role.ACCUSATIVE and _TANWIN in published:
        return replace(word, role=Role.SCALE)
    if word.role is Role.HUNDRED and word.value <= 200 and not _HUNDRED_SPELT.search(published):
        # Not a hundred (مئة) but water (مية), the dead (ميتين).
        return None
    if word.value == 1 and published.startswith("وأ"):
        # Not one (واحد) but و with أحد.
        unit = number_words.words.get(folded(published[1:]))
        return replace(unit, particles=1, conjoined=True) if unit else word
    return word


def _decimal(published: Folded, start: int, end: int, number_words: NumberWords) -> bool:
    """Tell whether a full stop in the figure at `start`:`end` is decimal whatever stands behind it."""
    text = published.text
    if "." not in text[start:end]:
        return False
    if "٫" in published.span(start, end).of(published.published):
        return True
    match = _TOKEN.match(text[end : end + _FAR_ENOUGH].lstrip(" )"))
    word = number_words.words.get(match[0]) if match else None
    return word is not None and word.role in _SCALES


class _Amount(NamedTuple):
    """What was read of a run so far: the value, the scale it was counted in, the next place."""

    value: Decimal
    scale: Decimal
    behind: int


def _number(run: list[_Piece], at: int) -> _Amount | None:
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


def _is_ordinal(run: list[_Piece], at: int) -> bool:
    """Tell whether an ordinal of two words stands at `at`."""
    if run[at].role is not Role.ORDINAL or at + 1 == len(run):
        return False
    return _bare(run, at + 1, Role.TEN) or (_carried_on(run, at + 1) and run[at + 1].role is Role.TENS)


def _term(run: list[_Piece], at: int) -> _Amount | None:
    """Read a count with its scales (`مئة وعشرين ألفا`), or a scale that counts itself."""
    amount = _count(run, at) or _scale_alone(run, at)
    if amount is None:
        return None
    if amount.scale == 1 and _fraction_behind(run, amount.behind):
        half = run[amount.behind].value
        amount = _Amount(amount.value + half, amount.scale, amount.behind + 1)
    while amount.behind < len(run):
        piece = run[amount.behind]
        if not piece.bare or piece.role not in _SCALES or piece.value <= amount.scale:
            break
        amount = _Amount(amount.value * piece.value, piece.value, amount.behind + 1)
    if amount.scale > 1 and _fraction_behind(run, amount.behind):
        amount = _with_fraction(run, amount)
    return amount


def _with_fraction(run: list[_Piece], amount: _Amount) -> _Amount:
    """Add the half of `مليون ونصف`, and pass over the scale where it is said again (`المليون`)."""
    behind = amount.behind + 1
    if behind < len(run) and run[behind].role is Role.SCALE and run[behind].bare:
        behind += run[behind].value == amount.scale
    return _Amount(amount.value + run[amount.behind].value * amount.scale, Decimal(1), behind)


def _scale_alone(run: list[_Piece], at: int) -> _Amount | None:
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


def _count(run: list[_Piece], at: int) -> _Amount | None:
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


def _below_hundred(run: list[_Piece], at: int) -> _Amount | None:
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


def _bare(run: list[_Piece], at: int, role: Role) -> bool:
    return at < len(run) and run[at].role is role and run[at].bare


def _carried_on(run: list[_Piece], at: int) -> bool:
    return at < len(run) and run[at].conjoined and not run[at].preposed


def _fraction_behind(run: list[_Piece], at: int) -> bool:
    return _carried_on(run, at) and run[at].role is Role.FRACTION
