"""Where each content ends, which statement holds which, and which frame only tells another's relay."""

from bisect import bisect_right
from dataclasses import replace

from tawatur.attribution.body import Body
from tawatur.attribution.chains import Chains
from tawatur.attribution.frames import Frame
from tawatur.attribution.lexicon import AttributionLexicons, Family
from tawatur.attribution.openings import Construction
from tawatur.records.span import Span

_MARKS = frozenset("،,؛:.-–/؟!…")
_COMMAS = ("،", ",")
_STOPS = frozenset(".؟!?")
# Behind a word this short a full stop abbreviates («د. سالم»).
_SHORTEST_LAST_WORD = 2


class Contents:
    """Closes the contents of one body's frames."""

    def __init__(self, body: Body, lexicons: AttributionLexicons, chains: Chains) -> None:
        self._body = body
        self._lexicons = lexicons
        self._chains = chains
        # Looked up, never searched for: nested contents overlap, and each may be as long as the body.
        tokens = range(1, len(body.words) - 1)
        self._full_stops = [token for token in tokens if body.words[token] in _STOPS and self._stops(token)]
        self._turns = [
            token
            for token in tokens
            if body.words[token] in _COMMAS and body.words[token + 1] in lexicons.small.turning
        ]

    def closed(self, frames: list[Frame], sentence: Span) -> list[Frame]:
        """Return the frames that are attributions, each with the end of its content, in order of their cues."""
        kept, cuts = self._merged(frames)
        ends = self._ends(kept, cuts, sentence)
        done = [self._shared(replace(frame, end=end), index, kept) for index, (frame, end) in enumerate(zip(kept, ends, strict=True))]
        return [frame for frame in (self._trimmed(frame) for frame in done) if frame.end > frame.content]

    def _merged(self, frames: list[Frame]) -> tuple[list[Frame], list[int]]:
        """Let «بحسب رويترز» beside a statement tell its relay; return where such phrases cut contents."""
        kept: list[Frame] = []
        cuts: list[int] = []
        waiting: tuple[str, ...] = ()
        for index, frame in enumerate(frames):
            if frame.cue.family is not Family.PHRASE or frame.source is None:
                kept.append(replace(frame, relays=(*frame.relays, *waiting)) if waiting else frame)
                waiting = ()
                continue
            name = (*frame.relays, self._chains.name(frame.source))
            following = frames[index + 1] if index + 1 < len(frames) else None
            if frame.forward and following is not None and following.cue.opens <= frame.content <= following.cue.start:
                waiting = name
            elif kept and kept[-1].cue.end <= frame.cue.start < kept[-1].opening:
                if self.is_outlet(frame):
                    kept[-1] = self._carried(kept[-1], name)
            elif kept and self._carries(frame, kept[-1]):
                kept[-1] = self._carried(kept[-1], name)
                cuts.append(frame.cue.opens)
            else:
                kept.append(frame)
        return kept, cuts

    def _carried(self, frame: Frame, names: tuple[str, ...]) -> Frame:
        return replace(frame, relays=tuple(dict.fromkeys((*frame.relays, *names))))

    def _carries(self, frame: Frame, statement: Frame) -> bool:
        return not frame.forward and statement.forward and self.is_outlet(frame) and not self.is_outlet(statement)

    def is_outlet(self, frame: Frame) -> bool:
        """Tell whether the frame's source is an outlet."""
        if frame.source is None:
            return False
        start = frame.source.start
        return start in self._body.outlets or self._lexicons.speakers.get(self._body.words[start]) in ("outlet", "press")

    def _ends(self, frames: list[Frame], cuts: list[int], sentence: Span) -> list[int]:
        ends = [0] * len(frames)
        cuts = sorted(cuts)
        stop = sentence.end
        for index in range(len(frames) - 1, -1, -1):
            frame = frames[index]
            if frame.forward:
                ends[index] = self._end(frame, stop)
                cut = bisect_right(cuts, frame.content)
                if cut < len(cuts):
                    ends[index] = min(ends[index], cuts[cut])
            elif frame.construction is Construction.POINTING_BACK:
                ends[index] = frame.end
            else:
                ends[index] = frame.cue.opens
            if self._breaks(frame):
                stop = frame.cue.opens
        return ends

    def _breaks(self, frame: Frame) -> bool:
        """Tell whether a cue ends the contents before it; inside a quotation only one with «و» and its own source."""
        if self._body.quotation[frame.cue.start] < 0:
            return frame.cue.joined
        return frame.cue.prefixed and frame.source is not None

    def _end(self, frame: Frame, stop: int) -> int:
        body = self._body
        content = frame.content
        quoted = body.quotation[frame.cue.start]
        if quoted >= 0:
            stop = min(stop, body.closing[quoted])
        close = body.closing.get(content)
        if close is not None and (frame.construction is Construction.QUOTE or self._nothing_behind(close, stop)):
            stop = max(stop, close + 1) if stop > content else close + 1
            stop = min(stop, close + 1)
        if frame.construction in (Construction.OBJECT, Construction.PREPOSITION):
            stop = self._first_clause(content, stop)
        return self._first_sentence(content, max(stop, content))

    def _first_clause(self, content: int, stop: int) -> int:
        """Cut a noun phrase where a comma leads to a clause of the paper's own: «..., ولم تؤكد»."""
        return _before(self._turns, content, stop)

    def _nothing_behind(self, close: int, stop: int) -> bool:
        return close + 1 >= stop

    def _first_sentence(self, content: int, stop: int) -> int:
        """Cut at a full stop inside a quotation: the content is what stands in the cue's own sentence."""
        return _before(self._full_stops, content, stop)

    def _stops(self, token: int) -> bool:
        """Tell whether a mark ends a sentence: a blank and a word behind it, no abbreviation before."""
        body = self._body
        apart = body.starts[token + 1] > body.ends[token] and body.words[token + 1][0].isalnum()
        return apart and len(body.words[token - 1]) > _SHORTEST_LAST_WORD

    def _shared(self, frame: Frame, index: int, frames: list[Frame]) -> Frame:
        """«..., على حد قوله»: the content is that of the statement before it."""
        if frame.forward or not index or frame.cue.family is not Family.PHRASE:
            return frame
        before = frames[index - 1]
        if before.forward and before.content < frame.cue.opens:
            return replace(frame, content=before.content)
        return frame

    def _trimmed(self, frame: Frame) -> Frame:
        words = self._body.words
        start, end = frame.content, frame.end
        while end > start and words[end - 1] in _MARKS:
            end -= 1
        while start < end and words[start] in _MARKS:
            start += 1
        if end - start == 1 and not words[start][0].isalnum():
            end = start
        return replace(frame, content=start, end=max(start, end))


def _before(places: list[int], content: int, stop: int) -> int:
    """Return the first of `places` inside a content, `stop` where there is none."""
    index = bisect_right(places, content)
    return places[index] if index < len(places) and places[index] < stop - 1 else stop
