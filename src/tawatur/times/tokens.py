"""A folded body as a line of tokens: words with their meanings, numbers, dates, marks."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial
from itertools import compress, count, repeat
from typing import NamedTuple

from tawatur.arabic.cutting import cut
from tawatur.arabic.folding import Folded
from tawatur.arabic.numerals import numbers_in
from tawatur.calendars.days import WrittenDate, find_days
from tawatur.calendars.words import CalendarWords
from tawatur.times.words import NO_MEANING, Known, Meanings, TimeWords, as_written

_TOKEN = re.compile(r"([^\W\d_]+|[0-9]+|\n|[^\s\w]|_)")

# «ق.م» is written with a full stop or a space.
_JOINTS = (" ", ".")


class Token(NamedTuple):
    """One token: where it stands in the folded text, without particles, and what it can be."""

    start: int
    end: int
    text: str
    means: Meanings
    number: Decimal | None = None
    date: WrittenDate | None = None

    @property
    def article(self) -> bool:
        """Tell whether the word begins with the article: `الى` and `الا` have none."""
        return self.text.startswith("ال") and not self.word("to", "except")

    def word(self, *keys: str) -> bool:
        """Tell whether this is one of the joining words with these keys."""
        lexeme = self.means.word
        return lexeme is not None and lexeme.key in keys


# Most tokens are single words, so they are made in C.
_token: Callable[[tuple[int, int, str, Meanings, None, None]], Token] = partial(tuple.__new__, Token)

PADDING = 8
"""Empty tokens at the end, so that rules may look that far ahead."""


def tokenize(source: Folded, *, words: TimeWords, calendar: CalendarWords) -> list[Token]:
    """Cut a folded text into tokens, each date, each number and each known phrase one token."""
    text = source.text
    texts, starts, ends = cut(text, _TOKEN)
    small = texts if text == text.lower() else [one.lower() for one in texts]
    meant = list(map(as_written(words).get, small))
    single = list(map(_token, zip(starts, ends, texts, repeat(NO_MEANING), repeat(None), repeat(None))))
    for place, found in _known(meant):
        end = ends[place]
        single[place] = Token(end - found.length, end, found.word, found.meanings)
    tokens: list[Token] = []
    behind = 0
    for place, token in _longer(source, _Line(meant, starts, ends), words, calendar):
        tokens += (*single[behind:place], token)
        behind = max(place + 1, bisect_left(starts, token.end))
    tokens += single[behind:]
    tokens += [Token(len(text), len(text), "", NO_MEANING)] * PADDING
    return tokens


class _Line(NamedTuple):
    """What each token of a text means by itself, with where it begins and ends."""

    meant: list[Known | None]
    starts: list[int]
    ends: list[int]


def _longer(
    source: Folded, line: _Line, words: TimeWords, calendar: CalendarWords
) -> Iterator[tuple[int, Token]]:
    """Give the dates, numbers and phrases, in order, each with the place of the token it begins in."""
    whole = _whole(source, words, calendar)
    ahead = next(whole, None)
    behind = 0
    leading = [place for place, found in _known(line.meant) if found.phrases]
    for place in (*leading, len(line.meant)):
        # A date or a number stands in the place of the first token that it reaches into.
        while ahead is not None and (reached := max(behind, bisect_right(line.ends, ahead.start))) <= place:
            if reached == len(line.meant):
                return
            yield reached, ahead
            behind = max(reached + 1, bisect_left(line.starts, ahead.end))
            ahead = _from(ahead.end, whole)
        found = line.meant[place] if behind <= place < len(line.meant) else None
        phrase = _phrase(source.text, line.ends[place], found) if found is not None else None
        if phrase is not None:
            yield place, phrase
            behind = bisect_left(line.starts, phrase.end)
            if ahead is not None and ahead.start < phrase.end:
                # «الحادي والعشرين» is one ordinal, whatever number its second word may be.
                ahead = _from(phrase.end, whole)


def _from(place: int, whole: Iterator[Token]) -> Token | None:
    """Return the next date or number that begins at or behind a place."""
    return next((token for token in whole if token.start >= place), None)


def _known(meant: list[Known | None]) -> Iterator[tuple[int, Known]]:
    """Give what is known of words, each with its place: most are passed over without a step of Python."""
    return zip(compress(count(), meant), filter(None, meant), strict=True)


def _phrase(text: str, end: int, found: Known) -> Token | None:
    """Return the longest phrase that begins with a known word."""
    for rest, phrase in found.phrases:
        last, length = end, found.length
        for following in rest:
            # «ق. م» is an abbreviation, other phrases end with their sentence.
            begin = last + (2 if length == 1 and text.startswith(". ", last) else 1)
            if not text.startswith(following, begin) or text[last] not in _JOINTS:
                break
            match = _TOKEN.match(text, begin)
            if match is None or match[0] != following:
                break
            last, length = match.end(), len(following)
        else:
            return Token(end - found.length, last, " ".join((found.word, *rest)), phrase)
    return None


def _whole(source: Folded, words: TimeWords, calendar: CalendarWords) -> Iterator[Token]:
    """Give the dates, and the numbers that stand in none, in order."""
    text = source.text
    dates = [
        Token(*date.span, text[date.span.start : date.span.end], NO_MEANING, date=date)
        for date in find_days(text, calendar=calendar)
    ]
    place = 0
    for number in numbers_in(source.matched(), number_words=words.numbers):
        start, end = number.span
        while place < len(dates) and dates[place].start < end:
            yield dates[place]
            place += 1
        if not (place and dates[place - 1].end > start):
            if text[start - 2 : start] == "ال" and text[start].isalpha():
                # «العشر الأواخر»: the article of a spelt number is a part of the word.
                start -= 2
            yield Token(start, end, text[start:end], NO_MEANING, number=number.value)
    yield from dates[place:]
