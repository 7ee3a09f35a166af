"""Folding, for matching only: what is shown is always the text as published."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache, lru_cache

from tawatur.records.span import Span

# One character for one character: these never move an offset.
_LIKENESS = {
    "ا": "أإآٱٲٳٵ",
    "ه": "ةہھەۀۂۃ",
    "و": "ؤٶ",
    "ي": "ىئیېےۓۍٸ",
    "ك": "کڪ",
    '"': "“”„‟«»‹›″〝〞＂❝❞",
    "'": "‘’‚‛′`´ʼ＇",
    "-": "‐‑‒–—―−",
    ".": "٫",
    ",": "٬",
    "%": "٪",
    " ": "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t",
    **{str(digit): chr(0x660 + digit) + chr(0x6F0 + digit) for digit in range(10)},
}
_REPLACEMENTS = tuple((mark, letter) for letter, marks in _LIKENESS.items() for mark in marks)
_LETTERS = str.maketrans(dict(_REPLACEMENTS))
# A word is folded three to five times as fast letter by letter; from here on the other way wins.
_LETTER_BY_LETTER = 40

# What folds to nothing, as the insides of a character class: vowel and Qur'anic signs and tatweel,
# which belong to the letter before them, and marks that cannot be seen, which belong to none.
SIGNS = (
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\ufe00-\ufe0f"
)
UNSEEN = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
_SIGNS = re.compile(f"[{SIGNS}]*")
# A pattern that begins with one class of characters is looked for five times as fast as any other.
_DROPPED = re.compile(f"[{SIGNS}{UNSEEN}][{SIGNS}{UNSEEN}]*")
# One character that stands for a letter in one of its shapes, for several (ﻻ, ﷲ) or for a sign alone.
_SHAPES = "\ufb50-\ufdff\ufe70-\ufefc"
_PRESENTATION = re.compile(f"[{_SHAPES}]")
_MOVING = re.compile(f"[{SIGNS}{UNSEEN}{_SHAPES}](?:(?<=[{_SHAPES}])()|[{SIGNS}{UNSEEN}]*)")


@dataclass(frozen=True, slots=True)
class Folded:
    """A text folded for matching, with the way back to the text as published."""

    published: str
    text: str
    _folded_starts: tuple[int, ...]
    _published_starts: tuple[int, ...]

    def published_at(self, offset: int) -> int:
        """Return the place in the published text of the character at `offset` of the folded one."""
        piece = bisect_right(self._folded_starts, offset) - 1
        return self._published_starts[piece] + offset - self._folded_starts[piece]

    def matched(self) -> "Folded":
        """Return the folded text as a text of its own, which folding leaves as it is."""
        return Folded(self.text, self.text, (0,), (0,))

    def bounds(self, begins: list[int], ends: list[int]) -> tuple[list[int], list[int]]:
        """Return where the published stretches of the places begin and end, as `span` gives them.

        The places stand in order, none within another; all are found in one pass.
        """
        if len(self._folded_starts) == 1:
            return begins, ends
        starts: list[int] = []
        stops: list[int] = []
        beyond = (*self._folded_starts[1:], len(self.text) + 1)
        at = 0
        for folded_start, published_start, next_piece in zip(
            self._folded_starts, self._published_starts, beyond, strict=True
        ):
            moved, here = published_start - folded_start, at
            at = bisect_left(begins, next_piece, here)
            if at == here:
                continue
            starts += [start + moved for start in begins[here:at]]
            stops += [end + moved for end in ends[here:at]]
            if ends[at - 1] >= next_piece:
                # Signs may stand behind the last letter of a piece.
                stops[-1] = self.span(begins[at - 1], ends[at - 1]).end
        return starts, stops

    def span(self, start: int, end: int) -> Span:
        """Return the published stretch that folded to `start`:`end`, marks between its letters included.

        >>> folded = fold("قـــالَ الوزيرُ")
        >>> folded.text
        'قال الوزير'
        >>> folded.span(0, 3).of(folded.published)
        'قـــالَ'
        """
        if start >= end:
            place = self.published_at(start)
            return Span(place, place)
        first, last = self.published_at(start), self.published_at(end - 1)
        signs = _SIGNS.match(self.published, last + 1)
        return Span(first, signs.end() if signs else last + 1)


# Several stages fold the same body one after the other.
@lru_cache(maxsize=4)
def fold(text: str) -> Folded:
    """Fold `text` for matching, in linear time.

    Alike become the hamza forms of alef, waw and ya (a hamza by itself stays), alef maqsura and
    ya, ta marbuta and ha, Persian and Urdu shapes of Arabic letters, digits of all three sets,
    dashes, blanks within a line, and quotation marks. Vowel signs, tatweel and marks that
    cannot be seen go. Line ends, other punctuation and Latin letters stay as they are.
    """
    pieces: list[str] = []
    folded_starts, published_starts = [0], [0]
    length = behind = 0
    for match in _MOVING.finditer(text):
        place, end = match.span()
        letters = _spelt_out(match[0]) if match.lastindex else ""
        pieces += (text[behind:place], letters)
        length += place - behind
        # Every letter of a ligature leads back to the ligature's own place.
        for _ in letters:
            folded_starts.append(length)
            published_starts.append(place)
            length += 1
        behind = end
        folded_starts.append(length)
        published_starts.append(behind)
    pieces.append(text[behind:])
    return Folded(text, _alike("".join(pieces)), tuple(folded_starts), tuple(published_starts))


def folded(text: str) -> str:
    """Return `text` folded, where no way back is needed.

    >>> folded("أكّــدتِ «الهيئة» ٣ مراتٍ")
    'اكدت "الهييه" 3 مرات'
    """
    if _PRESENTATION.search(text):
        text = _PRESENTATION.sub(lambda match: _spelt_out(match[0]), text)
    return _alike(_DROPPED.sub("", text))


@cache
def _spelt_out(piece: str) -> str:
    """Spell a presentation form with its plain letters; a sign without a letter becomes nothing."""
    letters = _DROPPED.sub("", unicodedata.normalize("NFKC", piece))
    # Normalisation puts such a sign on a blank.
    return "" if letters == " " else letters


def _alike(text: str) -> str:
    if len(text) < _LETTER_BY_LETTER:
        return text.translate(_LETTERS)
    # A look-up and a replacement a mark: fifteen times as fast as str.translate on an article.
    for mark, letter in _REPLACEMENTS:
        if mark in text:
            text = text.replace(mark, letter)
    return text
