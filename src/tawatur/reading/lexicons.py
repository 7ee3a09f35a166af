"""The word lists of the room, folded and indexed once for matching."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from tawatur.calendars.words import CalendarWords, calendar_words
from tawatur.lexicons.anonymous_credits import anonymous_credits
from tawatur.lexicons.byline_labels import byline_labels
from tawatur.lexicons.credit_labels import credit_labels
from tawatur.lexicons.date_labels import AgoUnit, date_labels
from tawatur.lexicons.furniture_labels import FurnitureLabel, furniture_labels
from tawatur.lexicons.given_names import given_names
from tawatur.lexicons.line_words import line_words
from tawatur.lexicons.outlet_nouns import outlet_nouns
from tawatur.lexicons.page_kinds import page_kinds
from tawatur.reading.phrases import PhraseIndex, matched
from tawatur.records.refusal import RefusalReason


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ReadingLexicons:
    """Every list that reading needs; the names say where on a line a form counts."""

    line_labels: PhraseIndex[FurnitureLabel]
    opening_labels: PhraseIndex[FurnitureLabel]
    closing_labels: dict[str, FurnitureLabel]
    closing_forms: tuple[str, ...]
    inside_labels: dict[str, tuple[tuple[str, FurnitureLabel], ...]]
    """By the word that gives them away: the longest inside the label, which no mark can touch."""
    inserted_labels: PhraseIndex[FurnitureLabel]
    repeated_labels: tuple[str, ...]
    credit_labels: PhraseIndex[str]
    credit_joining: frozenset[str]
    credit_nouns: PhraseIndex[str]
    credit_places: frozenset[str]
    site_tails: tuple[str, ...]
    outlet_tails: frozenset[str]
    empty_credits: frozenset[str]
    published_labels: PhraseIndex[str]
    updated_labels: PhraseIndex[str]
    unrelated_dates: PhraseIndex[str]
    date_companions: frozenset[str]
    today_words: frozenset[str]
    yesterday_words: frozenset[str]
    ago_words: frozenset[str]
    ago_units: dict[str, AgoUnit]
    byline_labels: PhraseIndex[str]
    author_roles: PhraseIndex[str]
    given_names: frozenset[str]
    author_profile: tuple[str, ...]
    page_markers: PhraseIndex[RefusalReason]
    open_words: frozenset[str]
    resuming_words: PhraseIndex[str]
    own_waw: tuple[str, ...]
    sentence_words: frozenset[str]
    sentence_verbs: frozenset[str]
    calendar: CalendarWords

    @property
    def labels(self) -> tuple[PhraseIndex[FurnitureLabel] | PhraseIndex[str], ...]:
        """The labels that a line may begin with, whatever they announce."""
        return (
            self.opening_labels,
            self.line_labels,
            self.byline_labels,
            self.published_labels,
            self.updated_labels,
            self.credit_labels,
        )


@cache
def reading_lexicons() -> ReadingLexicons:
    """Return the bundled lists, assembled for `read`."""
    furniture, credit, dates, lines = furniture_labels(), credit_labels(), date_labels(), line_words()
    bylines, kinds = byline_labels(), page_kinds()
    return ReadingLexicons(
        line_labels=_index(furniture.line),
        opening_labels=_index(furniture.opening),
        closing_labels=_by_form(furniture.closing),
        closing_forms=tuple(_by_form(furniture.closing)),
        inside_labels=_by_word(furniture.inside),
        inserted_labels=_index(furniture.inserted),
        repeated_labels=tuple(_by_form(furniture.repeated)),
        credit_labels=_keyed(credit.label.items()),
        credit_joining=_forms(credit.joining.values()),
        credit_nouns=_keyed(credit.noun.items()),
        credit_places=_forms(credit.place.values()),
        site_tails=tuple(sorted(f" {form}" for form in _forms(credit.site.values()))),
        outlet_tails=_forms(outlet_nouns().tail.values()),
        empty_credits=frozenset(map(matched, anonymous_credits().folded)),
        published_labels=_keyed(dates.published.items()),
        updated_labels=_keyed(dates.updated.items()),
        unrelated_dates=_keyed(dates.unrelated.items()),
        date_companions=_forms(dates.companion.values()),
        today_words=_forms([dates.today["today"]]),
        yesterday_words=_forms([dates.today["yesterday"]]),
        ago_words=_forms(dates.ago.values()),
        ago_units={matched(form): unit for unit in dates.unit.values() for form in unit.forms},
        byline_labels=_keyed(bylines.label.items()),
        given_names=_forms(given_names().name.values()),
        author_roles=_keyed(bylines.role.items()),
        author_profile=tuple(sorted(_forms(bylines.profile.values()))),
        page_markers=PhraseIndex(
            (form, marker.reason) for marker in kinds.marker.values() for form in marker.forms
        ),
        open_words=_forms(lines.open.values()),
        resuming_words=_keyed(lines.resuming.items()),
        own_waw=tuple(sorted(_forms(lines.own.values()))),
        sentence_words=_forms(lines.sentence.values()),
        sentence_verbs=_forms([lines.sentence["verb"]]),
        calendar=calendar_words(),
    )


def _index(labels: dict[str, FurnitureLabel]) -> PhraseIndex[FurnitureLabel]:
    """Index labels; a colon may stand apart from its word."""
    return PhraseIndex(
        (spelling, label)
        for label in labels.values()
        for form in label.forms
        for spelling in ((form, f"{form[:-1]} :") if form.endswith(":") else (form,))
    )


def _by_form(labels: dict[str, FurnitureLabel]) -> dict[str, FurnitureLabel]:
    return {matched(form): label for label in labels.values() for form in label.forms}


def _by_word(labels: dict[str, FurnitureLabel]) -> dict[str, tuple[tuple[str, FurnitureLabel], ...]]:
    found: dict[str, list[tuple[str, FurnitureLabel]]] = {}
    for form, label in _by_form(labels).items():
        words = form.split(" ")
        found.setdefault(max(words[1:-1] or words, key=len), []).append((form, label))
    return {word: tuple(forms) for word, forms in found.items()}


class _Spelt(Protocol):
    @property
    def forms(self) -> tuple[str, ...]: ...


def _forms(entries: Iterable[_Spelt]) -> frozenset[str]:
    return frozenset(matched(form) for entry in entries for form in entry.forms)


def _keyed(entries: Iterable[tuple[str, _Spelt]]) -> PhraseIndex[str]:
    return PhraseIndex((form, key) for key, entry in entries for form in entry.forms)
