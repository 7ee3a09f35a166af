"""Looking up phrases at a place of a folded text."""

import re
from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar

from tawatur.arabic.folding import fold, folded

T = TypeVar("T")

_HEAD = 2


def matched(text: str) -> str:
    """Return `text` as everything in this room is matched: folded, in small letters, character for character.

    >>> matched("المصدر : Reuters")
    'المصدر : reuters'
    """
    copy = folded(text)
    small = copy.lower()
    # A few capitals (İ) become two letters: such a text keeps its capitals, so that places stay true.
    return small if len(small) == len(copy) else copy


class Phrase(NamedTuple, Generic[T]):
    """A phrase found at a place: what it means and where it ends."""

    meaning: T
    end: int


class PhraseIndex(Generic[T]):
    """Phrases by their first letters; the longest that stands at a place is found."""

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        heads: dict[str, dict[str, T]] = {}
        for form, meaning in phrases:
            key = matched(form)
            heads.setdefault(key[:_HEAD], {})[key] = meaning
        self._heads = {
            head: tuple(sorted(forms.items(), key=lambda entry: -len(entry[0])))
            for head, forms in heads.items()
        }

    def at(self, text: str, place: int = 0) -> Phrase[T] | None:
        """Return the longest phrase that a matched text has at `place`, whatever follows it."""
        for form, meaning in self._near(text, place):
            if text.startswith(form, place):
                return Phrase(meaning, place + len(form))
        return None

    def covers(self, text: str) -> bool:
        """Tell whether `text` is one of the phrases."""
        return any(form == text for form, _ in self._near(text, 0))

    def word_at(self, text: str, place: int = 0) -> Phrase[T] | None:
        """Return the longest phrase at `place` that is not the beginning of a longer word."""
        for form, meaning in self._near(text, place):
            if text.startswith(form, place) and ends_word(text, place + len(form)):
                return Phrase(meaning, place + len(form))
        return None

    def _near(self, text: str, place: int) -> tuple[tuple[str, T], ...]:
        """Return the phrases that may stand at `place`, the longest first; a sign by itself is one too."""
        single = self._heads.get(text[place : place + 1])
        near = self._heads.get(text[place : place + _HEAD], ())
        return near + single if single and place + 1 < len(text) else near


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
