"""Clauses about a speaker who is not named: they belong to his description, never to what he says."""

from tawatur.attribution.body import Body
from tawatur.attribution.small_words import SmallWords

# «طلب من الصحيفة عدم الكشف عن هويته» is about the longest.
_LONGEST_REQUEST = 8
NOT = "لم"
"""Begins what a speaker is not called by."""


def anonymity_at(body: Body, token: int, small: SmallWords) -> bool:
    """Tell whether such a clause begins at a word: «طلب عدم ذكر اسمه», «لم تسمه»."""
    words = body.words
    if words[token] == NOT:
        return token + 1 < len(words) and words[token + 1] in small.nameless
    if words[token] not in small.veiling:
        return False
    for later in range(token + 1, min(token + _LONGEST_REQUEST, len(words))):
        if words[later] in small.veil:
            return True
        if not words[later][0].isalnum() or words[later] in small.complementizer:
            return False
    return False
