"""Reports that nobody names."""

from dataclasses import dataclass
from functools import cache

from tawatur.arabic.words import light_stem
from tawatur.lexicons.loading import load


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    about: str
    source: str
    qualifier: dict[str, _Entry]
    report: dict[str, _Entry]
    scope: dict[str, _Entry]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnonymousSources:
    """Light stems of the words that describe nobody.

    `reports` head a description (تقارير), `qualifiers` make another head one (إعلامية), `scopes`
    name nobody beside them (دولية).
    """

    reports: frozenset[str]
    qualifiers: frozenset[str]
    scopes: frozenset[str]


@cache
def anonymous_sources() -> AnonymousSources:
    """Load the words of nameless reports, as light stems.

    >>> light_stem("وسائل") in anonymous_sources().reports
    True
    """
    file = load("anonymous_sources", _File)
    return AnonymousSources(
        reports=frozenset(light_stem(form) for entry in file.report.values() for form in entry.forms),
        qualifiers=frozenset(light_stem(form) for entry in file.qualifier.values() for form in entry.forms),
        scopes=frozenset(light_stem(form) for entry in file.scope.values() for form in entry.forms),
    )
