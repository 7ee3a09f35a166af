"""A folded body as a line of tokens: words with their meanings, numbers, dates, marks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from tawatur.arabic.numerals import find_numbers
from tawatur.calendars.days import WrittenDate, find_days
from tawatur.calendars.words import CalendarWords
from tawatur.times.words import NO_MEANING, Meanings, TimeWords, known

_TOKEN = re.compile(r"[^\W\d_]+|[0-9]+|\n|[^\s\w]|_")


@dataclass(slots=True)
class Token:
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


PADDING = 8
"""Empty tokens at the end, so that rules may look that far ahead."""


def tokenize(text: str, *, words: TimeWords, calendar: CalendarWords) -> list[Token]:
    """Cut a folded text into tokens, each date and each number one token."""
    tokens: list[Token] = []
    whole = iter(_whole(text, words, calendar))
    ahead = next(whole, None)
    raw = [(match.start(), match.end(), match[0]) for match in _TOKEN.finditer(text)]
    at = 0
    while at < len(raw):
        start, end, written = raw[at]
        if ahead is not None and ahead.start < end:
            tokens.append(ahead)
            while at < len(raw) and raw[at][0] < ahead.end:
                at += 1
            ahead = next(whole, None)
            continue
        if not written[0].isalpha():
            tokens.append(Token(start, end, written, NO_MEANING))
            at += 1
            continue
        token, taken = _word(raw, at, words)
        tokens.append(token)
        at += taken
        # «الحادي والعشرين» is one ordinal, whatever number its second word may be.
        while ahead is not None and ahead.start < token.end:
            ahead = next(whole, None)
    length = len(text)
    tokens.extend(Token(length, length, "", NO_MEANING) for _ in range(PADDING))
    return tokens


def _word(raw: list[tuple[int, int, str]], at: int, words: TimeWords) -> tuple[Token, int]:
    """Read a word, or the longest phrase that begins with it; return it with the words it took."""
    start, end, written = raw[at]
    word, meanings, phrases = known(written, words)
    begin = max(start, end - len(word))
    for rest, phrase in phrases:
        behind = raw[at + 1 : at + 1 + len(rest)]
        if tuple(following for _, _, following in behind) == rest:
            return Token(begin, behind[-1][1], " ".join((word, *rest)), phrase), 1 + len(rest)
    return Token(begin, end, word, meanings), 1


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
            yield Token(start, end, text[start:end], NO_MEANING, number=number.value)
    yield from dates[place:]
