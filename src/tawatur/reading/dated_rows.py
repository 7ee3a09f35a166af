"""Rows of a page's head that hold a date among labels, counts or names."""

from tawatur.calendars.dates import WrittenDate, find_dates
from tawatur.reading.lexicons import ReadingLexicons
from tawatur.reading.line import is_complete
from tawatur.reading.phrases import matched, plain_words

_LONGEST = 160
_MOST_NAMES = 2
_FEWEST_LABELS = 2


def is_dated_row(text: str, lexicons: ReadingLexicons) -> bool:
    """Tell whether a line is a date with its year among labels, or in two calendars beside a name.

    A headline may hold a date, too: most of its other words are no labels.

    >>> from tawatur.reading.lexicons import reading_lexicons
    >>> lines = ("admin 6 مايو، 2024 أخبار اضف تعليق 22 زيارة", "أسعار الذهب اليوم 6 مايو 2024")
    >>> [is_dated_row(line, reading_lexicons()) for line in lines]
    [True, False]
    """
    if len(text) > _LONGEST or is_complete(text) or not any(map(str.isdigit, text)):
        return False
    dates = [date for date in find_dates(text, calendar=lexicons.calendar) if _is_day(date)]
    if not dates:
        return False
    rest = text
    for date in dates:
        start, end = date.span
        rest = rest[:start] + " " * (end - start) + rest[end:]
    labels, others = _labels_and_others(plain_words(matched(rest)), lexicons)
    if len({date.calendar for date in dates}) > 1:
        return others <= _MOST_NAMES
    return labels >= _FEWEST_LABELS and labels > others


def _is_day(date: WrittenDate) -> bool:
    return date.year is not None and date.month is not None and date.day is not None


def _labels_and_others(words: str, lexicons: ReadingLexicons) -> tuple[int, int]:
    """Count the labels in a run of words, and the words that belong to none and to no date."""
    labels = others = place = 0
    while place < len(words):
        if words[place] == " ":
            place += 1
            continue
        end = words.find(" ", place)
        end = len(words) if end < 0 else end
        if (label := lexicons.line_labels.word_at(words, place)) is not None:
            labels += 1
            end = label.end
        elif not _belongs_to_date(words[place:end], lexicons):
            others += 1
        place = end
    return labels, others


def _belongs_to_date(word: str, lexicons: ReadingLexicons) -> bool:
    calendar = lexicons.calendar
    return (
        word.isdigit()
        or len(word) == 1
        or word in lexicons.date_companions
        or word in calendar.weekdays
        or word in calendar.months
    )
