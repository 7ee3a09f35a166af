"""Contents that only their place behind a complete speaker tells: «أكد سالم محاصرة المدينة»."""

from tawatur.attribution.body import COMMAS, Body
from tawatur.attribution.cue_words import CueWord, Family
from tawatur.attribution.cues import Cue
from tawatur.attribution.lexicon import AttributionLexicons
from tawatur.attribution.objects import Objects
from tawatur.attribution.openings import Construction, Opening
from tawatur.attribution.preceding import first_comma
from tawatur.attribution.sources import NounPhrases
from tawatur.attribution.subjects import Subjects

# Who speaks without «إن» is named shortly.
_LONGEST_SPEAKER = 9
_STRAYING = ("علي", "الي")


class PlacedContents:
    """Finds the contents of one body that nothing introduces."""

    def __init__(self, body: Body, lexicons: AttributionLexicons, phrases: NounPhrases) -> None:
        self._body = body
        self._small = lexicons.small
        self._phrases = phrases
        self._objects = Objects(body, lexicons, phrases)
        self._subjects = Subjects(body, lexicons, phrases)

    def find(self, cue: Cue, stop: int) -> Opening | None:
        """Return the opening of a verb's content before `stop` that no word or mark introduces."""
        return self._behind_speaker(cue, stop) or self._bare(cue, stop)

    def _behind_speaker(self, cue: Cue, stop: int) -> Opening | None:
        """Take a noun for the content that only its place behind a complete speaker tells."""
        word = cue.word
        assert word is not None
        if cue.family is not Family.VERB or word.ambiguous or word.addressee:
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
        token = self._objects.behind_speaker(source, stop) if word.takes("object") else None
        if token is not None:
            return Opening(construction=Construction.OBJECT, start=token, content=token)
        return None

    def _bare(self, cue: Cue, stop: int) -> Opening | None:
        """Take what follows the comma behind a speaker for his words: «يقول الهادي، ربما يكون ...»."""
        words = self._body.words
        assert cue.word is not None
        begins = cue.opens == 0 or not words[cue.opens - 1][0].isalnum()
        comma = first_comma(self._body, cue.end, min(stop, cue.end + _LONGEST_SPEAKER))
        verbal = cue.family is Family.VERB and cue.word.takes("bare")
        if not verbal or not begins or comma + 2 >= stop or words[comma] not in COMMAS:
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
