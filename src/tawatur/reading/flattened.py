"""Pages that lost all line breaks: path, title, date, text and credit in one line, with blanks between."""

import re

from tawatur.calendars.dates import WrittenDate, find_dates
from tawatur.reading.credits import Credited, split_names
from tawatur.reading.dating import past_companions, published_label_before
from tawatur.reading.labels import opening_label
from tawatur.reading.likeness import coverage
from tawatur.reading.line import Line, has_inner_stop
from tawatur.reading.openings import opens_sentence
from tawatur.reading.phrases import matched, published_end
from tawatur.records.article import FurnitureKind

_FEWEST_WORDS = 50
_REACH = 320
_FEWEST_TITLE_WORDS = 3
_MOST_TITLE_WORDS = 30
_FEWEST_PATH_LABELS = 2
_LIKE_ITS_TEXT = 0.5
_MOST_CREDIT_WORDS = 9
_LONGEST_CREDIT = 120
_LONGEST_LABEL = 60
_BLANK = re.compile(" ")
_MARKS = " |-–—:,،/()"
_SENTENCE_END = re.compile(r"[.!؟?…»\"”)] (?=[^\W\d_])")


def unflatten(line: Line, credited: Credited) -> list[Line]:
    """Divide a long line that is a whole page, or the end of one; others are returned as they are.

    The sign of the first is a full date near its beginning, with a title before it and text behind
    it: the title is no sentence and its words come again, the text begins as a sentence.
    """
    if line.words < _FEWEST_WORDS:
        return [line]
    head = line.text[:_REACH]
    for written in find_dates(head, calendar=credited.lexicons.calendar):
        start = published_label_before(head, written.span.start, credited.lexicons)
        end = past_companions(line.text, written.span.end, credited.lexicons)
        if _is_full(written) and _is_title(head[:start], line.text[end:], credited):
            return [
                *_path_and_title(line.part(0, start), credited),
                line.part(start, end).marked(FurnitureKind.DATE_LINE),
                *_without_credit(line.part(end, len(line.text)), credited),
            ]
    return _without_credit(line, credited)


def _is_full(written: WrittenDate) -> bool:
    return written.year is not None and written.month is not None and written.day is not None


def _is_title(before: str, behind: str, credited: Credited) -> bool:
    words = before.split()
    if not _FEWEST_TITLE_WORDS <= len(words) <= _MOST_TITLE_WORDS or has_inner_stop(before):
        return False
    last = matched(words[-1])
    if last in credited.lexicons.open_words or last in credited.lexicons.date_companions:
        return False
    text = matched(behind.lstrip(_MARKS))
    if opens_sentence(matched(before), credited.lexicons) or not opens_sentence(text, credited.lexicons):
        return False
    return coverage(matched(before), text) >= _LIKE_ITS_TEXT


def _path_and_title(line: Line, credited: Credited) -> list[Line]:
    """Cut the labels of a menu or a path off before a title."""
    place = labels = 0
    while (found := credited.lexicons.line_labels.word_at(line.matched, place)) is not None:
        labels += 1
        place = found.end
        while place < len(line.matched) and line.matched[place] in _MARKS + ">»":
            place += 1
    if labels < _FEWEST_PATH_LABELS or place >= len(line.matched):
        return [line]
    end = published_end(line.text, place)
    return [line.part(0, end).marked(FurnitureKind.NAVIGATION), line.part(end, len(line.text))]


def _without_credit(line: Line, credited: Credited) -> list[Line]:
    """Cut a labelled credit with names that are known, and what is announced behind it, off a text."""
    for stop in _SENTENCE_END.finditer(line.text):
        label = credited.lexicons.credit_labels.word_at(matched(line.text[stop.end() : stop.end() + 30]))
        if label is None:
            continue
        end = _credit_end(line.text, stop.end(), stop.end() + label.end, credited)
        if end is None:
            continue
        announced = matched(line.text[end : end + _LONGEST_LABEL].strip())
        if announced and opening_label(announced, credited.lexicons) is None:
            continue
        behind = line.part(end, len(line.text))
        credit = line.part(stop.end(), end).marked(FurnitureKind.CREDIT)
        rest = [behind.marked(FurnitureKind.READ_ALSO)] if behind.text else []
        return [line.part(0, stop.end()), credit, *rest]
    return [line]


def _credit_end(text: str, start: int, label_end: int, credited: Credited) -> int | None:
    """Return where the longest list of known names behind a label and its colon ends."""
    if text[label_end : label_end + 2].strip()[:1] not in (":", "/"):
        return None
    last = min(start + _LONGEST_CREDIT, len(text))
    edges = [blank.start() for blank in _BLANK.finditer(text, label_end + 2, last)]
    edges = [*edges[: _MOST_CREDIT_WORDS - 1], *([last] if last == len(text) else [])]
    for edge in reversed(edges):
        names = split_names(text[label_end:edge].strip(_MARKS), credited)
        if names and all(credited.is_empty(name) or credited.outlet(name) is not None for name in names):
            return edge
    return None
