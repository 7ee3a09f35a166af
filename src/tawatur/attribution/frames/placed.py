"""Contents that only their place behind a complete speaker tells: «أكد سالم محاصرة المدينة»."""

from tawatur.attribution.body import COMMAS, Body
from tawatur.attribution.chains import Chains
from tawatur.attribution.cue_words import CueWord, Family
from tawatur.attribution.cues import Cue
from tawatur.attribution.frames.published import Published
from tawatur.attribution.lexicon import AttributionLexicons
from tawatur.attribution.openings.objects import Objects
from tawatur.attribution.openings.openings import Construction, Opening
from tawatur.attribution.openings.preceding import first_comma
from tawatur.attribution.openings.speaker_ends import SpeakerEnds
from tawatur.attribution.speakers.sources import NounPhrases
from tawatur.attribution.speakers.subjects import Subjects
from tawatur.records.span import Span

# Who speaks without «إن» is named shortly.
_LONGEST_SPEAKER = 9
_LONGEST_OPENED = 12
_FARTHEST_THANKS = 20
_LONGEST_TRACED = 30


class PlacedContents:
    """Finds the contents of one body that nothing introduces."""

    def __init__(
        self, body: Body, lexicons: AttributionLexicons, phrases: NounPhrases, chains: Chains
    ) -> None:
        self._body = body
        self._small = lexicons.small
        self._phrases = phrases
        self._objects = Objects(body, lexicons, phrases)
        self._ends = SpeakerEnds(body, lexicons, phrases)
        self._subjects = Subjects(body, lexicons, phrases)
        self._published = Published(body, lexicons, phrases, chains)

    def find(self, cue: Cue, stop: int, sentence: Span) -> Opening | None:
        """Return the opening of a verb's content before `stop` that no word or mark introduces."""
        if cue.family is not Family.VERB:
            return None
        assert cue.word is not None
        if cue.word.takes("publish") and (news := self._published.news(cue, stop, sentence)) is not None:
            return news
        if cue.word.takes("answer"):
            return self._answered(cue, stop)
        if cue.word.takes("regard") and (held := self._held(cue, stop)) is not None:
            return held
        return self._behind_speaker(cue, stop) or self._bare(cue, stop) or self._opened(cue, stop)

    def thanks(self, cue: Cue, stop: int) -> Opening | None:
        """Take thanks for the content where a speaker gives them: «قدم الهادي شكره», «تقدم المدير بالشكر»."""
        words, stop = self._body.words, min(stop, cue.end + _FARTHEST_THANKS)
        if self._small.thanks.isdisjoint(words[cue.end : stop]):
            return None
        places = (place for place in range(cue.end, stop) if self._gives(words[place]))
        token = next(places, None)
        if token is None:
            return None
        source = self._subjects.behind(cue.end, token)
        complete = cue.joined and token == cue.end
        complete = complete or (source is not None and self._phrases.names_party(source.start))
        return Opening(construction=Construction.OBJECT, start=token, content=token) if complete else None

    def _answered(self, cue: Cue, stop: int) -> Opening | None:
        """Take what a speaker answers with: «رد سالم على العرض بكلمة واحدة», «رد بالقول»."""
        words = self._body.words
        near = range(cue.end + 1, min(first_comma(self._body, cue.end, stop), cue.end + _LONGEST_SPEAKER))
        said = next((token for token in near if self._uttered(words[token])), None)
        if said is None:
            return None
        over = next(
            (token for token in range(cue.end + 1, said) if words[token] in self._small.preposition), said
        )
        source = self._subjects.behind(cue.end, over)
        if source is None or source.start != cue.end:
            return None
        return Opening(construction=Construction.PREPOSITION, start=over, content=said)

    def _uttered(self, word: str) -> bool:
        return word[0] == "ب" and word[1:] in self._small.utterance

    def _gives(self, word: str) -> bool:
        return word.removeprefix("ب") in self._small.gratitude

    def _behind_speaker(self, cue: Cue, stop: int) -> Opening | None:
        """Take a noun for the content that only its place behind a complete speaker tells."""
        word = cue.word
        assert word is not None
        if (word.ambiguous and not word.takes("cause")) or word.addressee:
            return None
        near = range(cue.end, min(stop, cue.end + _LONGEST_SPEAKER))
        # «المدير عن رغبة ...»: a speaker's description would go on.
        cut = next((place for place in near if self._body.words[place] in self._small.leading_on), stop)
        source = self._subjects.behind(cue.end, cut)
        if source is None or not self._phrases.names_party(source.start):
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

    def _held(self, cue: Cue, stop: int) -> Opening | None:
        """Take what somebody holds a thing for, right behind the verb: «اعتبرها غير كافية»."""
        token = cue.end
        if token >= stop or not self._subjects.bears_object(cue):
            return None
        word = self._body.words[token]
        begins = self._objects.may_begin(word) or word in self._small.negation
        nominal = word.isalpha() and not word.startswith("ال") and begins
        speaks = self._phrases.names_party(token)
        if not nominal or speaks or word in self._small.preposition or word in self._small.partitive:
            return None
        return Opening(construction=Construction.OBJECT, start=token, content=token)

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
        return words[token] in self._small.straying and not word.takes("that", "quote", "object")
