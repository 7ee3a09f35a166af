"""People who speak for another."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from tawatur.arabic.words import light_stem
from tawatur.lexicons.loading import load


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    forms: tuple[str, ...]
    body: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    about: str
    source: str
    noun: dict[str, _Entry]


@cache
def representatives() -> Mapping[str, str | None]:
    """Load the nouns of people who speak for another, with the noun of the body whose name theirs leaves out.

    All are light stems.

    >>> minister, ministry, spokesman = map(light_stem, ("الوزير", "وزارة", "المتحدث"))
    >>> representatives()[minister] == ministry, representatives()[spokesman]
    (True, None)
    """
    file = load("representatives", _File)
    return {
        light_stem(form): light_stem(entry.body) if entry.body else None
        for entry in file.noun.values()
        for form in entry.forms
    }
