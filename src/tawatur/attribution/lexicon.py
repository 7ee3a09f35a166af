"""The word lists of the room in the shape the grammar asks for: folded, and looked up in one step."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Protocol

from tawatur.arabic.folding import folded
from tawatur.arabic.sentences import Abbreviations
from tawatur.lexicons.abbreviations import abbreviations
from tawatur.lexicons.clause_words import clause_words
from tawatur.lexicons.content_nouns import content_nouns
from tawatur.lexicons.given_names import given_names
from tawatur.lexicons.reporting_phrases import reporting_phrases
from tawatur.lexicons.reporting_verbs import ReportingVerb, reporting_verbs
from tawatur.lexicons.speaker_nouns import speaker_nouns
from tawatur.lexicons.speech_nouns import speech_nouns
from tawatur.lexicons.speech_occasions import speech_occasions
from tawatur.records.attribution import Act, SourceKind

_PRONOUNS = ("ه", "ها", "هم", "هما")


class Family(StrEnum):
    """What sort of word a cue is; the first part of an attribution's licence."""

    VERB = "verb"
    PARTICIPLE = "participle"
    MASDAR = "masdar"
    PHRASE = "phrase"


class Agreement(StrEnum):
    """The gender or number a cue shows; a masculine singular may stand before any subject."""

    MASCULINE = "masculine"
    FEMININE = "feminine"
    PLURAL = "plural"


@dataclass(frozen=True, slots=True, kw_only=True)
class CueWord:
    """A folded form of a reporting verb, as the grammar sees it."""

    key: str
    family: Family
    act: Act
    agreement: Agreement
    present: bool
    governs: frozenset[str]
    prepositions: frozenset[str]
    ambiguous: bool
    continues: bool
    addressee: bool
    passive: bool
    homograph: bool
    impersonal: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CuePhrase:
    """A reporting expression in folded words; `fused` is the particle the word behind it must bear."""

    key: str
    words: tuple[str, ...]
    fused: str
    takes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionLexicons:
    """Every word list the grammar reads."""

    cues: Mapping[str, CueWord]
    phrases: Mapping[str, tuple[CuePhrase, ...]]
    """By their first word, the longest first."""
    speakers: Mapping[str, str]
    """A speaker's head noun, with and without the article, and its group."""
    kinds: Mapping[str, SourceKind]
    """The kind a group of speakers is of."""
    adjuncts: frozenset[str]
    leading: frozenset[str]
    """The adjuncts that govern a noun."""
    boundaries: frozenset[str]
    turning: frozenset[str]
    """The boundaries that lead from a noun phrase back to the paper's own voice."""
    relatives: frozenset[str]
    connectives: frozenset[str]
    auxiliaries: frozenset[str]
    """The connectives that may stand inside a clause too: قد, كان."""
    negations: frozenset[str]
    complementizers: frozenset[str]
    governors: frozenset[str]
    locatives: frozenset[str]
    pious: frozenset[str]
    titled: frozenset[str]
    occasions: frozenset[str]
    given_names: frozenset[str]
    content_nouns: frozenset[str]
    speech_nouns: frozenset[str]
    own_words: frozenset[str]
    """A noun of speech with the speaker's pronoun: قوله, تعبيرها."""
    abbreviations: Abbreviations


class _Entry(Protocol):
    @property
    def forms(self) -> tuple[str, ...]: ...


@cache
def attribution_lexicons() -> AttributionLexicons:
    """Assemble the bundled word lists, once."""
    groups = speaker_nouns().noun
    small = clause_words()
    said = _words(speech_nouns().noun)
    return AttributionLexicons(
        cues=_cues(),
        phrases=_phrases(),
        speakers={
            spelt: group for group, nouns in groups.items() for form in nouns.forms for spelt in _with_article(folded(form))
        },
        kinds={group: SourceKind(nouns.kind) for group, nouns in groups.items()},
        adjuncts=_words(small.adjunct) | _words(small.leading),
        leading=_words(small.leading),
        boundaries=_words(small.boundary),
        turning=_words(small.turning),
        relatives=_words(small.relative),
        connectives=_words(small.connective),
        auxiliaries=_words({"auxiliary": small.connective["auxiliary"]}),
        negations=_words(small.negation),
        complementizers=_words(small.complementizer),
        governors=_words(small.governor),
        locatives=_words(small.locative),
        pious=_words(small.pious),
        titled=_words(small.titled),
        given_names=_words(given_names().name),
        occasions=_words(speech_occasions().noun),
        content_nouns=_words(content_nouns().noun),
        speech_nouns=said,
        own_words=frozenset(bearing for noun in said for bearing in _with_pronouns(noun)),
        abbreviations=abbreviations(),
    )


