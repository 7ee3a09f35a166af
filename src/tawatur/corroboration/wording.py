"""The words and figures of a text, found once, and what a stretch of it says with them."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tawatur.arabic.folding import folded
from tawatur.arabic.numerals import find_numbers
from tawatur.arabic.words import light_stem, words
from tawatur.corroboration.figures import Figure, Word, figure_of
from tawatur.corroboration.lexicons import CorroborationLexicons
from tawatur.records.span import Span

# A letter or figure and a hyphen before a figure: the tail of a name.
_LATIN_NAME = re.compile(r"[A-Za-z0-9]-\Z")
# Where a negation stands deeper in a sentence it negates something else than the whole.
_NEGATION_REACH = 5
# The title's verb stands among its first words: «الخارجية القطرية تنفي ...».
_DENIAL_REACH = 4
_LONGEST_PHRASE = 3
_LONGEST_HEDGE = 3


@dataclass(frozen=True, slots=True)
class Said:
    """What a stretch says: its stems, its figures, and what of it is negated or refuted."""

    words: Mapping[str, int]
    figures: tuple[Figure, ...]
    negated: bool
    negates: frozenset[str]
    refuted: bool
    direction: str | None


class Wording:
    """A text with its words and figures, each found once; figures and words of `timed` tell a time."""

    def __init__(self, text: str, timed: Sequence[Span], *, lexicons: CorroborationLexicons) -> None:
        self.text = text
        self._lexicons = lexicons
        numbers = find_numbers(text, number_words=lexicons.number_words)
        taken = _Stretches([*timed, *(number.span for number in numbers)])
        times = _Stretches(timed)
        self._every = [(word, folded(word.of(text))) for word in words(text)]
        self._starts = [word.start for word, _ in self._every]
        self._breaks = _breaks(self._every, lexicons.clause_breaks)
        hedging = _hedging(self._every, {number.span.start for number in numbers}, lexicons)
        self._words = [
            (word, plain) for word, plain in self._every if not taken.meets(word) and word not in hedging
        ]
        self._word_starts = [word.start for word, _ in self._words]
        self._numbers = [
            number for number in numbers if not times.meets(number.span) and not _in_name(text, number.span)
        ]
        self._number_starts = [number.span.start for number in self._numbers]

    def parts(self, stretch: Span) -> Iterator[Span]:
        """Split a content or sentence where another statement begins."""
        start = stretch.start
        first = bisect_left(self._breaks, Span(stretch.start + 1, 0))
        for opening in self._breaks[first : bisect_left(self._breaks, Span(stretch.end, 0))]:
            yield Span(start, opening.start)
            start = opening.end
        yield Span(start, max(start, stretch.end))

    def telling(self, span: Span) -> Sequence[Word]:
        """Return the words of a stretch that belong to no figure and no time."""
        return self._words[
            bisect_left(self._word_starts, span.start) : bisect_left(self._word_starts, span.end)
        ]

    def figures(self, span: Span) -> tuple[Figure, ...]:
        """Return the figures of a stretch, each once."""
        first = bisect_left(self._number_starts, span.start)
        inside = self._numbers[first : bisect_left(self._number_starts, span.end)]
        if not inside:
            return ()
        among = self._every[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]
        found = (
            figure_of(number, self.text, among=among, known=self._lexicons.figure_words) for number in inside
        )
        return tuple(dict.fromkeys(found))

    def names_denial(self, span: Span) -> bool:
        """Tell whether the first words of a title say that somebody denies."""
        plain = [word for _, word in self.telling(span)]
        return any(word in self._lexicons.refutations.denials for word in plain[:_DENIAL_REACH])


def said_of(wording: Wording, span: Span, *, lexicons: CorroborationLexicons) -> Said:
    """Tell what a stretch of a text says."""
    plain = [word for _, word in wording.telling(span)]
    negations = lexicons.negations
    refuted = _refuted(plain, lexicons.refutations.phrases)
    return Said(
        words=Counter(_stem(word, lexicons) for word in plain if word not in negations),
        figures=wording.figures(span),
        # «There is no truth in ...» is a denial, and its negation is spent on that.
        negated=not refuted and any(word in negations for word in plain[:_NEGATION_REACH]),
        negates=frozenset(
            _stem(after, lexicons)
            for word, after in pairwise(plain)
            if word in negations and after not in negations
        ),
        refuted=refuted,
        direction=_direction(plain, lexicons.directions),
    )


def _direction(plain: Sequence[str], directions: Mapping[str, str]) -> str | None:
    """Return which way a stretch says that something moves; of several ways none."""
    ways = {way for word in plain if (way := directions.get(word) or directions.get(word.removeprefix("و")))}
    return ways.pop() if len(ways) == 1 else None


def _hedging(among: Sequence[Word], numbers: set[int], lexicons: CorroborationLexicons) -> frozenset[Span]:
    """Find the negations that only hedge a figure: «no fewer than 40», «under 1,100»."""
    hedges = lexicons.figure_words.hedges_before
    found = []
    for place, (word, plain) in enumerate(among):
        if plain not in lexicons.negations:
            continue
        behind = [further for _, further in among[place : place + _LONGEST_HEDGE]]
        before_number = place + 1 < len(among) and among[place + 1][0].start in numbers
        if before_number or any(" ".join(behind[:length]) in hedges for length in (2, 3)):
            found.append(word)
    return frozenset(found)


def _stem(word: str, lexicons: CorroborationLexicons) -> str:
    stem = light_stem(word)
    return lexicons.nationalities.get(stem, stem)


def _refuted(plain: Sequence[str], phrases: frozenset[str]) -> bool:
    return any(
        " ".join(plain[start : start + length]) in phrases
        for start in range(len(plain))
        for length in range(1, _LONGEST_PHRASE + 1)
    )


def _breaks(among: Sequence[Word], openings: frozenset[str]) -> list[Span]:
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
