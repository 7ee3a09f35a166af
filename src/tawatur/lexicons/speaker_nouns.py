"""The nouns that head the description of a speaker."""

from functools import cache
from typing import Literal

import msgspec

from tawatur.lexicons.loading import load


class SpeakerNouns(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Nouns of one group, and the kind of party they describe when nothing else tells it."""

    forms: tuple[str, ...]
    kind: Literal["person", "unnamed", "organization", "outlet", "document"]


class SpeakerNounGroups(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The groups: bodies, documents, offices, outlets, roles, titles."""

    about: str
    source: str
    noun: dict[str, SpeakerNouns]


@cache
def speaker_nouns() -> SpeakerNounGroups:
    """Return the bundled nouns of speakers."""
    return load("speaker_nouns", SpeakerNounGroups)
