"""From the cues of a sentence to frames: which cue has a content, and what stands around it."""

from msgspec.structs import replace

from tawatur.attribution.body import Body
from tawatur.attribution.chains import Chains
from tawatur.attribution.cue_words import Family
from tawatur.attribution.cues import Cue, find_cues
from tawatur.attribution.frames.acts import Acts
from tawatur.attribution.frames.frame import Frame
from tawatur.attribution.frames.nouns import NounFrames
from tawatur.attribution.frames.phrases import PhraseFrames
from tawatur.attribution.frames.verbs import VerbFrames
from tawatur.attribution.lexicon import AttributionLexicons
from tawatur.attribution.openings.openings import Construction
from tawatur.attribution.speakers.sources import LONGEST_NAME, NounPhrases
from tawatur.records.span import Span

# «مؤكداً سموه أن»
_NEAR = 2


class Grammar:
    """Reads the sentences of one body."""

    def __init__(self, body: Body, lexicons: AttributionLexicons) -> None:
        phrases = NounPhrases(body, lexicons)
        self._body = body
        self._noun_phrases = phrases
        self._lexicons = lexicons
        self._chains = Chains(body, lexicons, phrases)
        self._acts = Acts(body, lexicons)
        self._verbs = VerbFrames(body, lexicons, phrases, self._chains)
        self._nouns = NounFrames(body, lexicons, phrases, self._chains)
        self._phrases = PhraseFrames(body, lexicons, phrases, self._chains)

    def frames(self, sentence: Span) -> list[Frame]:
        """Return the frames of one sentence in order, their contents not yet closed."""
        frames: list[Frame] = []
        if " ".join(self._body.words[sentence.start : sentence.start + 2]) in self._lexicons.small.link_line:
            return frames
        cues = find_cues(self._body, sentence, lexicons=self._lexicons)
        stop = sentence.end
        # From the end: a cue may look for its content only as far as the next that stands by itself.
        for cue in reversed(cues):
            frame = self._frame(cue, stop, sentence, frames[-1] if frames else None)
            if frame is None:
                continue
            if frames and frame.forward and frames[-1].forward and frame.content == frames[-1].content:
                # «وأضاف قائلاً: ...» is one cue.
                frames.pop()
            frames.append(frame)
            aside = cue.family is Family.PHRASE or frame.construction is Construction.AROUND
            if cue.joined and not aside and self._body.quotation[cue.start] < 0:
                stop = cue.opens
        frames.reverse()
        return self._told_behind(self._told_before(cues, _apart(frames), sentence), sentence)

    def _frame(self, cue: Cue, stop: int, sentence: Span, following: Frame | None) -> Frame | None:
        quoted = self._body.quotation[cue.start]
        if quoted >= 0:
            stop = min(stop, self._body.closing[quoted])
        if cue.phrase is not None:
            frame = self._phrases.frame(cue, stop, sentence)
        elif cue.family is Family.NOUN:
            frame = self._nouns.frame(cue, stop, sentence)
        else:
            frame = self._verbs.frame(cue, stop, sentence, following)
            frame = self._acts.shown(frame) if frame is not None else None
        if frame is None or quoted <= sentence.start:
            return frame
        # Inside a quotation a cue counts only with a clause of its own, and with a source unless it
        # is a participle right before its clause: nobody speaks so, the mark that closes is missing.
        written = cue.family is Family.PARTICIPLE and frame.opening - cue.end < _NEAR
        clause = frame.construction.open or frame.construction is Construction.SOURCE_FIRST
        return (
            frame if ((frame.source is not None or written) and clause) or self._introduced(frame) else None
        )

    def _introduced(self, frame: Frame) -> bool:
        """Tell whether a speaker's content stands behind a preposition: «تشير المصادر إلى مقتل ...»."""
        separate = frame.construction is Construction.PREPOSITION and frame.opening < frame.content
        return separate and frame.source is not None and self._noun_phrases.speaker_at(frame.source.start)

    def _told_before(self, cues: list[Cue], frames: list[Frame], sentence: Span) -> list[Frame]:
        """Take in what the sentence says before its first cue: «وفي حديث لـ«الغد» قال»."""
        first = next((cue for cue in cues if _speaks(cue)), None)
        if not frames or first is None or frames[0].cue.start != first.start or frames[0].relays:
            return frames
        if first.start - sentence.start > LONGEST_NAME or (first.prefixed and first.start > sentence.start):
            # «ورفض سالم في رد على إكس، ووصفه المدير بأنه ...»: of two clauses the other was told so.
            return frames
        told = self._chains.told(sentence.start, first.start, frames[0].source)
        return [replace(frames[0], relays=told), *frames[1:]] if told else frames

    def _told_behind(self, frames: list[Frame], sentence: Span) -> list[Frame]:
        """Take in what ends a sentence behind the last content: «قال إن ...، وذلك في مقابلة مع رويترز»."""
        if not frames or frames[-1].relays or frames[-1].source is None or not frames[-1].forward:
            return frames
        told = self._chains.told_last(frames[-1].content, sentence.end)
        return [*frames[:-1], replace(frames[-1], relays=told)] if told else frames


def _speaks(cue: Cue) -> bool:
    """Tell a verb from a noun of speech and from what mostly is none: «عبر حوار», «في تصريح لرويترز»."""
    return cue.word is not None and cue.family is not Family.NOUN and not cue.word.ambiguous


def _apart(frames: list[Frame]) -> list[Frame]:
    """Leave out what stands inside another cue or its source: «وفق ما أفادت», «بحسب س نقلا عن ص»."""
    return [
        frame
        for index, frame in enumerate(frames)
        if not index or frame.cue.start >= _behind(frames[index - 1], frame)
    ]


def _behind(frame: Frame, following: Frame) -> int:
    chain = frame.source is not None and Family.PHRASE is frame.cue.family is following.cue.family
    return max(frame.cue.end, frame.source.end) if chain and frame.source is not None else frame.cue.end
