"""The word lists that corroboration looks things up in."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from tawatur.arabic.folding import folded
from tawatur.arabic.numerals import NumberWords
from tawatur.arabic.sentences import Abbreviations
from tawatur.arabic.words import light_stem
from tawatur.lexicons.abbreviations import abbreviations
from tawatur.lexicons.anonymous_credits import AnonymousCredits, anonymous_credits
from tawatur.lexicons.anonymous_sources import AnonymousSources, anonymous_sources
from tawatur.lexicons.clause_breaks import clause_breaks
from tawatur.lexicons.clause_words import clause_words
from tawatur.lexicons.common_words import CommonWords, common_words
from tawatur.lexicons.directions import directions
from tawatur.lexicons.event_words import event_words
from tawatur.lexicons.figure_words import FigureWords, figure_words
from tawatur.lexicons.function_words import FunctionWords, function_words
from tawatur.lexicons.given_names import given_names
from tawatur.lexicons.government_nouns import government_nouns
from tawatur.lexicons.joint_voices import joint_voices
from tawatur.lexicons.name_links import NameLinks, name_links
from tawatur.lexicons.negations import negations
from tawatur.lexicons.number_words import number_words
from tawatur.lexicons.outlet_nouns import outlet_nouns
from tawatur.lexicons.refutations import Refutations, refutations
from tawatur.lexicons.representatives import representatives
from tawatur.lexicons.speaker_nouns import speaker_nouns
from tawatur.lexicons.study_nouns import StudyNouns, study_nouns
from tawatur.lexicons.voice_descriptions import VoiceDescriptions, voice_descriptions


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CorroborationLexicons:
    """Everything the claims and their origins are told apart by."""

    abbreviations: Abbreviations
    anonymous_credits: AnonymousCredits
    anonymous_sources: AnonymousSources
    body_nouns: frozenset[str]
    """The nouns that head the name of a body, folded: by stem they are also their members'."""
    clause_breaks: frozenset[str]
    common_words: CommonWords
    descriptions: VoiceDescriptions
    directions: Mapping[str, str]
    event_phrases: Mapping[str, str]
    """Events named in several words, folded, each with the stem that stands for its event."""
    figure_words: FigureWords
    function_words: FunctionWords
    given_names: frozenset[str]
    """Names that many people bear, by light stem."""
    government_nouns: Mapping[str, str]
    """A government (`whole`), its ministries and ministers (`member`), by light stem."""
    joint_voices: frozenset[str]
    link_lines: tuple[str, ...]
    """What begins a line that links to the article itself, folded."""
    long_events: frozenset[str]
    """The names of the events that are named in several words."""
    name_links: NameLinks
    nationalities: Mapping[str, str]
    """Adjectives of country by light stem, each with the one that stands for all its spellings."""
    negations: frozenset[str]
    number_words: NumberWords
    one_stem: Mapping[str, str]
    """Stems of words that say the same, of a country or an event, each with the stem that stands for all."""
    refutations: Refutations
    representatives: Mapping[str, str | None]
    """The noun of the body that each speaks for, where its name leaves that out."""
    speaker_nouns: Mapping[str, str]
    """The group (`body`, `office`, ...) of every noun that heads a description, by light stem."""
    study_nouns: StudyNouns


@cache
def corroboration_lexicons() -> CorroborationLexicons:
    """Load the bundled lists."""
    states = {
        light_stem(form): light_stem(words.forms[0])
        for words in outlet_nouns().nationality.values()
        for form in words.forms
    }
    return CorroborationLexicons(
        abbreviations=abbreviations(),
        anonymous_credits=anonymous_credits(),
        anonymous_sources=anonymous_sources(),
        body_nouns=frozenset(map(folded, speaker_nouns().noun["body"].forms)),
        clause_breaks=clause_breaks(),
        common_words=common_words(),
        descriptions=voice_descriptions(),
        directions=directions(),
        event_phrases=event_words().phrases,
        figure_words=figure_words(),
        function_words=function_words(),
        given_names=frozenset(
            light_stem(form) for names in given_names().name.values() for form in names.forms
        ),
        government_nouns=government_nouns(),
        joint_voices=joint_voices(),
        link_lines=tuple(folded(form) for form in clause_words().link_line["phrase"].forms),
        long_events=frozenset(event_words().phrases),
        name_links=name_links(),
        nationalities=states,
        negations=negations(),
        number_words=number_words(),
        one_stem={**event_words().stems, **states},
        refutations=refutations(),
        representatives=representatives(),
        speaker_nouns={
            light_stem(form): group
            for group, nouns in speaker_nouns().noun.items()
            for form in nouns.forms
            if " " not in form
        },
        study_nouns=study_nouns(),
    )
