"""Number words and figures as they stand in a text, with what is written onto them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from tawatur.arabic.cutting import cut
from tawatur.arabic.figures import FIGURE, figure_value
from tawatur.arabic.folding import Folded, folded


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
    counting: bool = False
    """It is a number only before what it counts: `لست سنوات` against `لست وحدي`."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class NumberWords:
    """The number words of Arabic by their folded spelling, and the folded signs of a percentage."""

    words: Mapping[str, NumberWord]
    percent: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Piece:
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
        """Tell whether no particle but the article is written onto it."""
        return not (self.conjoined or self.preposed)


_TOKEN = re.compile(rf"({FIGURE}|[\u0621-\u064a]+)")
_FIRST_LETTER = "\u0621"
# A plural without an article.
_COUNTED = re.compile(r" (?!ال)[\u0621-\u064a]{2,}ات(?![\u0621-\u064a])")
_LATIN = re.compile(r"[A-Za-z_]")
_TANWIN = "\u064b"
_HUNDRED_SPELT = re.compile("ئ|ما|\u0654|[\ufe89-\ufe8c]")
SCALES = (Role.SCALE, Role.PLURAL, Role.ACCUSATIVE)
# How far behind a figure its scale or percentage is looked for.
_FAR_ENOUGH = 24


def runs_of_pieces(published: Folded, number_words: NumberWords) -> Iterator[list[Piece]]:
    """Give the pieces that stand side by side, with nothing but blanks or و between them."""
    text = published.text
    run: list[Piece] = []
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


def _is_counted_in_brackets(text: str, figure: Piece, scale: Piece) -> bool:
    """Tell `(18) مليون`, which is one number, from `(1000) ألف`, which says it twice."""
    opened = text[max(0, figure.start - 2) : figure.start].strip(" ") == "("
    return opened and figure.role is Role.FIGURE and scale.role in SCALES and figure.value != scale.value


def _pieces(published: Folded, number_words: NumberWords) -> Iterator[Piece]:
    text, words = published.text, number_words.words
    for token, written, end in _candidates(text, number_words):
        word = words.get(token)
        if word is not None and word.counting and not _COUNTED.match(text, end):
            word = None
        if word is not None:
            word = _as_spelt(word, published.span(written, end).of(published.published), number_words)
        if word is not None:
            start = written + word.particles
            yield Piece(
                written, start, end, word.role, word.value, word.conjoined, word.definite, word.preposed
            )
        elif token < _FIRST_LETTER and not _LATIN.match(text[written - 1 : written]):
            percent = text[end : end + _FAR_ENOUGH].lstrip(" ").startswith(number_words.percent)
            decimal = percent or _decimal(published, written, end, number_words)
            value = figure_value(token, decimal=decimal)
            if value is not None:
                # A percentage carries no number on: «3 آلاف و50%».
                yield Piece(written, written, end, Role.FIGURE, value, preposed=percent)


# Two stages look for the numbers of the same body.
@lru_cache(maxsize=4)
def _candidates(text: str, number_words: NumberWords) -> list[tuple[str, int, int]]:
    """Return the number words and the figures of a folded text, with where each begins and ends."""
    words = number_words.words
    # Figures come before all letters.
    return [one for one in zip(*cut(text, _TOKEN), strict=True) if one[0] in words or one[0] < _FIRST_LETTER]


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
    return word is not None and word.role in SCALES
