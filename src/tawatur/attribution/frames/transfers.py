"""Frames of verbs that carry another's word: «نقلت رويترز عن مسؤول قوله إن», «نسبت الغد إلى خبير أن»."""

from msgspec.structs import replace

from tawatur.attribution.body import Body
from tawatur.attribution.chains import Chains
from tawatur.attribution.cue_words import Family
from tawatur.attribution.cues import Cue
from tawatur.attribution.frames.frame import Frame, framed
from tawatur.attribution.lexicon import AttributionLexicons
from tawatur.attribution.openings.openings import Construction, Opening, Openings
from tawatur.attribution.speakers.sources import LONGEST_NAME, NounPhrases
from tawatur.attribution.speakers.speaker_words import PERSONAL
from tawatur.attribution.speakers.subjects import Subjects
from tawatur.records.span import Span

# The cue that only opens another's content: «وأضاف قائلاً».
_SAYING = "qala"


class Transfers:
    """Reads the frames of one body's verbs of carrying."""

    def __init__(
        self, body: Body, lexicons: AttributionLexicons, phrases: NounPhrases, chains: Chains
    ) -> None:
        self._body = body
        self._small = lexicons.small
        self._phrases = phrases
        self._chains = chains
        self._openings = Openings(body, lexicons, phrases)
        self._subjects = Subjects(body, lexicons, phrases)

    def frame(self, cue: Cue, stop: int, following: Frame | None) -> Frame | None:
        """Return one frame for «نقلت رويترز عن مسؤول قوله إن ...», its source the last in the chain."""
        opening = self._openings.find(cue, stop) or said_after(cue, following)
        if opening is None:
            return None
        if cue.end < opening.start and self._body.words[cue.end] in self._small.about_him:
            carrier = self._subjects.behind(cue.end + 1, opening.start)
            relays = self._chains.names(carrier) if carrier is not None else ()
            return framed(cue, opening, source=None, relays=relays)
        ascribes = cue.word is not None and cue.word.takes("ascribe")
        link = self._link(
            cue.end, opening.start, self._small.ascribing if ascribes else self._small.leading_on
        )
        if link is not None:
            return self._carried(cue, opening, link)
        if ascribes or opening.construction is not Construction.THAT:
            return None
        source = self._subjects.behind(cue.end, opening.start)
        return framed(cue, opening, source=source, relays=()) if source is not None else None

    def _link(self, start: int, stop: int, links: frozenset[str]) -> Span | None:
        """Return the words that link a carrier to whom he quotes; none but «ل» is written onto a name."""
        for token in range(start, stop):
            word = self._body.words[token]
            if word in links or (word in self._small.saying_of and token > start):
                return Span(token, token + 1)
            if links is self._small.ascribing and token > start and self._ascribed_at(token):
                # «نسبت الغد لمصدر محلي أن»
                return Span(token, token)
            if f"{word} {self._body.words[token + 1]}" in self._small.carrying:
                # «نقلت الغد على لسان الوزير أن»
                return Span(token, token + 2)
        return None

    def _ascribed_at(self, token: int) -> bool:
        """Tell whether a person described bears the particle: «لمصدر»."""
        bears = self._body.words[token][0] == "ل" and not self._phrases.given_name_at(token)
        return bears and self._phrases.group(token) in PERSONAL

    def _carried(self, cue: Cue, opening: Opening, link: Span) -> Frame | None:
        """Read who is quoted behind the word that links him to his carrier, and who carries him."""
        start = self._subjects.behind_adjuncts(cue.end, link.start)
        carrier = self._phrases.after(start, link.start) if start < link.start else None
        source, relays = self._chains.quoted(link.end, opening.start)
        if source is None:
            return None
        if link.start == link.end:
            source = replace(source, fused=1)
        if carrier is not None:
            relays = (*relays, *self._chains.names(carrier))
        return framed(cue, opening, source=source, relays=relays)


def said_after(cue: Cue, following: Frame | None) -> Opening | None:
    """Take over the content of the next frame where that is a «قائلاً», «قوله» which only opens it."""
    assert cue.word is not None
    if cue.word.takes("thanks") or following is None or following.cue.key != _SAYING or not following.forward:
        return None
    nominal = following.cue.family in (Family.PARTICIPLE, Family.MASDAR)
    if not nominal or following.cue.start - cue.end > LONGEST_NAME:
        return None
    return Opening(construction=following.construction, start=following.cue.start, content=following.content)
