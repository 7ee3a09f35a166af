"""The small words of `lexicons/clause_words`, folded and ready for look-up."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Protocol

from tawatur.arabic.folding import folded
from tawatur.lexicons.clause_words import clause_words


class Entry(Protocol):
    """An entry of any word list."""

    @property
    def forms(self) -> tuple[str, ...]:
        """The spellings of the entry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallWords:
    """One set for each table of the list, under the table's name; the list says what each does.

    `adjunct` holds the `leading` words too, `connective` the auxiliaries.
    """

    accompanying: frozenset[str]
    adjunct: frozenset[str]
    leading: frozenset[str]
    day: frozenset[str]
    day_before: frozenset[str]
    to_whoever: frozenset[str]
    occasion_preposition: frozenset[str]
    many: frozenset[str]
    masculine: frozenset[str]
    matter: frozenset[str]
    report_matter: frozenset[str]
    moment: frozenset[str]
    hearer: frozenset[str]
    news_paper: frozenset[str]
    no_speaker: frozenset[str]
    topic: frozenset[str]
    parting: frozenset[str]
    quantity: frozenset[str]
    boundary: frozenset[str]
    circumstantial: frozenset[str]
    speaking_place: frozenset[str]
    turning: frozenset[str]
    temporal: frozenset[str]
    aftermath: frozenset[str]
    after: frozenset[str]
    joined_negation: frozenset[str]
    thereby: frozenset[str]
    reason: frozenset[str]
    adversative: frozenset[str]
    attitude: frozenset[str]
    relative: frozenset[str]
    feminine_relative: frozenset[str]
    attributive: frozenset[str]
    veiling: frozenset[str]
    veil: frozenset[str]
    nameless: frozenset[str]
    thing: frozenset[str]
    connective: frozenset[str]
    auxiliary: frozenset[str]
    turn_preposition: frozenset[str]
    negation: frozenset[str]
    subjunctive: frozenset[str]
    noun_governor: frozenset[str]
    complementizer: frozenset[str]
    consequence: frozenset[str]
    governor: frozenset[str]
    content_preposition: frozenset[str]
    straying: frozenset[str]
    asked_from: frozenset[str]
    regarded: frozenset[str]
    blame: frozenset[str]
    bare_clause: frozenset[str]
    on_behalf: frozenset[str]
    spokesman: frozenset[str]
    demonstrative: frozenset[str]
    preposition: frozenset[str]
    addressing: frozenset[str]
    bringing: frozenset[str]
    figures: frozenset[str]
    summing_up: frozenset[str]
    carrying: frozenset[str]
    source_link: frozenset[str]
    leading_on: frozenset[str]
    report: frozenset[str]
    ascribing: frozenset[str]
    about_him: frozenset[str]
    saying_of: frozenset[str]
    once: frozenset[str]
    paper: frozenset[str]
    himself: frozenset[str]
    in_paper: frozenset[str]
    pointing_back: frozenset[str]
    agency_matter: frozenset[str]
    partitive: frozenset[str]
    partitive_pronoun: frozenset[str]
    latest: frozenset[str]
    event: frozenset[str]
    giving: frozenset[str]
    gist: frozenset[str]
    refusing: frozenset[str]
    happening: frozenset[str]
    performing: frozenset[str]
    issued: frozenset[str]
    utterance: frozenset[str]
    same: frozenset[str]
    name_part: frozenset[str]
    own_account: frozenset[str]
    posting: frozenset[str]
    broadcaster: frozenset[str]
    station: frozenset[str]
    doubtful_name: frozenset[str]
    being: frozenset[str]
    correspondent: frozenset[str]
    theophoric: frozenset[str]
    governing: frozenset[str]
    kin: frozenset[str]
    locative: frozenset[str]
    in_the_name: frozenset[str]
    document_matter: frozenset[str]
    office_matter: frozenset[str]
    role_whole: frozenset[str]
    leading_hand: frozenset[str]
    office_purpose: frozenset[str]
    named_body: frozenset[str]
    generic_person: frozenset[str]
    contrasting: frozenset[str]
    crowd: frozenset[str]
    broken_plural: frozenset[str]
    pious: frozenset[str]
    praise: frozenset[str]
    blessing: frozenset[str]
    striking: frozenset[str]
    about_what: frozenset[str]
    link_line: frozenset[str]
    adverb_particle: frozenset[str]
    titled: frozenset[str]
    feast: frozenset[str]
    denied: frozenset[str]
    any: frozenset[str]
    wanted: frozenset[str]
    gratitude: frozenset[str]
    need: frozenset[str]
    wished: frozenset[str]
    thanks: frozenset[str]
    publication: frozenset[str]
    clause_opener: frozenset[str]
    closeness: frozenset[str]
    outcome: frozenset[str]
    thus: frozenset[str]
    addressed: frozenset[str]


def forms_of(entries: Mapping[str, Entry]) -> frozenset[str]:
    """Return every form of a table, folded."""
    return frozenset(folded(form) for entry in entries.values() for form in entry.forms)


@cache
def small_words() -> SmallWords:
    """Fold the bundled small words, once."""
    bundled = clause_words()
    sets = {field.name: forms_of(getattr(bundled, field.name)) for field in fields(SmallWords)}
    sets["adjunct"] |= sets["leading"]
    sets["connective"] |= sets["auxiliary"]
    return SmallWords(**sets)
