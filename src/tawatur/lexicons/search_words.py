"""The words of the query language."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from tawatur.arabic.folding import folded
from tawatur.lexicons.forms import Forms
from tawatur.lexicons.loading import load


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    about: str
    source: str
    act: dict[str, Forms]
    alternative: dict[str, Forms]
    filter: dict[str, Forms]
    kind: dict[str, Forms]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchWords:
    """What a word of a query stands for, by its folded lower-case form.

    `alternative` are the words that join alternatives, as they must be typed.
    """

    filters: Mapping[str, str]
    kinds: Mapping[str, str]
    acts: Mapping[str, str]
    alternative: frozenset[str]


@cache
def search_words() -> SearchWords:
    """Load the names of filters and of their values.

    >>> search_words().filters["مصدر"], search_words().kinds["شخص"]
    ('source', 'person')
    """
    file = load("search_words", _File)
    return SearchWords(
        filters=_meanings(file.filter),
        kinds=_meanings(file.kind),
        acts=_meanings(file.act),
        alternative=frozenset(form for entry in file.alternative.values() for form in entry.forms),
    )


def _meanings(entries: Mapping[str, Forms]) -> dict[str, str]:
    return {folded(form).lower(): key for key, entry in entries.items() for form in entry.forms}