def _words(entries: Mapping[str, _Entry]) -> frozenset[str]:
    return frozenset(folded(form) for entry in entries.values() for form in entry.forms)


def _with_article(noun: str) -> Iterable[str]:
    return (noun,) if noun.startswith("ال") or " " in noun else (noun, "ال" + noun)


def _with_pronouns(noun: str) -> Iterable[str]:
    # ة becomes ت before a pronoun; folding has made both ه.
    stem = noun[:-1] + "ت" if noun.endswith("ه") else noun
    return [stem + pronoun for pronoun in _PRONOUNS]


def _cues() -> dict[str, CueWord]:
    cues: dict[str, CueWord] = {}
    for key, verb in reporting_verbs().verb.items():
        past = folded(verb.forms[0])
        for form in map(folded, verb.forms):
            cues.setdefault(form, _cue(key, verb, Family.VERB, form, past))
        for form in map(folded, verb.participles):
            cues.setdefault(form, _cue(key, verb, Family.PARTICIPLE, form, past))
        for noun in map(folded, verb.masdars):
            for form in _with_pronouns(noun):
                cues.setdefault(form, _cue(key, verb, Family.MASDAR, form, past))
                cues.setdefault("ب" + form, _cue(key, verb, Family.MASDAR, form, past))
            cues.setdefault("ال" + noun, _cue(key, verb, Family.MASDAR, form, past))
    return cues


def _cue(key: str, verb: ReportingVerb, family: Family, form: str, past: str) -> CueWord:
    present = family is Family.VERB and form[0] in "يت" and form not in _pasts(past)
    return CueWord(
        key=key,
        family=family,
        act=Act(verb.act),
        agreement=_agreement(family, form, past, present=present),
        present=present,
        governs=frozenset(verb.governs),
        prepositions=frozenset(folded(word) for word in verb.prepositions),
        ambiguous=verb.ambiguous and family is Family.VERB,
        continues=verb.continues,
        addressee=verb.addressee,
        passive=verb.passive,
        homograph=verb.homograph and form == past,
        impersonal=verb.impersonal,
    )


def _pasts(past: str) -> tuple[str, ...]:
    return (past, past + "ت", past + "ا", past + "وا", past + "تا", past[:-1] + "ت", past[:-1] + "وا")


def _agreement(family: Family, form: str, past: str, *, present: bool) -> Agreement:
    if family is Family.MASDAR:
        endings = (("هما", Agreement.PLURAL), ("هم", Agreement.PLURAL), ("ها", Agreement.FEMININE))
    elif family is Family.PARTICIPLE:
        endings = (("ين", Agreement.PLURAL), ("ه", Agreement.FEMININE), ("ا", Agreement.MASCULINE))
    elif present:
        endings = (("ون", Agreement.PLURAL), ("ان", Agreement.PLURAL))
    else:
        endings = (("وا", Agreement.PLURAL), ("تا", Agreement.PLURAL), ("ت", Agreement.FEMININE), ("ا", Agreement.PLURAL))
    if form != past:
        for ending, agreement in endings:
            if form.endswith(ending):
                return agreement
    if present and form.startswith("ت"):
        return Agreement.FEMININE
    return Agreement.MASCULINE


def _phrases() -> dict[str, tuple[CuePhrase, ...]]:
    phrases: dict[str, list[CuePhrase]] = {}
    for key, phrase in reporting_phrases().phrase.items():
        for form in map(folded, phrase.forms):
            *words, last = form.split()
            fused = last if len(last) == 1 else ""
            spelt = tuple(words) if fused else (*words, last)
            phrases.setdefault(spelt[0], []).append(CuePhrase(key=key, words=spelt, fused=fused, takes=phrase.takes))
    return {first: tuple(sorted(found, key=lambda p: -len(p.words))) for first, found in phrases.items()}
