"""What outlets publish and what goes round: «نشرت الغد خبر العثور», «ما تداوله الناس عن المنع»."""

from msgspec.structs import replace

from tawatur.attribution.body import Body
from tawatur.attribution.chains import Chains
from tawatur.attribution.cue_words import PRONOUNS
from tawatur.attribution.cues import Cue
from tawatur.attribution.frames.frame import Frame, framed
from tawatur.attribution.lexicon import AttributionLexicons
from tawatur.attribution.openings.openings import Construction, Opening
from tawatur.attribution.speakers.sources import NounPhrases
from tawatur.attribution.speakers.subjects import Subjects
from tawatur.records.span import Span

_LONGEST_OUTLET = 8
_MARKS = frozenset("،,;؛.:")


class Published:
    """Reads the news that is published in one body."""

    def __init__(
        self, body: Body, lexicons: AttributionLexicons, phrases: NounPhrases, chains: Chains
    ) -> None:
        self._body = body
        self._small = lexicons.small
        self._chains = chains
        self._subjects = Subjects(body, lexicons, phrases)

    def news(self, cue: Cue, stop: int, sentence: Span) -> Opening | None:
        """Take the news an outlet publishes: «نشرت الغد خبر العثور», «وكانت الغد قد نشرت تقريرا عن»."""
        words = self._body.words
        if self._subjects.bears_object(cue):
            return None
        outlet = self._subjects.behind(cue.end, min(stop, cue.end + _LONGEST_OUTLET))
        token = cue.end
        if outlet is not None and outlet.start == cue.end and self._chains.is_outlet(outlet):
            token = outlet.start + 1
        elif (
            cue.prefixed
            or (outlet := self._subjects.before(cue, sentence)) is None
            or not self._chains.is_outlet(outlet)
        ):
            return None
        for place in range(token, min(stop - 1, token + _LONGEST_OUTLET)):
            if words[place] in self._small.publication:
                return Opening(construction=Construction.OBJECT, start=place, content=place)
            if words[place] in self._small.leading_on:
                return Opening(construction=Construction.PREPOSITION, start=place, content=place + 1)
        return None

    def study(self, cue: Cue, stop: int) -> Frame | None:
        """Read «نشرت دراسته مجلة الغد»: whose paper an outlet publishes stands before it."""
        words, paper = self._body.words, cue.end
        if paper + 1 >= stop:
            return None
        whose = next((one for one in PRONOUNS if words[paper].endswith(one)), None)
        if whose is None:
            return None
        stem = words[paper].removesuffix(whose)
        if stem not in self._small.news_paper and stem.removesuffix("ت") + "ه" not in self._small.news_paper:
            return None
        outlet = self._subjects.behind(paper + 1, min(stop, paper + _LONGEST_OUTLET))
        if outlet is None or outlet.start != paper + 1 or not self._chains.is_outlet(outlet):
            return None
        opening = Opening(construction=Construction.AROUND, start=paper, content=paper)
        return replace(framed(cue, opening, source=outlet, relays=()), end=paper + 1)

    def rumour(self, cue: Cue, stop: int) -> Frame | None:
        """Read «ما نشرته الغد عن المنع», «ما نشر حول المنع»: what goes round of some matter."""
        words = self._body.words
        if words[cue.start - 1].removeprefix("و") not in self._small.thing:
            return None
        about = next(
            (
                token
                for token in range(cue.end, min(stop - 1, cue.end + _LONGEST_OUTLET))
                if words[token] in self._small.report_matter or words[token] in _MARKS
            ),
            stop,
        )
        if about == stop or words[about] in _MARKS:
            return None
        opening = Opening(construction=Construction.PREPOSITION, start=about, content=about + 1)
        if not self._subjects.bears_object(cue):
            assert cue.word is not None
            nameless = replace(cue, word=replace(cue.word, passive=True))
            return framed(nameless, opening, source=None, relays=())
        source = self._subjects.behind(cue.end, about)
        return framed(cue, opening, source=source, relays=()) if source is not None else None
