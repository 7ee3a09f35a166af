"""Who wrote it: byline lines, and the boxes that introduce an author."""

import re

from tawatur.calendars.dates import find_dates
from tawatur.reading.lexicons import ReadingLexicons
from tawatur.reading.line import is_complete, is_prose
from tawatur.reading.phrases import ends_word, matched, published_end

_MOST_WORDS = 8
_MOST_LINE_WORDS = 20
_MOST_UNMARKED_WORDS = 5
_FEWEST_PROFILE_WORDS = 2
# Empty is the line's end.
_FIELD_MARKS = ("", "|", "/", "—", "–", "-", "•")
_SEPARATOR = re.compile(r"\s*[:/|\\,،–—-]+\s*")
_FIELD = re.compile(r"\s[^\W\d_]+ ?:")


def byline_name(text: str, lexicons: ReadingLexicons) -> str | None:
    """Return whom a byline names, `None` where the line is no byline.

    Without a mark behind its label a line is a byline only where it holds a name's
    few words: «كتب الوزير على صفحته أن...» is text. A date may end the line.
    """
    if text.count(" ") > _MOST_LINE_WORDS or is_prose(text) or is_complete(text):
        return None
    copy = matched(text)
    start = next((place for place, sign in enumerate(copy) if sign.isalpha()), len(copy))
    label = lexicons.byline_labels.at(copy, start)
    if label is None or not ends_word(copy, label.end):
        return None
    rest = text[published_end(text, label.end) :]
    separator = _SEPARATOR.match(rest)
    name = rest[separator.end() :] if separator else rest
    if field := _FIELD.search(name):
        name = name[: field.start()]
    undated = _before_date(name, lexicons)
    dated = undated != name
    name = undated.strip(" .*:|-–—")
    most = _MOST_WORDS if separator else _MOST_UNMARKED_WORDS
    named = dated if label.meaning == "dated" else separator or dated or _is_unmarked(label.meaning, name)
    if not named or not 0 < len(name.split()) <= most:
        return None
    return name


def is_author_box(text: str, lexicons: ReadingLexicons) -> bool:
    """Tell whether a paragraph introduces the author: it begins with a trade and tells a life."""
    copy = matched(text)
    if lexicons.author_roles.word_at(copy) is None:
        return False
    return sum(word in copy for word in lexicons.author_profile) >= _FEWEST_PROFILE_WORDS


def _before_date(name: str, lexicons: ReadingLexicons) -> str:
    """Return what stands before a date that ends the line or its field: `سلمى العلي في 6 مايو 2024`."""
    if not any(map(str.isdigit, name)):
        return name
    for written in find_dates(name, calendar=lexicons.calendar):
        if written.day is not None and name[written.span.end :].strip(" .")[:1] in _FIELD_MARKS:
            before = name[: written.span.start].rstrip(" ,،|—–-")
            last = before.rpartition(" ")
            return last[0] if matched(last[2]) in lexicons.date_companions else before
    return name


def _is_unmarked(label: str, name: str) -> bool:
    return label == "bare" and len(name.split()) > 1 and not any(sign.isdigit() for sign in name)
