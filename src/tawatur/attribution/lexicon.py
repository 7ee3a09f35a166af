"""The word lists of the room in the shape the grammar asks for: folded, and looked up in one step."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from tawatur.arabic.folding import folded
from tawatur.arabic.sentences import Abbreviations
from tawatur.attribution.small_words import SmallWords, forms_of, small_words
from tawatur.lexicons.abbreviations import abbreviations
from tawatur.lexicons.content_nouns import content_nouns
from tawatur.lexicons.given_names import given_names
from tawatur.lexicons.reporting_phrases import reporting_phrases
from tawatur.lexicons.reporting_verbs import ReportingVerb, reporting_verbs
from tawatur.lexicons.speaker_nouns import speaker_nouns
from tawatur.lexicons.speech_nouns import speech_nouns
from tawatur.lexicons.speech_occasions import speech_occasions
from tawatur.records.attribution import Act, SourceKind

PRONOUNS = ("ها", "هما", "هم", "ه")
"""The suffixes of the third person, which a noun or verb may bear."""
CONJUNCTIONS = "وف"
"""The letters that join a word to what precedes it."""
# A shorter word with و or ف before it is a word of its own.
_SHORTEST_JOINED = 4


class Family(StrEnum):
    """What sort of word a cue is; the first part of an attribution's licence."""

    VERB = "verb"
    PARTICIPLE = "participle"
    MASDAR = "masdar"
    PHRASE = "phrase"


class Agreement(StrEnum):
    """The gender or number a cue or a party shows."""

    MASCULINE = "masculine"
    FEMININE = "feminine"
    PLURAL = "plural"


@dataclass(frozen=True, slots=True, kw_only=True)
class CueWord:
    """A folded form of a reporting verb; the other fields are those of its entry."""

    key: str
    family: Family
    act: Act
    agreement: Agreement
    present: bool
    definite: bool
    governs: frozenset[str]
    prepositions: frozenset[str]
    ambiguous: bool
    addressee: bool
    passive: bool
    homograph: bool
    impersonal: bool

    def takes(self, *constructions: str) -> bool:
        """Tell whether the verb governs one of the constructions."""
        return not self.governs.isdisjoint(constructions)


@dataclass(frozen=True, slots=True, kw_only=True)
class CuePhrase:
    """A reporting expression in folded words; `fused` is the particle the word behind it must bear."""

    key: str
    words: tuple[str, ...]
    fused: str
    takes: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class AttributionLexicons:
    """Every word list the grammar reads; told apart by identity, as look-ups are remembered by it."""

    cues: Mapping[str, CueWord]
    phrases: Mapping[str, tuple[CuePhrase, ...]]
    """By their first word, the longest first."""
    speakers: Mapping[str, str]
    """A speaker's head noun, with and without the article, and its group."""
    kinds: Mapping[str, SourceKind]
    """The kind a group of speakers is of."""
    occasions: frozenset[str]
    given_names: frozenset[str]
    content_nouns: frozenset[str]
    speech_nouns: frozenset[str]
    own_words: frozenset[str]
    """A noun of speech with the speaker's pronoun: قوله, تعبيرها."""
    small: SmallWords
    abbreviations: Abbreviations


@cache
def attribution_lexicons() -> AttributionLexicons:
    """Assemble the bundled word lists, once.

    >>> attribution_lexicons().cues["موكده"].key
    'akkada'
    """
    groups = speaker_nouns().noun
    said = forms_of(speech_nouns().noun)
    return AttributionLexicons(
        cues=_cues(),
        phrases=_phrases(),
        speakers={
            spelt: group
            for group, nouns in groups.items()
            for form in nouns.forms
            for case in _cases(folded(form))
            for spelt in _with_article(case)
        },
        kinds={group: SourceKind(nouns.kind) for group, nouns in groups.items()},
        occasions=forms_of(speech_occasions().noun),
        given_names=forms_of(given_names().name),
        content_nouns=forms_of(content_nouns().noun),
        speech_nouns=said,
        own_words=frozenset(bearing for noun in said for bearing in _with_pronouns(noun)),
        small=small_words(),
        abbreviations=abbreviations(),
    )


def reporting_word(word: str, lexicons: AttributionLexicons) -> CueWord | None:
    """Look a finite verb up with or without the pronoun of its object, as in «ما نقلته»."""
    found = lexicons.cues.get(word)
    if found is None:
        for pronoun in PRONOUNS:
            if word.endswith(pronoun):
                found = lexicons.cues.get(word[: -len(pronoun)]) or found
    return found if found is not None and found.family is Family.VERB else None


@dataclass(frozen=True, slots=True)
class Spelling:
    """What a word may be as a cue; `bearing` where it is one only with the pronoun of its object."""

    word: CueWord
    prefixed: bool
    bearing: bool


