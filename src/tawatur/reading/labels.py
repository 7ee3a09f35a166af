"""What the words on a line say it is."""

import re
from dataclasses import dataclass

from tawatur.lexicons.furniture_labels import FurnitureLabel, Takes
from tawatur.reading.lexicons import ReadingLexicons
from tawatur.reading.line import is_prose
from tawatur.reading.phrases import Found, ends_word
from tawatur.records.article import FurnitureKind

# A line longer than that is no row of labels, whatever it begins with.
_LONGEST_LABELS = 240
# A promise, a plea or a rule of the house takes a few lines, not a page.
_MOST_WORDS = 60
_MOST_NOTICE_WORDS = 120
_MOST_CAPTION_WORDS = 25
_FEWEST_LEADING = 3
_FEWEST_REPEATED = 2
_SHORTEST_GLUED_TAGS = 6
_DIGIT = re.compile(r"\d")
_MOSTLY = 0.6
_WORD = re.compile(r"[^\W\d_]+")
_MOST_CLOSING_WORDS = 25
_CLOSERS = " )]}\"'»”"
_FIRST_ARROW = "\u2190"
_MARKS = " \t:|/\\-–—.،,;*•·●▪■►▶«»<>()[]{}#@!؟?+_\"'…=~←→↑↓×"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A label at the beginning of a line: the places in the matched text where it begins and ends."""

    label: FurnitureLabel
    start: int
    end: int


def row_of_labels(matched: str, lexicons: ReadingLexicons) -> FurnitureLabel | None:
    """Return the first label of a line of labels alone, with figures and marks or glued together.

    Glued labels count where one begins the very place the last ends.

    >>> from tawatur.reading.lexicons import reading_lexicons
    >>> from tawatur.reading.phrases import matched
    >>> for text in ("5 زيارة", "الأحدثترند", "فيسبوك تويتر واتساب", "الأحدث بين المدن"):
    ...     label = row_of_labels(matched(text), reading_lexicons())
    ...     print(label and label.kind.value)
    counter
    ticker
    share
    None
    """
    if len(matched) > _LONGEST_LABELS:
        return None
    first: FurnitureLabel | None = None
    place, glued, several = _skip(matched, 0), False, False
    while place < len(matched):
        if glued and (sentence := _sentence_at(matched, place, lexicons)):
            return sentence
        found = lexicons.line_labels.at(matched, place)
        if found is None:
            return None
        several = first is not None
        first = first or found.meaning
        glued = not ends_word(matched, found.end)
        place = _skip(matched, found.end)
    # «زيارة البحرين» counts nothing: a counter among other labels has its figure.
    if first is not None and first.kind is FurnitureKind.COUNTER and several and not _DIGIT.search(matched):
        return None
    return first


def _sentence_at(matched: str, place: int, lexicons: ReadingLexicons) -> FurnitureLabel | None:
    """Return the label of a whole sentence of furniture that a row of labels is glued to."""
    found = lexicons.opening_labels.at(matched, place)
    return found.meaning if found is not None and found.meaning.takes is Takes.LINE else None


def opening_label(matched: str, lexicons: ReadingLexicons) -> Opening | None:
    """Return the label a line begins with, its marks aside."""
    start = _skip_marks(matched)
    found = lexicons.opening_labels.at(matched, start)
    if found is None and start:
        # Some labels begin with a mark of their own: «© 2020», «(أرشيف».
        start = 0
        found = lexicons.opening_labels.at(matched)
    if found is None:
        return None
    counts = matched[found.end - 1].isdigit()
    glued = not ends_word(matched, found.end)
    if glued and not counts and not _may_be_glued(found, start):
        return None
    if found.meaning.takes is Takes.LINE and not _may_take(matched, found.meaning, lexicons):
        return None
    return Opening(label=found.meaning, start=start, end=found.end)


def _may_be_glued(found: Found[FurnitureLabel], start: int) -> bool:
    """Tell whether a label may run into the word behind it: one that leads on, or a long one above tags."""
    if found.meaning.kind is FurnitureKind.TAGS:
        return found.end - start >= _SHORTEST_GLUED_TAGS
    return found.meaning.takes is Takes.HEADLINE


def _may_take(matched: str, label: FurnitureLabel, lexicons: ReadingLexicons) -> bool:
    if not label.sentences:
        return not is_prose(matched)
    # «جميع الحقوق محفوظة للمتضررين، قال القاضي»: behind a comma somebody is speaking.
    spoken = (clause.lstrip().split(" ", 1)[0] for clause in matched.split("،")[1:])
    if any(word in lexicons.sentence_verbs for word in spoken):
        return False
    return matched.count(" ") < (_MOST_CAPTION_WORDS if label.kind is FurnitureKind.MEDIA else _MOST_WORDS)


def leading_row(matched: str, lexicons: ReadingLexicons) -> int:
    """Return where a row of labels ends that runs on into text, 0 where fewer than three lead the line."""
    place = _skip(matched, 0)
    labels = end = 0
    while (found := lexicons.line_labels.word_at(matched, place)) is not None:
        labels += 1
        end, place = found.end, _skip(matched, found.end)
    return end if labels >= _FEWEST_LEADING and is_prose(matched[end:]) else 0


def repeats_ticker_label(matched: str, lexicons: ReadingLexicons) -> bool:
    """Tell whether a line is headlines run together, each behind the label of a ticker."""
    return sum(matched.count(form) for form in lexicons.repeated_labels) >= _FEWEST_REPEATED


def is_glued_path(matched: str, lexicons: ReadingLexicons) -> bool:
    """Tell whether a line begins with two labels glued to each other and to what follows: a path of links."""
    first = lexicons.line_labels.at(matched)
    if first is None or ends_word(matched, first.end):
        return False
    second = lexicons.line_labels.at(matched, first.end)
    return second is not None and not ends_word(matched, second.end) and not is_prose(matched)


def is_menu(matched: str, lexicons: ReadingLexicons) -> bool:
    """Tell whether most words of a short line are labels: a menu with sections of its own."""
    words = _WORD.findall(matched)
    labels = sum(lexicons.line_labels.covers(word) for word in words)
    return labels >= _FEWEST_LEADING and labels >= _MOSTLY * len(words)


def closing_label(matched: str, lexicons: ReadingLexicons) -> FurnitureLabel | None:
    """Return the label that a short line ends with, or that a line holds anywhere."""
    words = matched.count(" ")
    if words >= _MOST_NOTICE_WORDS:
        return None
    if matched.endswith(")."):
        # «(أرشيفية).»: the stop belongs to no sentence.
        matched = matched[:-1]
    bare = matched.rstrip(_CLOSERS)
    if words < _MOST_CLOSING_WORDS and (
        bare.endswith(lexicons.closing_forms) or matched.endswith(lexicons.closing_forms)
    ):
        return next(
            label
            for form, label in lexicons.closing_labels.items()
            if bare.endswith(form) or matched.endswith(form)
        )
    return _inside_label(matched, lexicons)


def _inside_label(matched: str, lexicons: ReadingLexicons) -> FurnitureLabel | None:
    """Return the label a line holds anywhere; a word of each label tells which of them to look for."""
    words = matched.split(" ")
    if lexicons.inside_labels.keys().isdisjoint(words):
        return None
    for word in words:
        for form, label in lexicons.inside_labels.get(word, ()):
            if form in matched:
                return label
    return None


def _skip(matched: str, place: int) -> int:
    """Return the next place that holds neither a mark nor a figure."""
    while place < len(matched) and (matched[place] in _MARKS or matched[place].isdigit()):
        place += 1
    return place


def _skip_marks(matched: str) -> int:
    """Return the place behind the marks and pictures that a line begins with."""
    if matched[:1].isalnum():
        return 0
    place = 0
    while place < len(matched) and (matched[place] in _MARKS or _is_picture(matched[place])):
        place += 1
    return place


def _is_picture(sign: str) -> bool:
    return sign >= _FIRST_ARROW and not sign.isalnum()
