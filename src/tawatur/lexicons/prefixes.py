"""What Arabic writes onto the beginning of a word."""

from dataclasses import dataclass
from functools import cache

from tawatur.arabic.folding import folded
from tawatur.arabic.words import Prefix
from tawatur.lexicons.loading import load


@dataclass(frozen=True, slots=True, kw_only=True)
class _Prefix:
    forms: tuple[str, ...]
    parts: tuple[str, ...]
    before: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    about: str
    source: str
    prefix: dict[str, _Prefix]


@cache
def prefixes() -> tuple[Prefix, ...]:
    """Load the chains of particles that may stand before a word, folded."""
    return tuple(
        Prefix(
            surface=folded(form),
            parts=tuple(folded(part) for part in prefix.parts),
            before=folded("".join(prefix.before)),
        )
        for prefix in load("prefixes", _File).prefix.values()
        for form in prefix.forms
    )
