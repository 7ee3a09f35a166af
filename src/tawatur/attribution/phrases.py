"""Frames of prepositional expressions: «وفق ما أفادت الهيئة», «بحسب رويترز», «على حد قوله»."""

from dataclasses import replace

from tawatur.attribution.body import COMMAS, Body
from tawatur.attribution.chains import Chains
from tawatur.attribution.cues import Cue
from tawatur.attribution.frames import Frame, framed
from tawatur.attribution.lexicon import AttributionLexicons, reporting_word
from tawatur.attribution.openings import Construction, Opening
from tawatur.attribution.sources import NounPhrases, Phrase
from tawatur.attribution.subjects import Subjects
from tawatur.attribution.verbs import clause_before, first_comma
from tawatur.records.span import Span

_OPENING_MARKS = (":", '"')
# A verb no list knows bears a pronoun or the ending of the past: «ما بثته», «ما تناقلت».
_VERBAL_ENDINGS = ("ه", "ت")


class PhraseFrames:
    """Reads the frames of one body's reporting expressions."""

    def __init__(
        self, body: Body, lexicons: AttributionLexicons, phrases: NounPhrases, chains: Chains
    ) -> None:
        self._body = body
        self._lexicons = lexicons
        self._small = lexicons.small
        self._phrases = phrases
        self._chains = chains
        self._subjects = Subjects(body, lexicons, phrases)

    def frame(self, cue: Cue, stop: int, sentence: Span) -> Frame | None:
        """Return the frame of a reporting expression, `None` where it names no speaker («وفق الخطة»)."""
        assert cue.phrase is not None
        words = self._body.words
        apart = words[cue.end] == cue.phrase.fused
        start, fused = cue.end + apart, 0 if apart else len(cue.phrase.fused)
        if start >= stop:
            return None
        bare = words[start][fused:]
        if bare in self._lexicons.own_words:
            return self._placed(replace(cue, end=start + 1), None, (), sentence)
        named = start + 1 < stop and self._phrases.speaker_at(start + 1)
        if cue.phrase.takes == "speech-noun" or (bare in self._lexicons.speech_nouns and named):
            return self._speech_of(cue, start, stop, sentence)
        thing = bare == "ما" or words[start] in self._small.thing
        if thing or cue.phrase.takes == "verb":
            return self._as_said(cue, start + thing, stop, sentence)
        source, relays = self._chains.quoted(start, first_comma(self._body, start, stop))
        if source is None or source.start != start or not self._named(cue, source):
            return None
        return self._placed(cue, replace(source, fused=fused), relays, sentence)

    def _named(self, cue: Cue, source: Phrase) -> bool:
        """Tell whether what follows an expression can be its source."""
        assert cue.phrase is not None
        return self._says(source) if cue.phrase.takes == "document" else self._may_speak(source)

    def _speech_of(self, cue: Cue, noun: int, stop: int, sentence: Span) -> Frame | None:
        """Read «على حد قول فلان»."""
        if self._body.words[noun] not in self._lexicons.speech_nouns:
            return None
        source, relays = self._chains.quoted(noun + 1, first_comma(self._body, noun + 1, stop))
        return (
            self._placed(replace(cue, end=noun + 1), source, relays, sentence) if source is not None else None
        )

    def _as_said(self, cue: Cue, verb: int, stop: int, sentence: Span) -> Frame | None:
        """Read «وفق ما أفادت الهيئة», «كما قال فلان»."""
        assert cue.phrase is not None
        if verb >= stop:
            return None
        word = reporting_word(self._body.words[verb], self._lexicons)
        if word is None and not self._body.words[verb].endswith(_VERBAL_ENDINGS):
            return None
        loose = cue.phrase.takes == "verb"
        if loose and (
            word is None or word.ambiguous or not word.takes("quote") or self._goes_on(verb + 1, stop)
        ):
            return None
        start = self._subjects.behind_adjuncts(verb + 1, stop)
        comma = first_comma(self._body, start, stop)
        source, relays = self._chains.quoted(start, comma)
        if source is None or ((word is None or loose) and not self._may_speak(source)):
            return None
        told = self._chains.told(source.end, comma, None)
        return self._placed(replace(cue, end=verb + 1), source, (*told, *relays), sentence)

    def _goes_on(self, token: int, stop: int) -> bool:
        """Tell whether a clause follows, so that «كما» only joins: «كما أكد أن»."""
        return token < stop and self._body.words[token] in self._small.complementizer

    def _may_speak(self, source: Phrase) -> bool:
        words = self._body.words
        start = source.start
        while start < source.end - 1 and start not in self._body.outlets:
            if words[start] != '"' and words[start] not in self._small.latest:
                break
            start += 1
        return self._phrases.speaker_at(start)

    def _says(self, source: Phrase) -> bool:
        """Tell whether a paper says something: «جاء في البيان أن», never «جاء في المركز الأول»."""
        behind = self._body.words[source.end : source.end + 1]
        opens = any(word in self._small.complementizer or word in _OPENING_MARKS for word in behind)
        return opens and self._phrases.group(source.start) == "document"

    def _placed(
        self, cue: Cue, source: Phrase | None, relays: tuple[str, ...], sentence: Span
    ) -> Frame | None:
        """Place a phrase's content: behind it at the beginning of a sentence, else before it."""
        words = self._body.words
        reached = source.end if source is not None else cue.end
        leads = cue.opens == sentence.start or words[cue.start - 1] in _OPENING_MARKS
        if leads and reached < sentence.end - 1:
            content = reached
            while content < sentence.end and words[content] in (*COMMAS, "-", ":"):
                content += 1
            if content < sentence.end and words[content] in self._small.complementizer:
                content += 1
            construction = Construction.SOURCE_FIRST if source is not None else Construction.OWN_WORDS
            opening = Opening(construction=construction, start=reached, content=content)
            return framed(cue, opening, source=source, relays=relays)
        before = clause_before(self._body, cue, sentence, self._small)
        if before is None:
            return None
        construction = Construction.BEFORE if source is not None else Construction.OWN_WORDS
        opening = Opening(construction=construction, start=before, content=before)
        return framed(cue, opening, source=source, relays=relays)
