"""The occasions and vehicles of speech."""

from functools import cache

import msgspec

from tawatur.lexicons.loading import load


class Nouns(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Occasions of one sort."""

    forms: tuple[str, ...]


class SpeechOccasions(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The occasions and vehicles of speech, by their Latin keys."""

    about: str
    source: str
    noun: dict[str, Nouns]


@cache
def speech_occasions() -> SpeechOccasions:
    """Return the bundled occasions and vehicles of speech."""
    return load("speech_occasions", SpeechOccasions)
