"""Where a speaker's name ends before a noun that can be no part of it, and must be the object."""

from tawatur.attribution.body import COMMAS, Body
from tawatur.attribution.lexicon import AttributionLexicons, uncommon
from tawatur.attribution.openings.objects import Objects
from tawatur.attribution.speakers.sources import NounPhrases, Phrase
from tawatur.attribution.speakers.speaker_words import DEFINITE

_LONGEST_ADJUNCT = 6
_PRESENT = "يتن"
_COLLECTIVE = ("body", "state")
# Such a letter may be a particle or a conjunction written onto the word.
_JOINED = "وفبلك"


class SpeakerEnds:
    """Finds the objects behind the speakers of one body."""

    def __init__(self, body: Body, lexicons: AttributionLexicons, phrases: NounPhrases) -> None:
        self._body = body
        self._lexicons = lexicons
        self._small = lexicons.small
        self._phrases = phrases
        self._objects = Objects(body, lexicons, phrases)

    def behind_speaker(self, source: Phrase, stop: int) -> int | None:
        """Return where a noun that no list knows must be the object, as the speaker is complete before it.

        It is a masdar by its shape («أكد سالم محاصرة المدينة») or follows the speaker's comma
        («توقع المدير، أمس، الإعلان عن ...»).
        """
        stop = min(stop, source.end + 1 + _LONGEST_ADJUNCT)
        for token in range(source.start + 1, min(source.end + 1, stop)):
            if self._body.words[token] in self._small.relative:
                break
            if self._objects.derived(token) and self._objects.name_over(token):
                return token
        token = source.end
        while token < stop and self._aside(token):
            token += 1
        if not source.end < token < stop or self._body.words[token - 1] not in COMMAS:
            return None
        text = self._body.words[token + (self._body.words[token] == '"')]
        definite = text.startswith("ال") and text not in self._small.relative
        known = definite or self._objects.derived(token) or text in self._lexicons.content_nouns
        return token if known and text not in self._lexicons.speakers else None

    def behind_name(self, source: Phrase, stop: int) -> int | None:
        """Return where an indefinite noun stands behind a definite end of the speaker's name.

        It is no adjective, for it lacks the article: «انتقدت الهيئة شركة السنابل», «ثمن المدير سالم الهادي
        توجيهات الوزير».
        """
        words = self._body.words
        for token in range(source.start + 1, min(source.end + 1, stop)):
            if words[token] in self._small.relative:
                break
            if words[token - 1].startswith(DEFINITE) and self._apart(token, source):
                return token
        return None

    def _apart(self, token: int, source: Phrase) -> bool:
        """Tell whether a noun without the article can be no part of the name before it."""
        word, small = self._body.words[token], self._small
        if not word.isalpha() or word.startswith(DEFINITE) or word[0] in _JOINED or word.endswith("يا"):
            return False
        if self._phrases.ends_at(token, source.start) or self._phrases.given_name_at(token) or uncommon(word):
            return False
        if (
            word in small.preposition
            or word in small.name_part
            or word in small.attributive
            or word in small.same
        ):
            return False
        group = self._lexicons.speakers.get(word)
        parallel = group in _COLLECTIVE and self._phrases.group(source.start) in _COLLECTIVE
        titled = self._phrases.group(token - 1) in ("title", "office")
        return (group in (None, "document") or parallel) and not titled and not _verbal(word)

    def _aside(self, token: int) -> bool:
        """Tell whether a word only parts a speaker from the object: «، أمس،»."""
        word = self._body.words[token]
        return word in COMMAS or word in self._small.adjunct or self._phrases.adverbial(token)


def _verbal(word: str) -> bool:
    """Tell whether a word may be a verb by its first or last letter: «تعمل», «شاركت»; a plural is none."""
    return (word[0] in _PRESENT or word.endswith("ت")) and not word.endswith("ات")
