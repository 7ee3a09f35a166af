"""Where the clause before a cue begins, and how far a name behind it may reach."""

from bisect import bisect_left

from tawatur.attribution.body import COMMAS, Body
from tawatur.attribution.cues import Cue
from tawatur.attribution.small_words import SmallWords
from tawatur.attribution.speakers.sources import LONGEST_NAME
from tawatur.records.span import Span

_LONGEST_DATELINE = 6
_MARKS = frozenset("،,؛:.-\"'()")
# What stands in datelines between the place and the outlet.
_PARTING = frozenset("-–/(")
# A clause of fewer words behind «لكن» is no statement.
_SHORTEST_CLAUSE = 4
_LONGEST_CLAUSE = 60
_LONGEST_TURN = 12


def clause_before(body: Body, cue: Cue, sentence: Span, small: SmallWords) -> int | None:
    """Return where the clause before a cue begins, behind dateline and connectives; `None` for none."""
    start = sentence.start
    for token in range(start, min(start + _LONGEST_DATELINE, cue.opens)):
        if body.words[token] == ":":
            start = token + 1
            break
    for token in range(cue.opens - _SHORTEST_CLAUSE, max(start, cue.opens - _LONGEST_CLAUSE), -1):
        if body.words[token] in small.adversative and body.quotation[token] < 0:
            start = token + 1
            break
    start = behind_connectives(body, start, cue.opens, small)
    return start if cue.opens - start > 1 else None


def behind_dateline(body: Body, sentence: Span, stop: int) -> int:
    """Return where a sentence begins behind place and outlet: «الوادي - الفجر: قفز السهم»."""
    for token in range(sentence.start, min(sentence.start + _LONGEST_DATELINE, stop)):
        if body.words[token] == ":":
            parted = _PARTING.isdisjoint(body.words[sentence.start : token])
            return sentence.start if parted else token + 1
    return sentence.start


def sentence_before(body: Body, sentence: Span, small: SmallWords) -> Span | None:
    """Return the sentence before another, behind its connectives; `None` before the first."""
    index = bisect_left(body.sentences, sentence) - 1
    if index < 0:
        return None
    start, end = body.sentences[index]
    return Span(behind_connectives(body, start, end - 1, small), end)


def behind_connectives(body: Body, start: int, stop: int, small: SmallWords) -> int:
    """Step over what only ties a clause to those before it: «من جهة أخرى،», «وقد»."""
    stop = min(stop, start + _LONGEST_TURN)
    start = _behind_marks(body, start, stop)
    turns = start + (body.words[start] in small.turn_preposition)
    while turns < stop and body.words[turns] in small.connective:
        turns += 1
        start = _behind_marks(body, turns, stop)
    while start < stop and body.words[start] in small.auxiliary:
        start += 1
    return start


def _behind_marks(body: Body, start: int, stop: int) -> int:
    while start < stop and body.words[start] in _MARKS and start not in body.closing:
        start += 1
    return start


def first_comma(body: Body, start: int, stop: int) -> int:
    """Return the first comma from `start` on, else `stop`, no farther than a name may reach."""
    stop = min(stop, start + LONGEST_NAME)
    return next((token for token in range(start, stop) if body.words[token] in COMMAS), stop)
