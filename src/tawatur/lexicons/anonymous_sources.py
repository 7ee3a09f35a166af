"""Reports that nobody names."""

from dataclasses import dataclass
from functools import cache

from tawatur.arabic.words import light_stem
from tawatur.lexicons.forms import Forms, every_form
from tawatur.lexicons.loading import load


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    about: str
    source: str
    collective: dict[str, Forms]
    qualifier: dict[str, Forms]
    report: dict[str, Forms]
    scope: dict[str, Forms]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnonymousSources:
    """Light stems of the words that describe nobody.

    `reports` head a description (تقارير), `qualifiers` make another head one (إعلامية), `scopes`
    name nobody beside them (دولية); `collectives` head a description of nobody whatever follows
    («إعلام العدو»).
    """

    collectives: frozenset[str]
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
        collectives=every_form(file.collective, light_stem),
        reports=every_form(file.report, light_stem),
        qualifiers=every_form(file.qualifier, light_stem),
        scopes=every_form(file.scope, light_stem),
    )
