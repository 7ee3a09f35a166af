"""The words of a query in a published text: where they stand, and the passage that shows them best."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tawatur.arabic.folding import Folded, fold
from tawatur.arabic.words import words as words_of
from tawatur.records.span import Span
from tawatur.store.search.query import Query
from tawatur.store.search.sought import Place, Sought

_PASSAGE_WORDS = 32
# How many words stand before the first one found.
_LEAD_WORDS = 6
# So many characters hold a word and what stands beside it; Arabic takes six on average.
_WORD_LENGTH = 12
# A text is gone through by stretches of so many characters until one holds what is looked for,
# and no deeper than this: books are pasted into pages.
_STRETCH = 4_000
_DEEPEST = 50_000

_BLANK = re.compile(r"\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """A stretch of a published text from `start` on; `marks` are the words found, counted from there."""

    text: str
    start: int
    marks: tuple[Span, ...]


class Highlighter:
    """Finds the words of one query in texts."""

    def __init__(self, query: Query) -> None:
        self._sought = Sought(query)

    def whole(self, text: str) -> Excerpt:
        """Return all of `text` with every word found marked."""
        return Excerpt(text=text, start=0, marks=tuple(self._marks(fold(text))))

    def passage(self, text: str, *, words: int = _PASSAGE_WORDS) -> Excerpt:
        """Return the passage of at most so many words that holds most of what is looked for.

        It is taken from the first 4,000 characters that hold any of it; where nothing is found
        in the first 50,000 it is the beginning.
        """
        if len(text) > _DEEPEST:
            blank = text.rfind(" ", 0, _DEEPEST)
            text = text[: blank if blank > 0 else _DEEPEST]
        best = self._best_of(text, words - _LEAD_WORDS)
        beside = _around(text, best, words)
        source = fold(beside.of(text))
        places = words_of(source.text)
        if not places:
            return Excerpt(text="", start=0, marks=())
        found = bisect_left(places, best - beside.start, key=lambda place: source.published_at(place.start))
        first = max(found - _LEAD_WORDS, 0)
        last = places[first : first + words][-1]
        shown = Span(source.span(*places[first]).start, source.span(*last).end)
        marks = (mark for mark in self._marks(source) if shown.holds(mark))
        return Excerpt(
            text=shown.of(source.published),
            start=beside.start + shown.start,
            marks=tuple(Span(mark.start - shown.start, mark.end - shown.start) for mark in marks),
        )

    def _marks(self, source: Folded) -> Iterator[Span]:
        behind = 0
        for place in self._sought.places(source.text):
            mark = source.span(place.start, place.end)
            # A ligature may stand for several words.
            if mark.start >= behind:
                yield mark
                behind = mark.end

    def _best_of(self, text: str, reach: int) -> int:
        """Return where the best stretch of so many words begins, 0 where nothing is found."""
        for stretch in _stretches(text) if self._sought else ():
            source = fold(stretch.of(text))
            places = self._sought.places(source.text)
            if places:
                return stretch.start + source.published_at(_best(places, source.text, reach))
        return 0


def _stretches(text: str) -> Iterator[Span]:
    """Yield all of a text, parted at blanks."""
    start = 0
    while start < len(text):
        blank = _BLANK.search(text, start + _STRETCH)
        end = blank.start() if blank else len(text)
        yield Span(start, end)
        start = end


def _around(text: str, place: int, words: int) -> Span:
    """Return a stretch of whole words that holds a passage about the word at `place`."""
    lead = max(place - _LEAD_WORDS * _WORD_LENGTH, 0)
    before = _BLANK.search(text, lead, place)
    behind = _BLANK.search(text, place + words * _WORD_LENGTH)
    start = before.end() if before else place
    return Span(start if lead else 0, behind.start() if behind else len(text))


def _best(places: Sequence[Place], text: str, reach: int) -> int:
    """Return the start of the stretch of a folded text that holds most different words, then most words.

    Words are counted by the blanks between them.
    """
    numbers, behind, number = [], 0, 0
    for place in places:
        number += text.count(" ", behind, place.start)
        behind = place.start
        numbers.append(number)
    best, best_worth, end = places[0].start, (0, 0), 0
    for begin, place in enumerate(places):
        while end < len(places) and numbers[end] < numbers[begin] + reach:
            end += 1
        inside = places[begin:end]
        worth = (len({each.word for each in inside}), len(inside))
        if worth > best_worth:
            best, best_worth = place.start, worth
    return best
