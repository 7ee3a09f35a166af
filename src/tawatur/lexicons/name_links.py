"""Small words inside the mention of a source."""

from dataclasses import dataclass
from functools import cache

from tawatur.arabic.folding import folded
from tawatur.lexicons.forms import Forms, every_form
from tawatur.lexicons.loading import load


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    about: str
    source: str
    compound: dict[str, Forms]
    link: dict[str, Forms]
    topic: dict[str, Forms]


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
    return NameLinks(
        compounds=every_form(file.compound, folded),
        links=every_form(file.link, folded),
        topics=every_form(file.topic, folded),
    )
