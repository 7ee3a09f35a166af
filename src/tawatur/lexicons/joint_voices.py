"""Duals that stand for all who speak together."""

from dataclasses import dataclass
from functools import cache

from tawatur.arabic.folding import folded
from tawatur.lexicons.forms import Forms, every_form
from tawatur.lexicons.loading import load


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    about: str
    source: str
    voice: dict[str, Forms]


@cache
def joint_voices() -> frozenset[str]:
    """Load the words that stand for all who speak together, folded.

    >>> folded("الجانبان") in joint_voices()
    True
    """
    file = load("joint_voices", _File)
    return every_form(file.voice, folded)
