"""Nouns of studies and polls, and of those who make them."""

from dataclasses import dataclass
from functools import cache, lru_cache

from tawatur.arabic.folding import folded
from tawatur.lexicons.forms import Forms
from tawatur.lexicons.loading import load

_ARTICLE = "ال"
_REMEMBERED = 1 << 12


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    about: str
    source: str
    noun: dict[str, Forms]


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyNouns:
    """The nouns, folded and without the article, by where in a mention they stand."""

    faith: frozenset[str]
    head: frozenset[str]
    measurer: frozenset[str]
    researcher: frozenset[str]
    study: frozenset[str]

    def of_study(self, mention: str) -> bool:
        """Tell whether a mention is of a study or of one who speaks of his.

        >>> study_nouns().of_study("المشرف على الدراسة"), study_nouns().of_study("مركز الدراسات")
        (True, False)
        """
        words = _bare(mention)
        return not self.head.isdisjoint(words[:1]) or not self.study.isdisjoint(words)

    def of_measurers(self, mention: str) -> bool:
        """Tell whether a mention is of a body that measures or counts.

        >>> study_nouns().of_measurers("مركز رصد الزلازل"), study_nouns().of_measurers("وزارة الصحة")
        (True, False)
        """
        return not self.measurer.isdisjoint(_bare(mention))

    def of_researchers(self, mention: str) -> bool:
        """Tell whether voices without a name are those of people who study something.

        >>> study_nouns().of_researchers("فريق من العلماء"), study_nouns().of_researchers("علماء الدين")
        (True, False)
        """
        words = _bare(mention)
        return not self.researcher.isdisjoint(words) and self.faith.isdisjoint(words)


@lru_cache(_REMEMBERED)
def _bare(mention: str) -> tuple[str, ...]:
    """Return the words of a mention, folded, without «and» and the article."""
    return tuple(folded(word).removeprefix("و").removeprefix(_ARTICLE) for word in mention.split())


@cache
def study_nouns() -> StudyNouns:
    """Load the nouns of studies, polls and researchers."""
    nouns = load("study_nouns", _File).noun
    return StudyNouns(**{group: frozenset(map(folded, entry.forms)) for group, entry in nouns.items()})
