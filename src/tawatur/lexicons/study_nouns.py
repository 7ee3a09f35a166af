"""Nouns of studies and polls, and of those who make them."""

from dataclasses import dataclass
from functools import cache

from tawatur.arabic.folding import folded
from tawatur.lexicons.forms import Forms, every_form
from tawatur.lexicons.loading import load


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    about: str
    source: str
    noun: dict[str, Forms]


@cache
def study_nouns() -> frozenset[str]:
    """Load the nouns of studies, polls and researchers, folded, without the article.

    >>> folded("دراسة") in study_nouns(), folded("باحث") in study_nouns()
    (True, False)
    """
    return every_form(load("study_nouns", _File).noun, folded)
