"""Small words inside the mention of a source."""

from dataclasses import dataclass
from functools import cache

from tawatur.arabic.folding import folded
from tawatur.lexicons.loading import load


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    about: str
    source: str
    compound: dict[str, _Entry]
    link: dict[str, _Entry]
    topic: dict[str, _Entry]


@dataclass(frozen=True, slots=True, kw_only=True)
class NameLinks:
    """Words that begin a compound name, words that tie names together, words before a topic; folded."""

    compounds: frozenset[str]
    links: frozenset[str]
    topics: frozenset[str]


@cache
def name_links() -> NameLinks:
    """Load the small words of names.

    >>> "عبد" in name_links().compounds, "بن" in name_links().links
    (True, True)
    """
    file = load("name_links", _File)
    return NameLinks(compounds=_forms(file.compound), links=_forms(file.link), topics=_forms(file.topic))


def _forms(table: dict[str, _Entry]) -> frozenset[str]:
    return frozenset(folded(form) for entry in table.values() for form in entry.forms)
