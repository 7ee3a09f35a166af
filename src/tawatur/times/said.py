"""When each statement of an article was made."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from tawatur.arabic.folding import folded
from tawatur.lexicons.clause_words import clause_words
from tawatur.records.attribution import Attribution, Said, SaidFrom, SourceKind
from tawatur.records.span import Span
from tawatur.records.time_expression import TimeExpression, TimeType

_SENTENCE_ENDS = ".!؟?\n"
# From a sentence's beginning to its time: «وفي ساعة متأخرة من مساء أمس الأحد، قال».
_LONGEST_LEAD = 24
_LONGEST_TIME = 40
# Between a time and the verb behind it: «أمس الأحد، من جانبه، قال».
_LONGEST_GAP = 16
# «قال ... في مؤتمر صحفي عقده أمس»: what stands between the verb and its content, and behind «قال».
_LONGEST_FRAME = 400
_TELLING = (TimeType.DATE, TimeType.TIME)


def date_statements(
    attributions: Sequence[Attribution],
    times: Sequence[TimeExpression],
    *,
    body: str,
    reported: date | None,
) -> tuple[Attribution, ...]:
    """Give each statement the time at which it was made, as its sentence or the report's day tells it.

    A time counts where it stands with the cue, outside every content and source. A cue without a
    source goes on with the time of the statement it continues. `reported` is the day of the
    article: what a document says, and speech within speech, may be older, so it dates neither.
    """
    tellers = _Tellers(attributions, times, body)
    dated: list[Attribution] = []
    last: Attribution | None = None
    for attribution in attributions:
        said = tellers.told(attribution) or _continued(attribution, last) or _reported(attribution, reported)
        made = attribution if said == attribution.said_at else replace(attribution, said_at=said)
        dated.append(made)
        if attribution.inside is None:
            last = made
    return tuple(dated)


@cache
def _relative_words() -> frozenset[str]:
    return frozenset(folded(form) for words in clause_words().relative.values() for form in words.forms)


class _Tellers:
    """Finds the times that stand with the cues of one body."""

    def __init__(
        self, attributions: Sequence[Attribution], times: Sequence[TimeExpression], body: str
    ) -> None:
        self._body = body
        taken = [attribution.content for attribution in attributions]
        taken += [self._described(one.source) for one in attributions if one.source is not None]
        taken.sort()
        self._times: list[TimeExpression] = []
        place, reached = 0, 0
        for time in times:
            while place < len(taken) and taken[place].start <= time.start:
                reached = max(reached, taken[place].end)
                place += 1
            if time.start >= reached and time.type in _TELLING and time.value[:1] in "0123456789":
                self._times.append(time)
        self._starts = [time.start for time in self._times]

    def _described(self, source: Span) -> Span:
        """Give a source that a relative clause describes the time that may close it: «الذي زارها أمس»."""
        plain = _relative_words().isdisjoint(folded(source.of(self._body)).split())
        return source if plain else Span(source.start, source.end + 2)

    def told(self, attribution: Attribution) -> Said | None:
        """Return the time that stands with a statement's cue, the nearest behind it first."""
        cue, content = attribution.cue, attribution.content
        stop = content.start if content.start >= cue.end else self._sentence_end(cue.end)
        for time in self._between(cue.end, min(stop, cue.end + _LONGEST_FRAME)):
            return Said(value=time.value, how=SaidFrom.SENTENCE)
        lead = self._sentence_start(cue.start)
        for time in reversed(self._between(lead, cue.start)):
            if cue.start - time.end <= _LONGEST_GAP and time.start - lead <= _LONGEST_LEAD:
                return Said(value=time.value, how=SaidFrom.SENTENCE)
        return None

    def _between(self, start: int, end: int) -> list[TimeExpression]:
        first = bisect_left(self._starts, start)
        found = self._times[first : bisect_left(self._starts, end)]
        return [time for time in found if time.end <= end]

    def _sentence_start(self, place: int) -> int:
        begun = max(0, place - _LONGEST_LEAD - _LONGEST_TIME - _LONGEST_GAP)
        return max([begun, *(self._body.rfind(mark, begun, place) + 1 for mark in _SENTENCE_ENDS)])

    def _sentence_end(self, place: int) -> int:
        stop = min(len(self._body), place + _LONGEST_FRAME)
        ends = (self._body.find(mark, place, stop) for mark in _SENTENCE_ENDS)
        return min([stop, *(end for end in ends if end >= 0)])


def _continued(attribution: Attribution, last: Attribution | None) -> Said | None:
    if last is None or last.said_at is None or attribution.inside is not None:
        return None
    if attribution.source is not None or attribution.resolved != last.resolved:
        return None
    how = last.said_at.how
    return last.said_at if how is SaidFrom.REPORT else Said(value=last.said_at.value, how=SaidFrom.STATEMENT)


def _reported(attribution: Attribution, reported: date | None) -> Said | None:
    if reported is None or attribution.inside is not None or attribution.kind is SourceKind.DOCUMENT:
        return None
    return Said(value=reported.isoformat(), how=SaidFrom.REPORT)
