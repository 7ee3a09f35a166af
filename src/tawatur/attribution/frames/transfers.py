"""Frames of verbs that carry another's word: «نقلت رويترز عن مسؤول قوله إن», «نسبت الغد إلى خبير أن»."""

from tawatur.attribution.body import Body
from tawatur.attribution.chains import Chains
from tawatur.attribution.cue_words import Family
from tawatur.attribution.cues import Cue
from tawatur.attribution.frames.frame import Frame, framed
from tawatur.attribution.lexicon import AttributionLexicons
from tawatur.attribution.openings.openings import Construction, Opening, Openings
from tawatur.attribution.speakers.sources import LONGEST_NAME, NounPhrases
from tawatur.attribution.speakers.subjects import Subjects

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
        links = self._small.ascribing if ascribes else self._small.leading_on
        for token in range(cue.end, opening.start):
            word = self._body.words[token]
            of_saying = word in self._small.saying_of and token > cue.end
            if word in links or of_saying:
                return self._carried(cue, opening, token)
            if f"{word} {self._body.words[token + 1]}" in self._small.carrying:
                # «نقلت الغد على لسان الوزير أن»
                return self._carried(cue, opening, token + 1)
        if ascribes or opening.construction is not Construction.THAT:
            return None
        source = self._subjects.behind(cue.end, opening.start)
        return framed(cue, opening, source=source, relays=()) if source is not None else None

    def _carried(self, cue: Cue, opening: Opening, link: int) -> Frame | None:
        """Read who is quoted behind the word that links him to his carrier, and who carries him."""
        start = self._subjects.behind_adjuncts(cue.end, link)
        carrier = self._phrases.after(start, link) if start < link else None
        source, relays = self._chains.quoted(link + 1, opening.start)
        if source is None:
            return None
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
