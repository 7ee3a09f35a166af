"""Statements: the stretches of an article that say one thing, whoever says it."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from tawatur.arabic.folding import folded
from tawatur.arabic.numerals import Number, find_numbers
from tawatur.arabic.sentences import sentences
from tawatur.arabic.words import light_stem, words
from tawatur.corroboration.lexicons import CorroborationLexicons
from tawatur.records.attribution import Act, Attribution
from tawatur.records.read_page import ReadArticle
from tawatur.records.span import Span

# A statement of fewer telling words says too little to be found again elsewhere.
_FEWEST_WORDS = 3
# A letter or figure and a hyphen before a figure: the tail of a name.
_LATIN_NAME = re.compile(r"[A-Za-z0-9]-\Z")
# Where a negation stands deeper in a sentence it negates something else.
_NEGATION_REACH = 5
# What closes a clause before the next begins.
_CLOSING = ("،", ",", "؛", ";", ".", ":", "!", "؟", "…")
# An outer statement that is mostly somebody else's statement says nothing of its own.
_MOSTLY = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A stretch of an article's body that says one thing.

    `attribution` is the index of the attribution it is the content of, `None` where the
    article speaks in its own voice. `words` are its stems with their number of
    occurrences, `figures` its numbers except those that tell a time.
    """

    article: str
    attribution: int | None
    span: Span
    leading: bool
    """It stands first in its article: what the article is about."""
    words: Mapping[str, int]
    figures: frozenset[Decimal]
    negated: bool
    denied: bool
    """Its speaker denies it."""


def find_statements(read: ReadArticle, *, lexicons: CorroborationLexicons) -> tuple[Statement, ...]:
    """Find what an article states, in the order of the text: attributed contents, and its own sentences."""
    body = _Body(read, lexicons)
    stretches = [*_attributed(read), *((sentence, None) for sentence in _own(read, body.sentences))]
    found = [body.statement(part, index) for stretch, index in stretches for part in body.parts(stretch)]
    telling = (statement for statement in found if len(statement.words) >= _FEWEST_WORDS)
    return tuple(sorted(telling, key=lambda statement: (statement.span, statement.attribution or 0)))


def _attributed(read: ReadArticle) -> Iterator[tuple[Span, int]]:
    """Yield the contents, except those that are mostly made of somebody else's statement."""
    body = read.article.body
    nested = [0] * len(read.attributions)
    told = [
        (index, attribution)
        for index, attribution in enumerate(read.attributions)
        if not _denied_rumour(attribution, read)
    ]
    for _, attribution in told:
        if attribution.inside is not None:
            nested[attribution.inside] += len(attribution.content.of(body))
    for index, attribution in told:
        if nested[index] < _MOSTLY * len(attribution.content.of(body)):
            yield attribution.content, index


def _denied_rumour(attribution: Attribution, read: ReadArticle) -> bool:
    """Tell whether nobody's word is quoted only to be denied: «نفى صحة ما نُشر عن رفع السعر»."""
    if attribution.inside is None or attribution.resolved is not None:
        return False
    return read.attributions[attribution.inside].act is Act.DENY


def _own(read: ReadArticle, among: Sequence[Span]) -> Iterator[Span]:
    """Yield the sentences in which nobody is said to speak, and a clause closed before somebody is.

    What runs on into the cue («وكان الموقع قد») is no statement but the way to one.
    """
    text = read.article.body
    spoken = sorted(
        span
        for attribution in read.attributions
        for span in (attribution.cue, attribution.content, attribution.source)
        if span is not None
    )
    place = 0
    for sentence in among:
        while place < len(spoken) and spoken[place].end <= sentence.start:
            place += 1
        if place == len(spoken) or spoken[place].start >= sentence.end:
            yield sentence
        elif text[sentence.start : spoken[place].start].rstrip().endswith(_CLOSING):
            yield Span(sentence.start, spoken[place].start)


class _Body:
    """An article's body with its sentences, words and figures, each found once."""

    def __init__(self, read: ReadArticle, lexicons: CorroborationLexicons) -> None:
        self._read = read
        self._negations = lexicons.negations
        text = read.article.body
        self.sentences = sentences(text, abbreviations=lexicons.abbreviations)
        timed = [Span(time.start, time.end) for time in read.times]
        numbers = find_numbers(text, number_words=lexicons.number_words)
        taken = _Stretches([*timed, *(number.span for number in numbers)])
        times = _Stretches(timed)
        every = [(word, folded(word.of(text))) for word in words(text)]
        self._breaks = _breaks(every, lexicons.clause_breaks)
        self._words = [(word, plain) for word, plain in every if not taken.meets(word)]
        self._word_starts = [word.start for word, _ in self._words]
        self._figures = [
            number for number in numbers if not times.meets(number.span) and not _in_name(text, number.span)
        ]
        self._figure_starts = [number.span.start for number in self._figures]

    def parts(self, stretch: Span) -> Iterator[Span]:
        """Split a content or sentence where another statement begins."""
        start = stretch.start
        first = bisect_left(self._breaks, Span(stretch.start + 1, 0))
        for opening in self._breaks[first : bisect_left(self._breaks, Span(stretch.end, 0))]:
            yield Span(start, opening.start)
            start = opening.end
        yield Span(start, max(start, stretch.end))

    def _within(self, span: Span) -> Sequence[Number]:
        return self._figures[
            bisect_left(self._figure_starts, span.start) : bisect_left(self._figure_starts, span.end)
        ]

    def statement(self, span: Span, index: int | None) -> Statement:
        """Return what one stretch states."""
        first = bisect_left(self._word_starts, span.start)
        plain = [word for _, word in self._words[first : bisect_left(self._word_starts, span.end)]]
        stems = Counter(light_stem(word) for word in plain if word not in self._negations)
        return Statement(
            article=self._read.article.id,
            attribution=index,
            span=span,
            leading=bool(self.sentences) and span.overlaps(self.sentences[0]),
            words=stems,
            figures=frozenset(number.value for number in self._within(span)),
            negated=any(word in self._negations for word in plain[:_NEGATION_REACH]),
            denied=index is not None and self._read.attributions[index].act is Act.DENY,
        )


def _breaks(among: Sequence[tuple[Span, str]], openings: frozenset[str]) -> list[Span]:
    """Find the words, or pairs of words, that open another statement."""
    found = [word for word, plain in among if plain in openings]
    found += [
        Span(word.start, after.end)
        for (word, plain), (after, further) in pairwise(among)
        if f"{plain} {further}" in openings
    ]
    return sorted(found)


class _Stretches:
    """Stretches of a text, to ask what meets one of them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]

    def meets(self, span: Span) -> bool:
        """Tell whether `span` shares a character with the last stretch that begins before its end."""
        before = bisect_left(self._starts, span.end)
        return before > 0 and self._spans[before - 1].end > span.start


def _in_name(text: str, figure: Span) -> bool:
    """Tell whether a figure belongs to a Latin name (`K2-18b`)."""
    behind = text[figure.end : figure.end + 1]
    return (behind.isascii() and behind.isalpha()) or _LATIN_NAME.match(
        text[max(0, figure.start - 2) : figure.start]
    ) is not None
