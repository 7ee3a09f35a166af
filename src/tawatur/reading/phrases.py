"""Looking up phrases at a place of a folded text."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from tawatur.arabic.folding import fold, folded

T = TypeVar("T")

# Many labels begin with the article: fewer letters would leave hundreds to try.
_HEAD = 5
_LINE = 160


def matched(text: str) -> str:
    """Return `text` as everything in this room is matched: folded, in small letters, character for character.

    >>> matched("المصدر : Reuters")
    'المصدر : reuters'
    """
    if text.isascii():
        return text.lower().replace("`", "'").replace("\t", " ")
    return _matched_line(text) if len(text) <= _LINE else _matched(text)


def _matched(text: str) -> str:
    copy = folded(text)
    small = copy.lower()
    # A few capitals (İ) become two letters: such a text keeps its capitals, so that places stay true.
    return small if len(small) == len(copy) else copy


# One line is asked after its date, its byline and its credit in turn.
_matched_line = lru_cache(maxsize=1 << 12)(_matched)


class Found(NamedTuple, Generic[T]):
    """A phrase found at a place: what it means and where it ends."""

    meaning: T
    end: int


class Phrase(NamedTuple, Generic[T]):
    """A phrase as it is matched, and what it means."""

    form: str
    meaning: T


class PhraseIndex(Generic[T]):
    """Phrases by their first letters; the longest that stands at a place is found."""

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        self._all = {matched(form): meaning for form, meaning in phrases}
        heads: dict[str, list[Phrase[T]]] = {}
        for form in sorted(self._all, key=lambda form: -len(form)):
            # What is shorter than a head is kept by its first letter alone.
            head = form[:_HEAD] if len(form) >= _HEAD else form[:1]
            heads.setdefault(head, []).append(Phrase(form, self._all[form]))
        self._heads = {head: tuple(found) for head, found in heads.items()}

    def at(self, text: str, place: int = 0) -> Found[T] | None:
        """Return the longest phrase that a matched text has at `place`, whatever follows it."""
        for head in (text[place : place + _HEAD], text[place : place + 1]):
            for form, meaning in self._heads.get(head, ()):
                if text.startswith(form, place):
                    return Found(meaning, place + len(form))
        return None

    def may_open(self, text: str) -> bool:
        """Tell whether a phrase begins as `text` does; where none does, nothing need be tried."""
        return text[:_HEAD] in self._heads or text[:1] in self._heads

    def word_at(self, text: str, place: int = 0) -> Found[T] | None:
        """Return the longest phrase at `place` that is not the beginning of a longer word."""
        for head in (text[place : place + _HEAD], text[place : place + 1]):
            for form, meaning in self._heads.get(head, ()):
                if text.startswith(form, place) and ends_word(text, place + len(form)):
                    return Found(meaning, place + len(form))
        return None

    def covers(self, text: str) -> bool:
        """Tell whether `text` is one of the phrases."""
        return text in self._all


def published_end(text: str, end: int) -> int:
    """Return where in a published text that ends which is matched up to `end`, its signs included."""
    if len(text) == len(folded(text)):
        return end
    return fold(text).span(0, end).end


_WORDS = re.compile(r"\w+")


def ends_word(text: str, place: int) -> bool:
    """Tell whether no word runs across `place`."""
    if not 0 < place < len(text):
        return True
    return not (text[place - 1].isalnum() and text[place].isalnum())


def plain_words(text: str) -> str:
    """Return a matched text as its words alone, by which two lines are known for the same.

    >>> plain_words(matched("*«بصمات» محتملة*")) == plain_words(matched("بصمات محتملة"))
    True
    """
    return " ".join(_WORDS.findall(text))
