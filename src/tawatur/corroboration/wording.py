"""The words and figures of a text, found once, and what a stretch of it says with them."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tawatur.arabic.numerals import Number, find_numbers
from tawatur.arabic.words import light_stems, plain_words, words
from tawatur.corroboration.clauses import Clauses
from tawatur.corroboration.figures import Figure, Word, figure_of, figure_of_share
from tawatur.corroboration.lexicons import CorroborationLexicons
from tawatur.corroboration.phrases import find_phrases
from tawatur.corroboration.shares import Share, find_shares
from tawatur.records.span import Span

# A letter or figure and a hyphen before a figure: the tail of a name.
_LATIN_NAME = re.compile(r"[A-Za-z0-9]-\Z")
# Where a negation stands deeper in a sentence it negates something else than the whole.
_NEGATION_REACH = 5
# The title's verb stands among its first words: «الخارجية القطرية تنفي ...».
_DENIAL_REACH = 4
_LONGEST_HEDGE = 4


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
        figures = [number.span for number in numbers]
        spans = words(text)
        every = plain_words(text, spans)
        self._every = list(zip(spans, every, strict=True))
        self._starts = [start for start, _ in spans]
        shares = find_shares(self._every, numbers, known=lexicons.figure_words)
        self._clauses = Clauses(text, self._every, lexicons=lexicons)
        named = find_phrases(every, lexicons.long_events)
        parts = [share.span for share in shares]
        silent = _meeting(spans, [*timed, *figures, *parts])
        silent |= _hedging(self._every, [*figures, *parts], lexicons)
        silent |= {place for first, last in named for place in range(first + 1, last + 1)}
        telling = [place for place in range(len(spans)) if place not in silent]
        self._plain = [every[place] for place in telling]
        self._stems = [lexicons.one_stem.get(stem, stem) for stem in light_stems(self._plain)]
        events = {first: " ".join(every[first : last + 1]) for first, last in named}
        for at, place in enumerate(telling):
            if place in events:
                self._stems[at] = lexicons.event_phrases[events[place]]
        self._plain_starts = [self._starts[place] for place in telling]
        of_others = _meeting(figures, [*timed, *parts])
        told: list[Number | Share] = [
            number
            for place, number in enumerate(numbers)
            if place not in of_others and not _in_name(text, number.span)
        ]
        of_times = _meeting(parts, timed)
        told += (share for place, share in enumerate(shares) if place not in of_times)
        self._numbers = sorted(told, key=lambda number: number.span.start)
        self._number_starts = [number.span.start for number in self._numbers]

    def parts(self, stretch: Span) -> Iterator[Span]:
        """Split a content or sentence where another statement begins."""
        return self._clauses.parts(stretch)

    def figures(self, span: Span) -> tuple[Figure, ...]:
        """Return the figures of a stretch, each once."""
        inside = self._numbers[_between(self._number_starts, span)]
        if not inside:
            return ()
        among = self._every[_between(self._starts, span)]
        known = self._lexicons.figure_words
        found = (
            figure_of_share(number.span, number.percent, among=among, known=known)
            if isinstance(number, Share)
            else figure_of(number, self.text, among=among, known=known)
            for number in inside
        )
        return tuple(dict.fromkeys(found))

    def names_denial(self, span: Span) -> bool:
        """Tell whether the first words of a title say that somebody denies."""
        plain = self._plain[_between(self._plain_starts, span)]
        return not self._lexicons.refutations.denials.isdisjoint(plain[:_DENIAL_REACH])

    def said(self, span: Span) -> Said:
        """Tell what a stretch says; words that belong to a figure or a time are none of its own."""
        telling = _between(self._plain_starts, span)
        plain, stems = self._plain[telling], self._stems[telling]
        negations = {place for place, word in enumerate(plain) if word in self._lexicons.negations}
        negated = {place + 1 for place in negations} - negations
        refuted = bool(find_phrases(plain, self._lexicons.refutations.phrases))
        return Said(
            words=Counter([stem for place, stem in enumerate(stems) if place not in negations]),
            figures=self.figures(span),
            # «There is no truth in ...» is a denial, and its negation is spent on that.
            negated=not refuted and min(negations, default=_NEGATION_REACH) < _NEGATION_REACH,
            negates=frozenset(stems[place] for place in negated if place < len(stems)),
            refuted=refuted,
            direction=_direction(plain, self._lexicons.directions),
        )


def _between(starts: Sequence[int], span: Span) -> slice:
    """Return which of the things that begin at `starts` begin in a stretch."""
    return slice(bisect_left(starts, span.start), bisect_left(starts, span.end))


def _direction(plain: Sequence[str], directions: Mapping[str, str]) -> str | None:
    """Return which way a stretch says that something moves; of several ways none."""
    told = [word if word in directions else word.removeprefix("و") for word in plain]
    ways = {directions[word] for word in told if word in directions}
    return ways.pop() if len(ways) == 1 else None


def _hedging(
    among: Sequence[Word], figures: Iterable[Span], lexicons: CorroborationLexicons
) -> frozenset[int]:
    """Find the places of words that only hedge a figure: «no fewer than 40», «more than 300»."""
    hedges = lexicons.figure_words.hedges_before
    plain = [word for _, word in among]
    starts = {word.start: place for place, (word, _) in enumerate(among)}
    numbers = {starts[figure.start] for figure in figures if figure.start in starts}
    found = {
        place
        for number in numbers
        for start in range(max(0, number - _LONGEST_HEDGE), number)
        if _hedges(" ".join(plain[start:number]), hedges)
        for place in range(start, number)
    }
    for place in [place for place, word in enumerate(plain) if word in lexicons.negations]:
        behind = plain[place : place + _LONGEST_HEDGE]
        if place + 1 in numbers or any(" ".join(behind[:length]) in hedges for length in (2, 3)):
            found.add(place)
    return frozenset(found)


def _hedges(phrase: str, hedges: Mapping[str, str]) -> bool:
    """Tell whether a phrase hedges, with or without the preposition it bears («بأكثر من»)."""
    return phrase in hedges or (phrase[0] in "بل" and phrase[1:] in hedges)


def _meeting(spans: Sequence[Span], stretches: Iterable[Span]) -> frozenset[int]:
    """Return the places of the spans, which stand in order, that share a character with a stretch."""
    starts, ends = [start for start, _ in spans], [end for _, end in spans]
    return frozenset(
        place
        for start, end in stretches
        for place in range(bisect_right(ends, start), bisect_left(starts, end))
    )


def _in_name(text: str, figure: Span) -> bool:
    """Tell whether a figure belongs to a Latin name (`K2-18b`)."""
    behind = text[figure.end : figure.end + 1]
    return (behind.isascii() and behind.isalpha()) or _LATIN_NAME.match(
        text[max(0, figure.start - 2) : figure.start]
    ) is not None
