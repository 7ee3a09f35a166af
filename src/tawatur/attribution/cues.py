"""Find the words that may announce speech, and throw out those that do not."""

from itertools import compress

import msgspec
from msgspec.structs import replace

from tawatur.attribution.anonymity import anonymity_at
from tawatur.attribution.body import COMMAS, Body
from tawatur.attribution.cue_words import CONJUNCTIONS, Agreement, CueWord, Family, to_whom
from tawatur.attribution.lexicon import (
    AttributionLexicons,
    CuePhrase,
    Spelling,
    noun_at,
    openers,
    reporting_word,
    spelling,
)
from tawatur.records.attribution import Act
from tawatur.records.span import Span

_PRESENT_PREFIXES = "يت"
_HAMZAS = frozenset("أؤئء")
_TANWIN = "ً"
_MADDA = "آ"
_UNDOTTED = "ى"
_TO = "ل"
_MARKS = frozenset("،,؛.-–:)(!؟?")
_OPENING_MARKS = (":", '"')
_SEPARATING = (*COMMAS, "(", ")")


class Cue(msgspec.Struct, frozen=True, kw_only=True):
    """A cue's tokens, the word or phrase it is, and how it stands in its sentence.

    `prefixed` tells that a conjunction is written onto it, `joined` that it stands by itself, so
    that it ends the content before it; `opens` is where its clause begins with its connectives
    («من جانبه», «حيث») and the marks before them.
    """

    start: int
    end: int
    word: CueWord | None
    phrase: CuePhrase | None
    prefixed: bool
    joined: bool
    opens: int

    @property
    def family(self) -> Family:
        """What sort of cue it is."""
        return self.word.family if self.word is not None else Family.PHRASE

    @property
    def key(self) -> str:
        """Its key in the lexicon."""
        entry = self.word or self.phrase
        assert entry is not None
        return entry.key

    @property
    def agreement(self) -> Agreement:
        """The gender or number it shows."""
        return self.word.agreement if self.word is not None else Agreement.MASCULINE


def find_cues(body: Body, sentence: Span, *, lexicons: AttributionLexicons) -> list[Cue]:
    """Find the candidates of one sentence, in order; whether each has a content is decided later."""
    finder = _Finder(body, sentence, lexicons)
    found: list[Cue] = []
    behind = sentence.start
    words = body.words[sentence.start : sentence.end]
    for token in compress(range(*sentence), map(openers(lexicons).__contains__, words)):
        if token < behind:
            continue
        cue = finder.phrase(token) or finder.noun(token) or finder.word(token)
        if cue is not None:
            found.append(_main(body, cue, found))
            behind = cue.end
    return found


def _main(body: Body, cue: Cue, found: list[Cue]) -> Cue:
    """Let a verb behind a comma stand by itself where only adverbs precede it in its sentence."""
    if cue.joined or body.words[cue.start - 1] not in COMMAS:
        return cue
    return cue if any(earlier.word is not None for earlier in found) else replace(cue, joined=True)


