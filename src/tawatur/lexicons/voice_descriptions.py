"""Words that describe a voice which is not named."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from tawatur.arabic.words import light_stem
from tawatur.lexicons.forms import Forms, every_form
from tawatur.lexicons.loading import load


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    about: str
    source: str
    empty: dict[str, Forms]
    other: dict[str, Forms]
    role: dict[str, Forms]


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
        empty=every_form(file.empty, light_stem),
        others=every_form(file.other, light_stem),
    )
