"""Nouns by which news takes up a body that was called otherwise before."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from tawatur.arabic.folding import folded
from tawatur.lexicons.loading import load


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyClass:
    """The names and nouns of bodies of one sort, and the adjectives that tell nothing more of them."""

    nouns: tuple[str, ...]
    members: frozenset[str]
    epithets: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    about: str
    source: str
    body: dict[str, BodyClass]


@cache
def body_classes() -> Mapping[str, BodyClass]:
    """Load the classes by each folded noun that takes up a body of them; all their words are folded.

    >>> folded("أرامكو") in body_classes()[folded("شركة")].members
    True
    """
    found: dict[str, BodyClass] = {}
    for entry in load("body_classes", _File).body.values():
        words = BodyClass(
            nouns=entry.nouns,
            members=frozenset(map(folded, entry.members)),
            epithets=frozenset(map(folded, entry.epithets)),
        )
        found |= {folded(noun): words for noun in entry.nouns}
    return found