class _Finder:
    def __init__(self, body: Body, sentence: Span, lexicons: AttributionLexicons) -> None:
        self._body = body
        self._sentence = sentence
        self._lexicons = lexicons

    def phrase(self, token: int) -> Cue | None:
        """Return the longest reporting expression at `token`."""
        words = self._body.words
        prefixed = words[token] not in self._lexicons.phrases
        for phrase in self._lexicons.phrases.get(words[token][prefixed:], ()):
            if prefixed and (
                words[token][0] not in CONJUNCTIONS or words[token] in self._lexicons.small.adjunct
            ):
                # «فحسب» is «only».
                break
            end = token + len(phrase.words)
            if (
                end < self._sentence.end
                and words[token + 1 : end] == phrase.words[1:]
                and self._fits(phrase, end)
            ):
                joined = token == self._sentence.start or words[token - 1] not in _OPENING_MARKS
                return Cue(
                    start=token,
                    end=end,
                    word=None,
                    phrase=phrase,
                    prefixed=prefixed,
                    joined=joined,
                    opens=self._clause_start(token)[0],
                )
        return None

    def _fits(self, phrase: CuePhrase, end: int) -> bool:
        behind = self._body.words[end]
        if phrase.takes == "verb" and reporting_word(behind, self._lexicons) is None:
            return behind in self._lexicons.phrases
        return behind.startswith(phrase.fused)

    def word(self, token: int) -> Cue | None:
        """Return the reporting verb, participle or masdar at `token`."""
        way = self._looked_up(token)
        if way is None or self._no_speech(token, way.word):
            return None
        if self._otherwise(token, way):
            return None
        if self._refused(token, way.word, prefixed=way.prefixed):
            return None
        word, prefixed = way.word, way.prefixed
        if anonymity_at(self._body, token, self._lexicons.small):
            return None
        event = word.family is Family.MASDAR and self._before(token) in self._lexicons.small.event
        opens, joined = (token, True) if way.purpose or event else self._clause_start(token)
        if event:
            opens, _ = self._over_marks(token - 1)
        return Cue(
            start=token,
            end=token + 1,
            word=self._praying(token, word),
            phrase=None,
            prefixed=prefixed,
            joined=joined or prefixed or word.family in (Family.PARTICIPLE, Family.MASDAR),
            opens=opens,
        )

    def noun(self, token: int) -> Cue | None:
        """Return the noun of speech at `token`, where it stands as a noun with a complement may."""
        noun = noun_at(self._body.words[token], self._lexicons)
        small, before = self._lexicons.small, self._before(token)
        if noun is None or before in small.negation:
            return None
        if noun.borne and (noun.cue.takes("accuse") or before in small.happening):
            return None
        if not noun.borne and self._rather_verb(token):
            return None
        if self._lexicons.speakers.get(before) in ("outlet", "body") and not before.startswith("ال"):
            # «وكالة أنباء»
            return None
        event = noun.borne and before in small.event
        opens, _ = self._clause_start(token - event)
        return Cue(
            start=token, end=token + 1, word=noun.cue, phrase=None, prefixed=False, joined=event, opens=opens
        )

    def _rather_verb(self, token: int) -> bool:
        """Tell whether a word may be a reporting verb or participle: «دعوه» may, «دعوة» is none.

        «قالت مطالبة ...» is a participle, «بعد مطالبة ...» a noun.
        """
        word, before = self._body.words[token], self._before(token).removeprefix("و")
        ways = spelling(word, self._lexicons)
        if not (word.endswith("ه") and self._body.last_letter(token) == "ة"):
            return bool(ways)
        governed = before in self._lexicons.small.event or before in self._lexicons.small.preposition
        return not governed and any(way.word.family is Family.PARTICIPLE for way in ways)

    def _before(self, token: int) -> str:
        return self._body.words[token - 1] if token > self._sentence.start else ""

    def _following(self, token: int) -> str:
        return self._body.words[token + 1] if token + 1 < self._sentence.end else ""

    def _praying(self, token: int, word: CueWord) -> CueWord:
        """Tell a prayer from a demand: «داعيا الله أن»."""
        prays = word.act is Act.DEMAND and self._following(token) in self._lexicons.small.pious
        return replace(word, act=Act.OTHER) if prays else word

    def _looked_up(self, token: int) -> Spelling | None:
        for way in spelling(self._body.words[token], self._lexicons):
            if not way.bearing or way.word.addressee or self._about_something(token):
                return way
        return None

    def _about_something(self, token: int) -> bool:
        """Tell whether a verb's pronoun stands for what was said: «ما ذكرته», «حديث نقلته»."""
        before = self._before(token)
        return before in self._lexicons.small.thing or before in self._lexicons.occasions

    def _no_speech(self, token: int, word: CueWord) -> bool:
        """Tell scripture and proverbs, a noun with its ending, a word that lacks its verb's hamza."""
        if word.takes("quote") and word.family is not Family.PARTICIPLE and self._scripture(token):
            return True
        # «شرحاً» is no «شرحا».
        if word.family is Family.VERB and self._body.last_letter(token) == _TANWIN:
            return True
        if word.dotted and word.present and self._body.last_letter(token) == _UNDOTTED:
            return True
        if (
            word.family is Family.VERB
            and not word.present
            and _MADDA in self._body.span(token, token + 1).of(self._body.text)[:2]
        ):
            # «آمل»: I hope, or hoping.
            return True
        return word.hamza and _HAMZAS.isdisjoint(self._body.span(token, token + 1).of(self._body.text))

    def _otherwise(self, token: int, way: Spelling) -> bool:
        """Tell another word of the same letters: «التعليقات التي وردت على ...», «نشر عبر موقع الغد»."""
        if way.prefixed and self._before(token) in self._lexicons.small.relative:
            return True
        word, behind = self._body.words[token], self._following(token)
        account = behind in self._lexicons.small.own_account or token + 1 in self._body.outlets
        carried = account or self._lexicons.speakers.get(behind) == "outlet"
        return word in self._lexicons.small.posting and (carried or self._within(token, way.word))

    def _within(self, token: int, word: CueWord) -> bool:
        """Tell a preposition inside a clause: «يشارك عبر اختيار ...», never «سالم عبر عن»."""
        before, small = self._before(token), self._lexicons.small
        behind = self._following(token)
        named = behind in self._lexicons.speakers or behind in self._lexicons.given_names
        if not before or not before[0].isalnum() or named or behind in word.prepositions:
            return False
        verbal = (small.connective, small.relative, small.thing, small.complementizer)
        return not any(before in words for words in verbal)

    def _refused(self, token: int, word: CueWord, *, prefixed: bool) -> bool:
        small, before = self._lexicons.small, self._before(token)
        following = self._following(token)
        if word.family is Family.MASDAR:
            return word.definite and before not in small.event
        if word.family is Family.PARTICIPLE:
            # «موضحاً فيه ...» describes a paper; behind a preposition it is an adjective.
            described = following in small.paper and following not in to_whom(word)
            return described or before in small.negation or before in small.noun_governor
        unsaid = before in small.negation or following in small.striking
        if unsaid or (before in small.subjunctive and word.present):
            return True
        if prefixed or word.present or word.agreement is not Agreement.MASCULINE:
            return False
        return before.removeprefix("و") in small.noun_governor or (
            word.homograph and not (self._verbal(before) or self._named(token) or self._tells(token + 1))
        )

    def _named(self, token: int) -> bool:
        """Tell whether one word that is no verb stands between «أن» and a verb: «أن شونغ حث»."""
        after_that = self._before(token - 1) in self._lexicons.small.complementizer
        return after_that and self._before(token)[0] not in _PRESENT_PREFIXES

    def _scripture(self, token: int) -> bool:
        """Tell whether scripture or a proverb speaks: «قال تعالى», «النبي صلى الله عليه وسلم - قال»."""
        small = self._lexicons.small
        if token + 1 < self._sentence.end and self._body.words[token + 1] in small.pious:
            return True
        before = token - 1
        while before > self._sentence.start and not self._body.words[before][0].isalnum():
            before -= 1
        return before > self._sentence.start and self._body.words[before] in small.blessing

    def _tells(self, token: int) -> bool:
        """Tell whether a verb must stand before `token`, as an outlet is told: «كشف لـ«الغد»»."""
        words = self._body.words
        return token + 1 < self._sentence.end and words[token] == _TO and words[token + 1] == '"'

    def _verbal(self, before: str) -> bool:
        """Tell whether a verb may follow a word, where a noun of the same letters is likelier."""
        small = self._lexicons.small
        if (
            not before
            or not before[0].isalnum()
            or before.startswith("ال")
            # «الخطاب شكر», but «خطاب شكر».
            or self._lexicons.speakers.get(before, "document") != "document"
        ):
            return True
        return any(
            before in words for words in (small.connective, small.relative, small.thing, small.complementizer)
        )

    def _clause_start(self, token: int) -> tuple[int, bool]:
        """Go back over what precedes a cue; tell where its clause opens and whether it stands by itself."""
        opens, joined = self._over_connectives(token)
        opens, marked = self._over_marks(opens)
        further, turned = self._over_connectives(opens)
        if turned:
            opens, _ = self._over_marks(further)
        return opens, joined or marked or turned or opens == self._sentence.start

    def _over_marks(self, token: int) -> tuple[int, bool]:
        """Go back over marks; a comma alone joins nothing, as clauses inside a content need no «و»."""
        start = token
        while start > self._sentence.start and self._body.words[start - 1] in _MARKS:
            start -= 1
        return start, any(self._body.words[place] not in _SEPARATING for place in range(start, token))

    def _over_connectives(self, token: int) -> tuple[int, bool]:
        words, small = self._body.words, self._lexicons.small
        opens = token
        while opens > self._sentence.start and words[opens - 1] in small.connective:
            opens -= 1
        found = any(words[place] not in small.auxiliary for place in range(opens, token))
        at_border = opens == self._sentence.start or not words[opens - 1][0].isalnum()
        found = found or (opens < token and at_border)
        if found and opens > self._sentence.start and words[opens - 1] in small.turn_preposition:
            opens -= 1
        return opens, found
