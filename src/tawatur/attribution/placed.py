"""Contents that only their place behind a complete speaker tells: «أكد سالم محاصرة المدينة»."""

from tawatur.attribution.body import COMMAS, Body
from tawatur.attribution.chains import Chains
from tawatur.attribution.cue_words import CueWord, Family
from tawatur.attribution.cues import Cue
from tawatur.attribution.lexicon import AttributionLexicons
from tawatur.attribution.objects import Objects
from tawatur.attribution.openings import Construction, Opening
from tawatur.attribution.preceding import first_comma
from tawatur.attribution.sources import NounPhrases, Phrase
from tawatur.attribution.speaker_ends import SpeakerEnds
from tawatur.attribution.subjects import Subjects
from tawatur.records.span import Span

# Who speaks without «إن» is named shortly.
_LONGEST_SPEAKER = 9
_LONGEST_OUTLET = 8
_LONGEST_OPENED = 12
_LONGEST_TRACED = 30
_STRAYING = ("علي", "الي")


class PlacedContents:
    """Finds the contents of one body that nothing introduces."""

    def __init__(
        self, body: Body, lexicons: AttributionLexicons, phrases: NounPhrases, chains: Chains
    ) -> None:
        self._body = body
        self._small = lexicons.small
        self._phrases = phrases
        self._chains = chains
        self._objects = Objects(body, lexicons, phrases)
        self._ends = SpeakerEnds(body, lexicons, phrases)
        self._subjects = Subjects(body, lexicons, phrases)

    def find(self, cue: Cue, stop: int, sentence: Span) -> Opening | None:
        """Return the opening of a verb's content before `stop` that no word or mark introduces."""
        if cue.family is not Family.VERB:
            return None
        assert cue.word is not None
        if cue.word.takes("publish") and (published := self._published(cue, stop, sentence)) is not None:
            return published
        return self._behind_speaker(cue, stop) or self._bare(cue, stop) or self._opened(cue, stop)

    def _behind_speaker(self, cue: Cue, stop: int) -> Opening | None:
        """Take a noun for the content that only its place behind a complete speaker tells."""
        word = cue.word
        assert word is not None
        if (word.ambiguous and not word.takes("cause")) or word.addressee:
            return None
        about = (place for place in range(cue.end, min(stop, cue.end + _LONGEST_SPEAKER)))
        # «المدير عن رغبة ...»: a speaker's description would go on.
        cut = next((place for place in about if self._body.words[place] in self._small.leading_on), stop)
        source = self._subjects.behind(cue.end, cut)
        if source is None or not (
            self._phrases.speaker_at(source.start) or self._phrases.given_name_at(source.start)
        ):
            return None
        if source.end + 1 < stop and self._strays(word, source.end):
            return Opening(construction=Construction.PREPOSITION, start=source.end, content=source.end + 1)
        caused = word.takes("cause") and self._traced(source.end, stop)
        if not caused and not self._objects.taken_by(cue):
            return None
        token = self._ends.behind_speaker(source, stop)
        if token is None and cue.joined:
            token = self._ends.behind_name(source, stop)
        return (
            None if token is None else Opening(construction=Construction.OBJECT, start=token, content=token)
        )

    def _published(self, cue: Cue, stop: int, sentence: Span) -> Opening | None:
        """Take the news an outlet publishes: «نشرت الغد خبر العثور», «وكانت الغد قد نشرت تقريرا عن»."""
        words = self._body.words
        if self._subjects.bears_object(cue):
            return None
        outlet = self._subjects.behind(cue.end, min(stop, cue.end + _LONGEST_OUTLET))
        token = cue.end
        if outlet is not None and outlet.start == cue.end and self._publishes(outlet):
            token = outlet.start + 1
        elif (
            cue.prefixed
            or (outlet := self._subjects.before(cue, sentence)) is None
            or not self._publishes(outlet)
        ):
            return None
        for place in range(token, min(stop - 1, token + _LONGEST_OUTLET)):
            if words[place] in self._small.publication:
                return Opening(construction=Construction.OBJECT, start=place, content=place)
            if words[place] in self._small.leading_on:
                return Opening(construction=Construction.PREPOSITION, start=place, content=place + 1)
        return None

    def _publishes(self, party: Phrase) -> bool:
        """Tell whether a party is an outlet, in quotation marks or not."""
        return self._chains.is_outlet(party) or party.start + 1 in self._body.outlets

    def _traced(self, start: int, stop: int) -> bool:
        """Tell whether something is traced to its cause: «أرجع المدير التأخر إلى الأمطار»."""
        stop = min(stop, start + _LONGEST_TRACED)
        return any(word in self._small.ascribing for word in self._body.words[start:stop])

    def _opened(self, cue: Cue, stop: int) -> Opening | None:
        """Take a word that only begins clauses for the first one of a speaker's: «وقال الهادي لقد اكتمل»."""
        assert cue.word is not None
        words = self._body.words
        if not cue.word.takes("bare") or not cue.joined:
            return None
        for token in range(cue.end + 1, min(stop, cue.end + _LONGEST_OPENED)):
            if words[token] in self._small.relative or words[token] in COMMAS:
                return None
            if words[token] in self._small.clause_opener:
                source = self._subjects.behind(cue.end, token)
                complete = source is not None and source.start == cue.end and source.end == token
                return (
                    Opening(construction=Construction.BARE, start=token, content=token) if complete else None
                )
        return None

    def _bare(self, cue: Cue, stop: int) -> Opening | None:
        """Take what follows the comma behind a speaker for his words: «يقول الهادي، ربما يكون ...»."""
        words = self._body.words
        assert cue.word is not None
        begins = cue.opens == 0 or not words[cue.opens - 1][0].isalnum()
        comma = first_comma(self._body, cue.end, min(stop, cue.end + _LONGEST_SPEAKER))
        if not cue.word.takes("bare") or not begins or comma + 2 >= stop or words[comma] not in COMMAS:
            return None
        source = self._subjects.behind(cue.end, comma)
        if source is None or source.start != cue.end or source.end != comma:
            return None
        place = comma + 1
        described = words[place].startswith(("ال", "و")) or self._phrases.speaker_at(place)
        if described or self._phrases.given_name_at(place) or not self._objects.may_begin(words[place]):
            return None
        return Opening(construction=Construction.BARE, start=comma, content=place)

    def _strays(self, word: CueWord, token: int) -> bool:
        """Tell whether a preposition that is not the verb's own opens its content: «أشاد سالم على الدور»."""
        words = self._body.words
        nominal = word.takes("object") or bool(word.prepositions)
        if words[token + 1] in self._small.adverb_particle or not nominal:
            return False
        if words[token] in self._small.leading_on:
            return True
        return words[token] in _STRAYING and not word.takes("that", "quote", "object")
