"""The act of a verb whose content makes it another: «نوه بجهود» praises, «دعا للجرحى بالشفاء» prays."""

from msgspec.structs import replace

from tawatur.attribution.body import Body
from tawatur.attribution.frames.frame import Frame
from tawatur.attribution.lexicon import AttributionLexicons
from tawatur.records.attribution import Act

_WISHED_WITHIN = 4


class Acts:
    """Tells the acts that the contents of one body's verbs show."""

    def __init__(self, body: Body, lexicons: AttributionLexicons) -> None:
        self._body = body
        self._small = lexicons.small

    def shown(self, frame: Frame) -> Frame:
        """Return a frame with the act that its content shows."""
        word = frame.cue.word
        if word is None or word.act is Act.OTHER or not (self._praises(frame) or self._prays(frame)):
            return frame
        return replace(frame, cue=replace(frame.cue, word=replace(word, act=Act.OTHER)))

    def _praises(self, frame: Frame) -> bool:
        """Tell whether a thing rather than its need is pointed out: «نوه بجهود», never «نوه بضرورة»."""
        word = frame.cue.word
        if word is None or not word.takes("praise") or frame.opening != frame.content:
            return False
        text = self._body.words[frame.content]
        return text[0] == "ب" and text[1:] not in self._small.need

    def _prays(self, frame: Frame) -> bool:
        """Tell whether what is called for is God's to give: «دعا سالم الله أن», «داعيا له بالصبر»."""
        word, words = frame.cue.word, self._body.words
        if word is None or word.act is not Act.DEMAND or not word.addressee:
            return False
        before = words[frame.opening - 1]
        if before in self._small.pious and not self._in_name(frame):
            return True
        wished = words[frame.cue.end : frame.content + _WISHED_WITHIN]
        to_whom = any(one[0] == "ل" for one in wished)
        return to_whom and not self._small.wished.isdisjoint(wished)

    def _in_name(self, frame: Frame) -> bool:
        """Tell whether the word before a content ends a name: «حزب الله», «عبد الله»."""
        before = frame.opening - 2
        return before >= frame.cue.end and not self._body.words[before].startswith("ال")