@lru_cache(maxsize=1 << 16)
def spelling(word: str, lexicons: AttributionLexicons) -> tuple[Spelling, ...]:
    """Return the ways to take a folded word as a reporting word, the likeliest first."""
    bare = word[1:] if word[0] in CONJUNCTIONS and len(word) >= _SHORTEST_JOINED else ""
    ways = ((False, word), (True, bare))
    whole = [
        Spelling(found, prefixed, bearing=False)
        for prefixed, spelt in ways
        if (found := lexicons.cues.get(spelt)) is not None
    ]
    bearing = [
        Spelling(found, prefixed, bearing=True)
        for prefixed, spelt in ways
        if (found := reporting_word(spelt, lexicons)) is not None
    ]
    return (*whole, *bearing)


@lru_cache(maxsize=1 << 16)
def may_open(word: str, lexicons: AttributionLexicons) -> bool:
    """Tell whether a folded word can begin a cue at all, which few can."""
    return bool(spelling(word, lexicons)) or word in lexicons.phrases or word[1:] in lexicons.phrases


def _cases(noun: str) -> Iterable[str]:
    # The sound plural ends in ين wherever it is no subject.
    return (noun, noun[:-2] + "ين") if noun.endswith("ون") else (noun,)


def _with_article(noun: str) -> Iterable[str]:
    return (noun,) if noun.startswith("ال") or " " in noun else (noun, "ال" + noun)


def _with_pronouns(noun: str) -> Iterable[str]:
    # ة becomes ت before a pronoun; folding has made both ه.
    stem = noun[:-1] + "ت" if noun.endswith("ه") else noun
    return [stem + pronoun for pronoun in PRONOUNS]


def _cues() -> dict[str, CueWord]:
    cues: dict[str, CueWord] = {}
    for key, verb in reporting_verbs().verb.items():
        for family, form in _forms(verb):
            cues.setdefault(form, _cue(key, verb, family, form))
    return cues


def _forms(verb: ReportingVerb) -> Iterable[tuple[Family, str]]:
    for form in verb.forms:
        yield Family.VERB, folded(form)
    for form in verb.participles:
        yield Family.PARTICIPLE, folded(form)
    for noun in map(folded, verb.masdars):
        yield Family.MASDAR, "ال" + noun
        for form in _with_pronouns(noun):
            yield Family.MASDAR, form
            yield Family.MASDAR, "ب" + form


def _cue(key: str, verb: ReportingVerb, family: Family, form: str) -> CueWord:
    past = folded(verb.forms[0])
    present = family is Family.VERB and form[0] in "يت" and form not in _pasts(past)
    return CueWord(
        key=key,
        family=family,
        act=Act(verb.act),
        agreement=_agreement(form, "present" if present else family, past),
        present=present,
        definite=family is Family.MASDAR and form.startswith("ال"),
        governs=frozenset(verb.governs),
        prepositions=frozenset(map(folded, verb.prepositions)),
        ambiguous=verb.ambiguous and family is Family.VERB,
        addressee=verb.addressee,
        passive=verb.passive,
        homograph=verb.homograph and form == past,
        impersonal=verb.impersonal,
    )


def _pasts(past: str) -> tuple[str, ...]:
    return (past, past + "ت", past + "ا", past + "وا", past + "تا", past[:-1] + "ت", past[:-1] + "وا")


# Endings are morphology, no vocabulary; the longer ones come first.
_ENDINGS: dict[str, tuple[tuple[str, Agreement], ...]] = {
    Family.MASDAR: (("هما", Agreement.PLURAL), ("هم", Agreement.PLURAL), ("ها", Agreement.FEMININE)),
    Family.PARTICIPLE: (("ين", Agreement.PLURAL), ("ه", Agreement.FEMININE)),
    "present": (("ون", Agreement.PLURAL), ("ان", Agreement.PLURAL)),
    Family.VERB: (
        ("وا", Agreement.PLURAL),
        ("تا", Agreement.PLURAL),
        ("ت", Agreement.FEMININE),
        ("ا", Agreement.PLURAL),
    ),
}


def _agreement(form: str, tense: str, past: str) -> Agreement:
    if form != past:
        for ending, agreement in _ENDINGS[tense]:
            if form.endswith(ending):
                return agreement
    return Agreement.FEMININE if tense == "present" and form.startswith("ت") else Agreement.MASCULINE


def _phrases() -> dict[str, tuple[CuePhrase, ...]]:
    phrases: dict[str, list[CuePhrase]] = {}
    for key, phrase in reporting_phrases().phrase.items():
        for form in map(folded, phrase.forms):
            *words, last = form.split()
            fused = last if len(last) == 1 else ""
            spelt = tuple(words) if fused else (*words, last)
            phrases.setdefault(spelt[0], []).append(
                CuePhrase(key=key, words=spelt, fused=fused, takes=phrase.takes)
            )
    return {first: tuple(sorted(found, key=lambda one: -len(one.words))) for first, found in phrases.items()}
