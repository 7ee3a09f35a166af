"""Nouns of a government and its members."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from tawatur.arabic.words import light_stem
from tawatur.lexicons.forms import Forms
from tawatur.lexicons.loading import load


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    about: str
    source: str
    noun: dict[str, Forms]


@cache
def government_nouns() -> Mapping[str, str]:
    """Load the nouns of a government and its members: by light stem, which of the two each is.

    >>> government_nouns()[light_stem("الحكومة")], government_nouns()[light_stem("الوزير")]
    ('whole', 'member')
    """
    nouns = load("government_nouns", _File).noun
    return {light_stem(form): group for group, entry in nouns.items() for form in entry.forms}
