"""Words that describe a voice which is not named."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from tawatur.arabic.words import light_stem
from tawatur.lexicons.loading import load


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    about: str
    source: str
    empty: dict[str, _Entry]
    other: dict[str, _Entry]
    role: dict[str, _Entry]


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceDescriptions:
    """Light stems by the `roles` they name.

    `empty` ones tell nothing of a voice, `others` set it apart from the voice before it.
    """

    roles: Mapping[str, str]
    empty: frozenset[str]
    others: frozenset[str]


@cache
def voice_descriptions() -> VoiceDescriptions:
    """Load the words that describe voices, as light stems.

    >>> voice_descriptions().roles[light_stem("المسؤولون")]
    'official'
    """
    file = load("voice_descriptions", _File)
    return VoiceDescriptions(
        roles={light_stem(form): role for role, entry in file.role.items() for form in entry.forms},
        empty=frozenset(light_stem(form) for entry in file.empty.values() for form in entry.forms),
        others=frozenset(light_stem(form) for entry in file.other.values() for form in entry.forms),
    )
