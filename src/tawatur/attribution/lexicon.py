"""The word lists of the room in the shape the grammar asks for: folded, and looked up in one step."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from tawatur.arabic.folding import folded
from tawatur.arabic.sentences import Abbreviations
from tawatur.arabic.words import light_stem
from tawatur.attribution.cue_words import CONJUNCTIONS, PRONOUNS, CueWord, Family, cue_words, with_pronouns
from tawatur.attribution.noun_words import NounWord, noun_words
from tawatur.attribution.small_words import SmallWords, forms_of, small_words
from tawatur.lexicons.abbreviations import abbreviations
from tawatur.lexicons.common_words import common_words
from tawatur.lexicons.content_nouns import content_nouns
from tawatur.lexicons.given_names import given_names
from tawatur.lexicons.reporting_phrases import reporting_phrases
from tawatur.lexicons.speaker_nouns import SpeakerNouns, speaker_nouns
from tawatur.lexicons.speech_nouns import speech_nouns
from tawatur.lexicons.speech_occasions import speech_occasions
from tawatur.records.attribution import SourceKind

# A shorter word with و or ف before it is a word of its own.
_SHORTEST_JOINED = 4
# «أحد», «رجل» are too short to tell their two from other words.
_SHORTEST_ROLE = 3
_PLURAL_ENDINGS = ("ون", "ين", "ان", "ات", "و", "ا", "اء")
# The share of articles that hold a stem which may still be somebody's name.
_RARE = 0.006


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
    bound: Mapping[str, CueWord]
    """The forms of verbs that only stand before a pronoun: «نفا-ه», «أخبرو-ه»."""
    joined: frozenset[str]
    """The words of three letters that are a verb of two behind «و»: وحث."""
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
    nouns: Mapping[str, NounWord]
    """The nouns of speech that may have a content, without the conjunction."""
    norms: frozenset[str]
    """Nouns of rules and plans, with and without the article: «وفق الخطة» is no speech."""
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
    words = cue_words()
    return AttributionLexicons(
        cues=words.cues,
        bound=words.bound,
        joined=words.joined,
        phrases=_phrases(),
        # What a list names goes before what may be the two of another noun.
        speakers=_duals(groups["role"])
        | {
            spelt: group
            for group, nouns in groups.items()
            for form in nouns.forms
            for case in _cases(folded(form))
            for spelt in _with_article(case)
        },
        kinds={group: SourceKind(nouns.kind) for group, nouns in groups.items()},
        occasions=frozenset(
            spelt for noun in forms_of(speech_occasions().noun) for spelt in (noun, *_with_bearer(noun))
        ),
        given_names=forms_of(given_names().name),
        content_nouns=forms_of(content_nouns().noun),
        speech_nouns=said,
        own_words=frozenset(bearing for noun in said for bearing in with_pronouns(noun)),
        nouns=noun_words(),
        norms=frozenset(
            spelt for noun in forms_of(reporting_phrases().norm) for spelt in _with_article(noun)
        ),
        small=small_words(),
        abbreviations=abbreviations(),
    )


def _with_bearer(noun: str) -> Iterable[str]:
    # «اعترافاته», «مؤتمرها»; what bears the article or a pronoun bears no other.
    return () if noun.startswith("ال") or noun.endswith(("ته", "ها")) else with_pronouns(noun)


def reporting_word(word: str, lexicons: AttributionLexicons) -> CueWord | None:
    """Look a finite verb up with or without the pronoun of its object, as in «ما نقلته»."""
    found = lexicons.cues.get(word)
    if found is None and word.endswith(PRONOUNS):
        for pronoun in PRONOUNS:
            if word.endswith(pronoun):
                stem = word[: -len(pronoun)]
                found = lexicons.cues.get(stem) or lexicons.bound.get(stem) or found
    return found if found is not None and found.family is Family.VERB else None


@dataclass(frozen=True, slots=True)
class Spelling:
    """What a word may be as a cue; `bearing` where it is one only with the pronoun of its object.

    `purpose` tells that it says what somebody goes on to say: «عاد ليؤكد».
    """

    word: CueWord
    prefixed: bool
    bearing: bool
    purpose: bool = False


@lru_cache(maxsize=1 << 16)
def spelling(word: str, lexicons: AttributionLexicons) -> tuple[Spelling, ...]:
    """Return the ways to take a folded word as a reporting word, the likeliest first."""
    joined = word in lexicons.joined or (word[0] in CONJUNCTIONS and len(word) >= _SHORTEST_JOINED)
    ways = ((False, word), (True, word[1:])) if joined else ((False, word),)
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
    return (*whole, *bearing, *_purpose(word, lexicons))


def _purpose(word: str, lexicons: AttributionLexicons) -> Iterable[Spelling]:
    found = lexicons.cues.get(word[1:]) if word[0] == "ل" else None
    if found is not None and found.present and found.takes("object", "bare") and not found.ambiguous:
        yield Spelling(found, prefixed=False, bearing=False, purpose=True)


@cache
def openers(lexicons: AttributionLexicons) -> frozenset[str]:
    """Return every folded word that can begin a cue, as it may be written; few words of a text can."""
    verbs = {word: cue for word, cue in lexicons.cues.items() if cue.family is Family.VERB}
    bare = {*lexicons.cues, *lexicons.nouns, *lexicons.phrases}
    bare.update(stem + pronoun for stem in (*verbs, *lexicons.bound) for pronoun in PRONOUNS)
    joined = (conjunction + word for conjunction in CONJUNCTIONS for word in bare)
    return frozenset((*bare, *joined, *("ل" + word for word, cue in verbs.items() if cue.present)))


def noun_at(word: str, lexicons: AttributionLexicons) -> NounWord | None:
    """Look a folded word up as a noun of speech, with or without the conjunction."""
    found = lexicons.nouns.get(word)
    return lexicons.nouns.get(word[1:]) if found is None and word[0] in CONJUNCTIONS else found


@lru_cache(maxsize=1 << 16)
def uncommon(word: str) -> bool:
    """Tell whether a folded word is so rare in the news that it may be a name no list knows.

    >>> uncommon("زفنيتسكي"), uncommon("استقبل")
    (True, False)
    """
    return common_words().share(light_stem(word)) <= _RARE


def unlisted(word: str) -> bool:
    """Tell whether a folded word as it stands is as rare as names are, whatever its stem may mean.

    >>> unlisted("نوريان"), uncommon("نوريان")
    (True, False)
    """
    return common_words().share(word) <= _RARE


def _duals(roles: SpeakerNouns) -> dict[str, str]:
    """Return the two of everybody whom a noun of four letters or more describes: «طبيبان», «طبيبتين»."""
    nouns = (folded(form) for form in roles.forms)
    single = (noun for noun in nouns if len(noun) > _SHORTEST_ROLE and not noun.endswith(_PLURAL_ENDINGS))
    stems = (noun[:-1] + "ت" if noun.endswith("ه") else noun for noun in single)
    return {spelt: "role" for stem in stems for end in ("ان", "ين") for spelt in _with_article(stem + end)}


def _cases(noun: str) -> Iterable[str]:
    # The sound plural ends in ين wherever it is no subject.
    return (noun, noun[:-2] + "ين") if noun.endswith("ون") else (noun,)


def _with_article(noun: str) -> Iterable[str]:
    return (noun,) if noun.startswith("ال") or " " in noun else (noun, "ال" + noun)


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
