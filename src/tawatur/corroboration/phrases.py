"""Phrases in a line of words."""

from collections.abc import Sequence
from functools import cache

_LONGEST_PHRASE = 3


def find_phrases(plain: Sequence[str], phrases: frozenset[str]) -> list[tuple[int, int]]:
    """Find the phrases in a line of words, each by the places of its first and its last word."""
    begun = _begun(phrases)
    return [
        (first, last)
        for first in [place for place, word in enumerate(plain) if word in begun]
        for last in range(first, min(first + _LONGEST_PHRASE, len(plain)))
        if " ".join(plain[first : last + 1]) in phrases
    ]


@cache
def _begun(phrases: frozenset[str]) -> frozenset[str]:
    """Return the words that phrases begin with: few words of a text are one."""
    return frozenset(phrase.partition(" ")[0] for phrase in phrases)
