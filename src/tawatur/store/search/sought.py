"""The words that a query looks for, found in a folded text without cutting all of it into words.

Every form of a word holds some letters of its stem. Only what stands between blanks and holds them
is cut into words, and each of these is compared by its form and stem as the index knows it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tawatur.arabic.remembering import Remembered
from tawatur.arabic.words import words
from tawatur.store.search.matching import phrase_forms
from tawatur.store.search.query import Query
from tawatur.store.search.terms import term_at

# What the stemmer may write otherwise than the word: «للرياض» has no alef of «الرياض», «مسئول» no
# second waw of «مسؤول», «وزرائه» no hamza of «وزراء». Lower case writes a dotted capital as two.
_CHANGED = re.compile("^ا(?=ل)|(?<=.)و(?=و)|ء$|i\u0307", re.DOTALL)
# Words of a phrase stand closer than this to each other, in characters.
_APART = 80


@dataclass(frozen=True, slots=True)
class Place:
    """Where a word stands in a folded text, and what it counts as: words of one stem are one."""

    start: int
    end: int
    word: str


class Sought:
    """The words and phrases that one query looks for."""

    def __init__(self, query: Query) -> None:
        terms = [term for group in query.groups for term in group]
        self._stems = {stem for term in terms if not term.quoted for _, stem in term.words}
        self._phrases: dict[str, list[tuple[str, ...]]] = {}
        for term in terms:
            for spelling in phrase_forms(term.words) if term.quoted else ():
                self._phrases.setdefault(spelling[0], []).append(spelling)
        keys = {*self._stems, *(term.words[0][0] for term in terms if term.quoted)}
        letters = "|".join(sorted(map(letters_of, keys)))
        self._letters = re.compile(f"(?:{letters})[^ ]*", re.IGNORECASE) if keys else None
        # What may hold a word that is looked for is nearly always another one of its few neighbours.
        self._held = Remembered(self._words_in)

    def __bool__(self) -> bool:
        return self._letters is not None

    def places(self, text: str) -> list[Place]:
        """Return where the words stand in a folded text, in order."""
        text = text.replace("\n", " ")
        found: dict[int, Place] = {}
        for start, piece in self._pieces(text):
            for begin, stop, form, stem in self._held[piece]:
                if stem in self._stems:
                    found[start + begin] = Place(start + begin, start + stop, stem)
                for spelling in self._phrases.get(form, ()):
                    found |= _phrase(text, start + begin, spelling)
        return [found[start] for start in sorted(found)]

    def _pieces(self, text: str) -> Iterator[tuple[int, str]]:
        """Yield what stands between blanks and may hold a word, and where it begins, in one pass."""
        behind = 0
        for match in self._letters.finditer(text) if self._letters else ():
            start = max(text.rfind(" ", behind, match.start()) + 1, behind)
            behind = match.end()
            yield start, text[start:behind]

    def _words_in(self, piece: str) -> tuple[tuple[int, int, str, str], ...]:
        """Return what is looked for in a piece, or may begin a phrase: places, forms, stems."""
        held = [(begin, stop, *term_at(piece, begin, stop)) for begin, stop in words(piece)]
        return tuple(one for one in held if one[3] in self._stems or one[2] in self._phrases)


def letters_of(key: str) -> str:
    r"""Return a pattern of what every folded word with that form or stem holds, in whichever case.

    >>> letters_of("مسوول"), letters_of("الرياض"), letters_of("2.5")
    ('مس', 'لرياض', '\\d')
    """
    if key[0].isdecimal():
        return r"\d"
    return re.escape(max(_CHANGED.split(key), key=len))


def _phrase(text: str, start: int, spelling: tuple[str, ...]) -> dict[int, Place]:
    """Return the places of the words of a phrase if it stands at `start`."""
    end = text.find(" ", start + _APART * len(spelling))
    near = words(text[start : end if end > 0 else None])[: len(spelling)]
    places = [(start + begin, start + end) for begin, end in near]
    if tuple(term_at(text, *place)[0] for place in places) != spelling:
        return {}
    return {place[0]: Place(*place, word) for place, word in zip(places, spelling, strict=True)}
