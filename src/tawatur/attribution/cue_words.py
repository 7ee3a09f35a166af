"""The reporting verbs in every form a text may show: finite forms, participles, masdars."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import msgspec
from msgspec.structs import replace

from tawatur.arabic.conjugation import Form, participle_forms, past_forms, present_forms
from tawatur.arabic.folding import folded
from tawatur.lexicons.reporting_verbs import ReportingVerb, reporting_verbs
from tawatur.records.attribution import Act

CONJUNCTIONS = "وف"
"""The letters that join a word to what precedes it."""
PRONOUNS = ("ها", "هما", "هم", "ه")
"""The suffixes of the third person, which a noun or verb may bear."""
FOR_WHOM = tuple("ل" + pronoun for pronoun in PRONOUNS)
"""What names for whom something is asked or wished: لهم."""

_SHORTEST_JOINED = 3


class Family(StrEnum):
    """What sort of word a cue is; the first part of an attribution's licence."""

    VERB = "verb"
    PARTICIPLE = "participle"
    MASDAR = "masdar"
    NOUN = "noun"
    PHRASE = "phrase"


class Agreement(StrEnum):
    """The gender or number a cue or a party shows."""

    MASCULINE = "masculine"
    FEMININE = "feminine"
    PLURAL = "plural"


class CueWord(msgspec.Struct, frozen=True, kw_only=True):
    """A folded form of a reporting verb; the other fields are those of its entry.

    A Struct, as thousands are made from each other at the start.
    """

    key: str
    family: Family
    act: Act
    agreement: Agreement
    present: bool = False
    definite: bool = False
    governs: frozenset[str]
    prepositions: frozenset[str]
    ambiguous: bool = False
    addressee: bool = False
    passive: bool = False
    homograph: bool = False
    impersonal: bool = False
    finding: bool = False
    hamza: bool = False
    dotted: bool = False
    narrated: bool = False
    personal: bool = False

    def takes(self, *constructions: str) -> bool:
        """Tell whether the verb governs one of the constructions."""
        return not self.governs.isdisjoint(constructions)


PRONOUN_AGREEMENT = {
    "ها": Agreement.FEMININE,
    "هما": Agreement.PLURAL,
    "هم": Agreement.PLURAL,
    "ه": Agreement.MASCULINE,
}
"""What each pronoun shows of the one it stands for."""


def to_whom(word: CueWord) -> tuple[str, ...]:
    """Return how a pronoun names whom a verb is said for: «متمنيا لهم»."""
    return FOR_WHOM if "ل" in word.prepositions else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CueWords:
    """The cues by their folded forms; `bound` are the verbs' forms that only stand before a pronoun.

    `joined` are pasts of two letters behind «و», which makes another word of most so short (ورد).
    """

    cues: dict[str, CueWord]
    bound: dict[str, CueWord]
    joined: frozenset[str]


def cue_words() -> CueWords:
    """Inflect the bundled verbs; where two verbs share a form the first by key has it."""
    cues: dict[str, CueWord] = {}
    bound: dict[str, CueWord] = {}
    joined: set[str] = set()
    for key, verb in reporting_verbs().verb.items():
        inflected = _Inflected(key, verb)
        for spelt, word in inflected.bound():
            bound.setdefault(spelt, word)
        never = frozenset(map(folded, verb.never))
        for spelt, word in inflected.free():
            if spelt not in never:
                cues.setdefault(spelt, word)
        for past in (conjunction + folded(verb.past) for conjunction in CONJUNCTIONS):
            if len(past) == _SHORTEST_JOINED and past not in never:
                joined.add(past)
    return CueWords(cues=cues, bound=bound, joined=frozenset(joined))


def with_pronouns(noun: str) -> tuple[str, ...]:
    """Return a folded noun with each pronoun of the third person.

    >>> with_pronouns("اشاره")
    ('اشارتها', 'اشارتهما', 'اشارتهم', 'اشارته')
    """
    # ة becomes ت before a pronoun; folding has made both ه.
    stem = noun[:-1] + "ت" if noun.endswith("ه") else noun
    return tuple(stem + pronoun for pronoun in PRONOUNS)


class _Inflected:
    """One verb's cues; forms alike in all that a cue tells share one."""

    def __init__(self, key: str, verb: ReportingVerb) -> None:
        self._verb = verb
        self._plain = CueWord(
            key=key,
            family=Family.VERB,
            act=Act(verb.act),
            agreement=Agreement.MASCULINE,
            present=False,
            definite=False,
            governs=frozenset(verb.governs),
            prepositions=frozenset(map(folded, verb.prepositions)),
            ambiguous=verb.ambiguous,
            addressee=verb.addressee,
            passive=verb.passive,
            homograph=False,
            impersonal=verb.impersonal,
            finding=verb.finding,
            narrated=verb.narrated,
            personal=verb.personal,
            hamza=verb.hamza,
            dotted=verb.dotted,
        )

    def free(self) -> Iterable[tuple[str, CueWord]]:
        """Give every form that stands by itself, the past first."""
        verb = self._verb
        masculine, *past = self._agreeing(past_forms(verb.past), self._plain)
        yield masculine[0], replace(masculine[1], homograph=verb.homograph)
        # «ذكرا» is rather the noun's accusative.
        yield from (form for form in past if not verb.homograph or form[0] != masculine[0] + "ا")
        if verb.present:
            present = replace(self._plain, present=True)
            # «يقرا» is no dual but «يقرأ».
            forms = (form for form in present_forms(verb.past, verb.present) if not _short_dual(form))
            yield from self._agreeing(forms, present)
        nominal = replace(self._plain, ambiguous=False)
        if verb.participle:
            participle = replace(nominal, family=Family.PARTICIPLE)
            yield from self._agreeing(participle_forms(verb.participle), participle)
        yield from self._masdars(replace(nominal, family=Family.MASDAR))

    def bound(self) -> Iterable[tuple[str, CueWord]]:
        """Give the forms that stand only before a pronoun."""
        forms = (form for form in past_forms(self._verb.past) if form.bound)
        for form in forms:
            yield folded(form.text), replace(self._plain, agreement=_agreement(form))
        if self._verb.present:
            for form in present_forms(self._verb.past, self._verb.present):
                if form.bound:
                    yield folded(form.text), replace(self._plain, agreement=_agreement(form), present=True)

    def _agreeing(self, forms: Iterable[Form], word: CueWord) -> Iterable[tuple[str, CueWord]]:
        words = {agreement: replace(word, agreement=agreement) for agreement in Agreement}
        return ((folded(form.text), words[_agreement(form)]) for form in forms if not form.bound)

    def _masdars(self, word: CueWord) -> Iterable[tuple[str, CueWord]]:
        definite = replace(word, definite=True)
        for noun in map(folded, self._verb.masdars):
            yield "ال" + noun, definite
            for form, pronoun in zip(with_pronouns(noun), PRONOUNS, strict=True):
                borne = replace(word, agreement=PRONOUN_AGREEMENT[pronoun])
                yield form, borne
                yield "ب" + form, borne


def _short_dual(form: Form) -> bool:
    return not form.bound and form.text.endswith("ا") and not form.text.endswith("وا")


def _agreement(form: Form) -> Agreement:
    if not form.singular:
        return Agreement.PLURAL
    return Agreement.FEMININE if form.feminine else Agreement.MASCULINE
