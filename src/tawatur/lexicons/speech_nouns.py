"""The nouns of speech that carry their speaker."""

from functools import cache

import msgspec

from tawatur.lexicons.loading import load


class Nouns(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Nouns of one sort."""

    forms: tuple[str, ...]


class SpeechNouns(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The nouns of speech that carry their speaker, by their Latin keys."""

    about: str
    source: str
    noun: dict[str, Nouns]


@cache
def speech_nouns() -> SpeechNouns:
    """Return the bundled nouns of speech that carry their speaker."""
    return load("speech_nouns", SpeechNouns)
