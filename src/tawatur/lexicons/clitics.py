"""What Arabic writes onto a word."""

from dataclasses import dataclass
from functools import cache

from tawatur.arabic.folding import folded
from tawatur.arabic.words import Clitics, Prefix, Restoration
from tawatur.lexicons.loading import load


@dataclass(frozen=True, slots=True, kw_only=True)
class _Prefix:
    forms: tuple[str, ...]
    parts: tuple[str, ...]
    before: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Suffix:
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Restoration:
    forms: tuple[str, ...]
    becomes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    about: str
    source: str
    prefix: dict[str, _Prefix]
    suffix: dict[str, _Suffix]
    restoration: dict[str, _Restoration]


@cache
def clitics() -> Clitics:
    """Load the chains of particles, the pronouns and the changes before a pronoun, folded."""
    file = load("clitics", _File)
    return Clitics(
        prefixes=tuple(
            Prefix(
                surface=folded(form),
                parts=tuple(folded(part) for part in prefix.parts),
                before=folded("".join(prefix.before)),
            )
            for prefix in file.prefix.values()
            for form in prefix.forms
        ),
        suffixes=tuple(folded(form) for suffix in file.suffix.values() for form in suffix.forms),
        restorations=tuple(
            Restoration(ending=folded(form), becomes=folded(restoration.becomes))
            for restoration in file.restoration.values()
            for form in restoration.forms
        ),
    )
