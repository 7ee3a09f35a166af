"""The nouns of speech in the forms a text may show: with particles, pronouns, the indefinite ending."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from msgspec import structs

from tawatur.arabic.folding import folded
from tawatur.attribution.cue_words import (
    PRONOUN_AGREEMENT,
    PRONOUNS,
    Agreement,
    CueWord,
    Family,
    with_pronouns,
)
from tawatur.lexicons.reporting_nouns import ReportingNoun, reporting_nouns
from tawatur.records.attribution import Act

_PARTICLES = ("", "ب", "ل")
# Behind these endings the accusative shows no alif.
_NO_ALIF = ("ة", "ات", "اء", "ي")


@dataclass(frozen=True, slots=True, kw_only=True)
class NounWord:
    """A folded form: the cue it makes, the particle and the pronoun it bears, and what it needs."""

    cue: CueWord
    particle: str
    borne: bool
    needs: str


def noun_words() -> dict[str, NounWord]:
    """Return the nouns of speech by their folded forms."""
    words: dict[str, NounWord] = {}
    for key, noun in reporting_nouns().noun.items():
        for form, word in _forms(key, noun):
            words.setdefault(form, word)
    return words


def _forms(key: str, noun: ReportingNoun) -> Iterable[tuple[str, NounWord]]:
    plain = NounWord(cue=_cue(key, noun), particle="", borne=False, needs=noun.needs)
    for form in noun.forms:
        stem = folded(form)
        for particle in _PARTICLES:
            joined = replace(plain, particle=particle)
            yield particle + stem, joined
            for bearing, pronoun in zip(with_pronouns(stem), PRONOUNS, strict=True):
                cue = structs.replace(plain.cue, agreement=PRONOUN_AGREEMENT[pronoun])
                yield particle + bearing, replace(joined, cue=cue, borne=True)
        if noun.needs in ("nobody", "giver", "speaker") and not form.endswith(_NO_ALIF):
            yield stem + "ا", plain


def _cue(key: str, noun: ReportingNoun) -> CueWord:
    return CueWord(
        key=key,
        family=Family.NOUN,
        act=Act(noun.act),
        agreement=Agreement.MASCULINE,
        governs=frozenset(noun.governs),
        prepositions=frozenset(map(folded, noun.prepositions)),
    )
