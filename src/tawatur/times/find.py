"""The stage: the time expressions of a body, in the order of the text."""

import re
from collections.abc import Callable
from datetime import date

from tawatur.arabic.folding import fold
from tawatur.calendars.words import CalendarWords
from tawatur.records.time_expression import TimeExpression, TimeType
from tawatur.times.day_parts import day_and_part_at, part_at
from tawatur.times.discourse import Discourse, Found
from tawatur.times.hours import hour_at
from tawatur.times.periods import period_at
from tawatur.times.repetitions import repetition_at
from tawatur.times.spans import distance_at, span_at, start_of_range_at
from tawatur.times.tokens import tokenize
from tawatur.times.words import NO_MEANING, TimeWords, time_words

_SENTENCE_ENDS = frozenset(".!؟?\n")
# An indefinite object, with its adjective: «حديثا مطولا», «تخطيطا حديثا»; not «أعلنها».
_AS_OBJECT = re.compile(r"\w{2,}[^هن]ا")
# What is read though the lists know no meaning of it.
_READ_BARE = _SENTENCE_ENDS | {"ال", '"'}


def find_times(
    body: str, *, anchor: date | None, calendar: CalendarWords, words: TimeWords | None = None
) -> tuple[TimeExpression, ...]:
    """Find the time expressions of an article's body and resolve them against its day.

    `words` are the bundled ones unless others are given. Without an anchor a relative
    expression keeps its unknown parts as `X`.

    >>> from tawatur.calendars.words import calendar_words
    >>> body = "وصل الوفد مساء أمس ويبقى ثلاثة أيام."
    >>> found = find_times(body, anchor=date(2015, 8, 6), calendar=calendar_words())
    >>> [(body[time.start:time.end], str(time.type), time.value) for time in found]
    [('مساء أمس', 'TIME', '2015-08-05TEV'), ('ثلاثة أيام', 'DURATION', 'P3D')]
    """
    source = fold(body)
    tokens = tokenize(source, words=words or time_words(calendar), calendar=calendar)
    line = Discourse(
        text=source.text,
        tokens=tokens,
        calendar=calendar,
        anchor=anchor,
        now=anchor,
        day=None,
    )
    return tuple(
        TimeExpression(start=span.start, end=span.end, type=found.type, value=found.value, anchor=anchor)
        for found in _read(line)
        for span in (source.span(tokens[found.first].start, tokens[found.last - 1].end),)
    )


_RULES: tuple[Callable[[Discourse, int], Found | None], ...] = (
    hour_at,
    part_at,
    distance_at,
    repetition_at,
    day_and_part_at,
    period_at,
    start_of_range_at,
    span_at,
)


def _read(line: Discourse) -> list[Found]:
    """Read the line once: at each token the first rule that applies takes what it needs."""
    found: list[Found] = []
    behind = 0
    # Most tokens mean nothing and are passed over in one go.
    read = [
        (at, token)
        for at, token in enumerate(line.tokens)
        if token.means is not NO_MEANING
        or token.text in _READ_BARE
        or token.number is not None
        or token.date is not None
    ]
    for at, token in read:
        if at < behind:
            continue
        if not token.means.opens and token.number is None and token.date is None:
            if token.text in _SENTENCE_ENDS:
                line.recurring, line.day_in_sentence = False, None
                line.quoted = line.quoted and token.text != "\n"
            elif token.text == '"':
                line.quoted = not line.quoted
            elif token.text == "ال" and (hour := hour_at(line, at)) is not None:
                found.append(hour)
                behind = hour.last
            continue
        expression = _expression(line, at)
        if expression is None:
            continue
        _remember(line, expression)
        found.append(expression)
        behind = expression.last
    return found


def _expression(line: Discourse, at: int) -> Found | None:
    reference = line.tokens[at].means.reference
    if reference is not None and _is_time(line, at, reference.key):
        return Found(first=at, last=at + 1, type=TimeType.DATE, value=reference.code)
    for rule in _RULES:
        if (found := rule(line, at)) is not None:
            return found
    return None


def _is_time(line: Discourse, at: int, reference: str) -> bool:
    """Tell whether an adverb is one of time: «قريبا من» is near in space, «وأخيرا» comes last in a list."""
    front = line.before(at)
    if reference == "future":
        return not line.tokens[at + 1].word("from", "of_it")
    if reference in ("the_future", "the_past"):
        return front is not None and front.word("in")
    if reference == "newly":
        # «قديما وحديثا» is always.
        # «قدم حديثا مطولا» is a talk.
        beside = (line.tokens[at + 1], *([] if front is None else [front]))
        talk = any(_AS_OBJECT.fullmatch(token.text) and token.means.unit is None for token in beside)
        return line.text[line.tokens[at].start - 1] != "و" and not talk
    if reference == "lately":
        opens = front is None or front.text in _SENTENCE_ENDS or front.text in "،,:-"
        return not opens and line.text[line.tokens[at].start - 1] == " "
    return True


def _remember(line: Discourse, found: Found) -> None:
    # «منذ السادس من أبريل» looks back: what follows happens on another day.
    since = found.first > 0 and line.tokens[found.first - 1].word("since")
    if found.day is not None and not since:
        line.day, line.day_in_sentence, line.recurring = found.day, found.day, False
        line.lead = line.lead or found.day
    if found.month is not None:
        line.month = found.month
    if found.type is TimeType.DATE and found.value[:4].isdigit():
        line.year = int(found.value[:4])
        # «الربع المماثل من العام السابق» is only compared with the one that is spoken of.
        compared = line.tokens[found.first + 1].means.modifier
        if found.value[4:6] == "-Q" and (compared is None or compared.key != "same"):
            line.quarter = (line.year, int(found.value[6]))
    if found.type is TimeType.SET:
        line.recurring = True
