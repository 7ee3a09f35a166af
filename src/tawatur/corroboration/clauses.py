"""Where a sentence begins to state another thing."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from tawatur.arabic.words import light_stem
from tawatur.corroboration.figures import Word
from tawatur.corroboration.lexicons import CorroborationLexicons
from tawatur.corroboration.phrases import find_phrases
from tawatur.records.span import Span

# «، وأصيب»: what a comma and an «and» add is told besides, as what stands behind the dots of a title.
_COORDINATION = re.compile(r"[،,؛]\s{0,4}(?=و\w\w)|\.\.+\s{0,4}|…\s{0,4}")
# «Several causes are looked at, among them a storm»; without the comma «منها» may be «from there».
_AMONG = re.compile(r"[،,؛]\s{0,4}و?من(?:ها|هم|هن)\b")
_LONGEST_GAP = 6
_ADDING = ("،", ",", "؛")
_CLOSED = re.compile(r"[،,؛;.:!؟\n]")
_SHORTEST_CLAUSE = 5


class Clauses:
    """A text with the places where its sentences begin to state another thing."""

    def __init__(self, text: str, every: Sequence[Word], *, lexicons: CorroborationLexicons) -> None:
        self._text = text
        self._every = every
        self._starts = [span.start for span, _ in every]
        self._lexicons = lexicons
        turns = find_phrases([plain for _, plain in every], lexicons.clause_breaks)
        self._breaks = sorted(
            [
                *(Span(every[first][0].start, every[last][0].end) for first, last in turns),
                *(Span(found.end(), found.end()) for found in _COORDINATION.finditer(text)),
                *(Span(*found.span()) for found in _AMONG.finditer(text)),
            ]
        )

    def parts(self, stretch: Span) -> Iterator[Span]:
        """Split a content or sentence where another statement begins."""
        start = stretch.start
        first = bisect_left(self._breaks, Span(stretch.start + 1, 0))
        for opening in self._breaks[first : bisect_left(self._breaks, Span(stretch.end, 0))]:
            if opening.start == opening.end and not self._opens_clause(opening.start, start, stretch.end):
                continue
            yield Span(start, opening.start)
            start = opening.end
        yield Span(start, max(start, stretch.end))

    def _opens_clause(self, place: int, start: int, end: int) -> bool:
        """Tell whether what stands from a place on is a clause beside that before it, no member of a list.

        A list goes on with a noun («والزراعة، ووزير المياه»), and its members are short.
        """
        first = bisect_left(self._starts, place)
        added = self._text[max(0, place - _LONGEST_GAP) : place].rstrip().endswith(_ADDING)
        if added and self._goes_on(self._every[first]):
            return False
        closed = _CLOSED.search(self._text, place, end)
        behind = bisect_left(self._starts, closed.start() if closed else end) - first
        return min(behind, first - bisect_left(self._starts, start)) >= _SHORTEST_CLAUSE

    def _goes_on(self, opening: Word) -> bool:
        """Tell whether a word goes on with a list, or with where and when, and opens no clause."""
        span, plain = opening
        return (
            plain.startswith("وال")
            or span.of(self._text) in self._lexicons.function_words
            or light_stem(plain.removeprefix("و")) in self._lexicons.speaker_nouns
        )
