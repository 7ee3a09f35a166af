"""Stories: articles that report one event and its immediate developments."""

from collections.abc import Sequence

import numpy as np
import scipy.sparse as sp

from tawatur.records.article import Article
from tawatur.records.copy_family import CopyFamily
from tawatur.records.story import Story
from tawatur.stories.agglomeration import agglomerated, strongest
from tawatur.stories.chronology import in_order
from tawatur.stories.terms import weighted_terms

_LONGEST_TITLE = 120


def find_stories(articles: Sequence[Article], families: Sequence[CopyFamily]) -> tuple[Story, ...]:
    """Give every article its story, the earliest story first; an article alone is a story of one.

    Copies always stay together. The order of `articles` does not matter.
    """
    ordered = in_order(articles)
    if not ordered:
        return ()
    terms = weighted_terms(ordered)
    seeds = _seeds(ordered, families)
    days = [_day(article) for article in ordered]
    groups = agglomerated(terms, seeds, days)
    kept = strongest(terms)
    return tuple(
        Story(
            title=_title([ordered[k] for k in group], kept[list(group)]),
            articles=tuple(ordered[k].id for k in group),
        )
        for group in groups
    )


def _seeds(ordered: Sequence[Article], families: Sequence[CopyFamily]) -> tuple[tuple[int, ...], ...]:
    family_of = {article: place for place, family in enumerate(families) for article in family.articles}
    seeds: dict[int | str, list[int]] = {}
    for place, article in enumerate(ordered):
        seeds.setdefault(family_of.get(article.id, article.id), []).append(place)
    return tuple(tuple(seed) for seed in seeds.values())


def _day(article: Article) -> int | None:
    day = article.published.day if article.published else None
    return day.toordinal() if day else None


def _title(members: Sequence[Article], terms: sp.csr_array) -> str:
    """Return the title that has most in common with all members, else the first line of the earliest one."""
    common = terms.sum(axis=0)
    likeness = terms @ common / np.sqrt(np.maximum(terms.multiply(terms).sum(axis=1), 1.0))
    titled = [place for place, article in enumerate(members) if article.title]
    if titled:
        return members[max(titled, key=lambda place: likeness[place])].title or ""
    lines = members[0].body.splitlines() or [""]
    return lines[0][:_LONGEST_TITLE]
