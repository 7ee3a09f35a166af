"""A folded body as a line of tokens: words with their meanings, numbers, dates, marks."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from tawatur.arabic.numerals import find_numbers
from tawatur.calendars.days import WrittenDate, find_days
from tawatur.calendars.words import CalendarWords
from tawatur.times.words import NO_MEANING, Known, Meanings, TimeWords, known

_TOKEN = re.compile(r"[^\W\d_]+|[0-9]+|\n|[^\s\w]|_")

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

    def word(self, *keys: str) -> bool:
        """Tell whether this is one of the joining words with these keys."""
        lexeme = self.means.word
        return lexeme is not None and lexeme.key in keys


# Tokens without a meaning are most of a text, so they are made in C.
_unknown: Callable[[tuple[int, int, str, Meanings, None, None]], Token] = partial(tuple.__new__, Token)

PADDING = 8
"""Empty tokens at the end, so that rules may look that far ahead."""


def tokenize(text: str, *, words: TimeWords, calendar: CalendarWords) -> list[Token]:
    """Cut a folded text into tokens, each date, each number and each known phrase one token."""
    tokens: list[Token] = []
    add = tokens.append
    nothing = Token(len(text), len(text), "", NO_MEANING)
    whole = iter(_whole(text, words, calendar))
    ahead = next(whole, nothing)
    taken, ahead_start = 0, ahead.start
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if start < taken:
            continue
        if ahead_start < end:
            token = ahead
        elif (found := known(match[0], words)) is None:
            add(_unknown((start, end, match[0], NO_MEANING, None, None)))
            continue
        else:
            token = _word(text, end, found)
        add(token)
        taken = token.end
        # «الحادي والعشرين» is one ordinal, whatever number its second word may be.
        while ahead_start < taken:
            ahead = next(whole, nothing)
            ahead_start = ahead.start
    tokens += [nothing] * PADDING
    return tokens


def _word(text: str, end: int, found: Known) -> Token:
    """Return a known word, or the longest phrase that begins with it."""
    word, meanings, phrases, length = found
    begin = end - length
    for rest, phrase in phrases:
        last = end
        for following in rest:
            match = _TOKEN.match(text, last + 1)
            if text[last : last + 1] not in _JOINTS or match is None or match[0] != following:
                break
            last = match.end()
        else:
            return Token(begin, last, " ".join((word, *rest)), phrase)
    return Token(begin, end, word, meanings)


def _whole(text: str, words: TimeWords, calendar: CalendarWords) -> Iterator[Token]:
    """Give the dates, and the numbers that stand in none, in order."""
    dates = [
        Token(*date.span, text[date.span.start : date.span.end], NO_MEANING, date=date)
        for date in find_days(text, calendar=calendar)
    ]
    place = 0
    for number in find_numbers(text, number_words=words.numbers):
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
