"""Shares told in words: «a third of the patients» and «one in nine», in percent."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tawatur.arabic.numerals import Number
from tawatur.corroboration.figures import Word
from tawatur.lexicons.figure_words import FigureWords
from tawatur.records.span import Span

_ARTICLES = ("ال", "بال", "لل")
_LONGEST_RATIO = 3
# «One case in twenty»: as many words may part the one from what it is a part of.
_BETWEEN = 2
_ONE_DIGIT = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole in percent, and the stretch that tells it."""

    span: Span
    percent: Decimal


def find_shares(among: Sequence[Word], numbers: Sequence[Number], *, known: FigureWords) -> tuple[Share, ...]:
    """Find the shares that the words of a text tell, in order; `numbers` are those of the text.

    Of what something is a share must be a definite thing: «half a metre» and the five of «five
    cities» are none, nor are «half the hour» and «the first third».
    """
    return tuple(sorted([*_fractions(among, known), *_ratios(among, numbers, known)], key=_start))


def _start(share: Share) -> int:
    return share.span.start


def _fractions(among: Sequence[Word], known: FigureWords) -> Iterator[Share]:
    fractions = known.fractions
    # Few words of a text are one, and all are looked at.
    for place in [place for place, (_, plain) in enumerate(among) if plain in fractions]:
        span, plain = among[place]
        behind = [plain for _, plain in among[place + 1 : place + 3]]
        if behind and behind[0] in known.no_wholes:
            continue
        whole = behind[:1] if plain in known.numerals else behind
        if plain.startswith(_ARTICLES) or any(word.startswith("ال") for word in whole):
            yield Share(span, fractions[plain])


def _ratios(among: Sequence[Word], numbers: Sequence[Number], known: FigureWords) -> Iterator[Share]:
    for place, number in enumerate(numbers):
        at = bisect_left(among, number.span.start, key=_begins)
        for length in range(2, _LONGEST_RATIO + 1):
            first = at - length
            if first < 0 or " ".join(plain for _, plain in among[first:at]) not in known.ratios:
                continue
            before = numbers[place - 1] if place else None
            counted = (
                before is not None and first - bisect_left(among, before.span.end, key=_begins) <= _BETWEEN
            )
            if counted and before is not None:
                yield _ratio(before.value, number.value, Span(before.span.start, number.span.end))
            else:
                yield _ratio(Decimal(1), number.value, Span(among[first][0].start, number.span.end))


def _begins(word: Word) -> int:
    return word[0].start


def _ratio(part: Decimal, whole: Decimal, span: Span) -> Share:
    percent = 100 * part / whole if whole else Decimal(0)
    return Share(span, percent.quantize(_ONE_DIGIT) if percent < 10**6 else percent)
