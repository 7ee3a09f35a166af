"""Words that make a time expression, and words that show a phrase is none."""

from functools import cache

import msgspec

from tawatur.lexicons.loading import load


class Phrase(msgspec.Struct, frozen=True, kw_only=True):
    """One meaning and the ways it is written.

    `definite` forms are adjectives that need the article, `indefinite` ones the same without it.
    """

    forms: tuple[str, ...]
    definite: tuple[str, ...] = ()
    indefinite: tuple[str, ...] = ()
    code: str = ""
    offset: int = 0


class TimePhrases(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The words by the place they have in a time expression."""

    about: str
    source: str
    decade: dict[str, Phrase]
    deictic: dict[str, Phrase]
    edge: dict[str, Phrase]
    feast: dict[str, Phrase]
    feast_day: dict[str, Phrase]
    frequency: dict[str, Phrase]
    modifier: dict[str, Phrase]
    noun: dict[str, Phrase]
    part: dict[str, Phrase]
    reference: dict[str, Phrase]
    season: dict[str, Phrase]
    word: dict[str, Phrase]


@cache
def time_phrases() -> TimePhrases:
    """Return the bundled words of time expressions."""
    return load("time_phrases", TimePhrases)
