"""The words by which a line tells that it goes on, or goes on from another."""

from functools import cache

import msgspec

from tawatur.lexicons.loading import load


class LineWord(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The spellings of one class of words."""

    forms: tuple[str, ...]


class LineWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that end no heading (`open`), begin no article (`resuming`), have a و of their `own`.

    Those of `sentence` begin a sentence and no heading.
    """

    about: str
    source: str
    open: dict[str, LineWord]
    resuming: dict[str, LineWord]
    own: dict[str, LineWord]
    sentence: dict[str, LineWord]


@cache
def line_words() -> LineWords:
    """Return the bundled words of broken and resuming lines."""
    return load("line_words", LineWords)
