"""What lines are by their neighbours: headlines behind a label, captions, tickers, menus, subheadings."""

import re

from tawatur.lexicons.furniture_labels import Takes
from tawatur.reading.labels import closing_label, opening_label
from tawatur.reading.lexicons import ReadingLexicons
from tawatur.reading.line import Line, is_complete, is_headline, is_prose
from tawatur.reading.openings import opens_sentence, resumes
from tawatur.reading.phrases import plain_words
from tawatur.reading.shapes import starts_with_time
from tawatur.records.article import FurnitureKind

_MOST_HEADLINES = 40
_MOST_TAG_WORDS = 4
_MOST_TAGS = 30
_MOST_CAPTION_WORDS = 40
_SHORTEST_DOUBLED = 30
_MOST_SUBHEADING_WORDS = 8
_FEWEST_TIMED = 3
# A text asks once or twice above its answers; an interview goes on asking.
_FEWEST_QUESTIONS = 3
_QUESTION = ("؟", "?")
# «القتلى: 12», «3 - 1», «تبلغ 45»: such a line gives figures; a year may stand in a heading.
_GIVES_FIGURE = re.compile(r"[:=-] ?\d|\d:\d\d|(?<!\d)(?!(?:19|20)\d\d$)\d+%?$")
_FEWEST_LAST_WORDS = 5
_BULLET = re.compile(r"[•●▪■◾◼‣·*-]|\d{1,2} ?[.)-]")

# What ends an article: what follows it on the page belongs to the page, or to another article.
CLOSING = frozenset(
    {
        FurnitureKind.CREDIT,
        FurnitureKind.COPYRIGHT,
        FurnitureKind.AUTHOR_BOX,
        FurnitureKind.TAGS,
        FurnitureKind.COMMENTS,
    }
)


def first_text(lines: list[Line]) -> int:
    """Return the index of the first line of running text, the number of lines where there is none."""
    return next(
        (at for at, line in enumerate(lines) if line.kind is None and is_prose(line.text)), len(lines)
    )


def mark_captions(lines: list[Line], lexicons: ReadingLexicons) -> None:
    """Mark the caption above a photo credit that stands before the text."""
    for at in range(2, len(lines)):
        line, caption = lines[at], lines[at - 1]
        if lines[at - 2].kind is None and is_prose(lines[at - 2].text):
            return
        if line.kind is not FurnitureKind.MEDIA or caption.kind is not None or not is_prose(caption.text):
            continue
        # «الصورة: رويترز» may stand below a paragraph; a bare credit stands below its caption.
        bare = closing_label(line.matched, lexicons) and not opening_label(line.matched, lexicons)
        if (
            bare
            and caption.words <= _MOST_CAPTION_WORDS
            and first_text(lines[at + 1 :]) < len(lines) - at - 1
        ):
            lines[at - 1] = caption.marked(FurnitureKind.MEDIA)


def mark_tickers(lines: list[Line]) -> None:
    """Mark runs of lines that begin with a time of day, where they are headlines."""
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and starts_with_time(lines[end].matched) and not is_complete_line(lines[end]):
            end += 1
        if end - at >= _FEWEST_TIMED:
            for place in range(at, end):
                lines[place] = lines[place].marked(FurnitureKind.TICKER)
        at = max(end, at + 1)


def is_complete_line(line: Line) -> bool:
    """Tell whether a line ends as a sentence; the dots of a shortened headline are no end."""
    return is_complete(line.text) and not line.text.rstrip().endswith(("..", "…"))


def mark_announced(lines: list[Line], start: int, lexicons: ReadingLexicons) -> None:
    """Mark what the labels from line `start` on announce: a headline, headlines, tags."""
    for at in range(start, len(lines)):
        line = lines[at]
        if line.kind is None or line.takes is None:
            continue
        if line.takes in (Takes.HEADLINE, Takes.HEADLINES):
            _mark_run(lines, at, line.kind, lexicons)
        elif line.takes is Takes.TAGS:
            _mark_tags(lines, at)


def _mark_run(lines: list[Line], label: int, kind: FurnitureKind, lexicons: ReadingLexicons) -> None:
    """Mark the headlines below a label, and below a headline that stands there twice its summary."""
    teased = False
    for at in range(label + 1, min(len(lines), label + 1 + _MOST_HEADLINES)):
        line = lines[at]
        if line.kind is not None:
            if line.takes is not None:
                return
            teased = teased or _is_doubled(line.text)
            continue
        if is_prose(line.text) or not (is_headline(line.text) or line.words == 1):
            if teased and not resumes(line.matched, lexicons):
                lines[at] = line.marked(kind)
            return
        lines[at] = line.marked(kind)
        teased = _is_doubled(line.text) or lines[at - 1].text == line.text


def _is_doubled(text: str) -> bool:
    """Tell whether a line is one headline twice: the picture's words and the link's."""
    half = len(text) // 2
    return len(text) >= _SHORTEST_DOUBLED and text[:half].strip() == text[-half:].strip()


def _mark_tags(lines: list[Line], label: int) -> None:
    for at in range(label + 1, min(len(lines), label + 1 + _MOST_TAGS)):
        line = lines[at]
        if line.kind is not None or line.words > _MOST_TAG_WORDS or is_complete(line.text):
            return
        lines[at] = line.marked(FurnitureKind.TAGS)


def mark_subheadings(lines: list[Line], lexicons: ReadingLexicons) -> None:
    """Mark short lines that stand alone between paragraphs and say no sentence.

    Several in a row are a list or a poem and stay, and so does a line that goes on, or
    one right below a text that the page cuts off: nothing is left there to head.
    """
    places = [at for at, line in enumerate(lines) if line.kind is None]
    interview = sum(lines[at].text.endswith(_QUESTION) for at in places) >= _FEWEST_QUESTIONS
    for order, at in enumerate(places):
        before = lines[places[order - 1]] if order else None
        after = lines[places[order + 1]] if order + 1 < len(places) else None
        if not (_is_paragraph(before) and _is_paragraph(after)):
            continue
        asked = interview and lines[at].text.endswith(_QUESTION)
        if asked or _is_cut_off(lines, at, lexicons):
            continue
        if (
            order
            and is_headline(lines[at].text)
            and (found := lexicons.inserted_labels.at(lines[at].matched))
        ):
            lines[at] = lines[at].marked(found.meaning.kind)
        elif _is_subheading(lines[at], lexicons):
            lines[at] = lines[at].marked(FurnitureKind.SUBHEADING)


def _is_cut_off(lines: list[Line], at: int, lexicons: ReadingLexicons) -> bool:
    """Tell whether a line is the last of its page and stands right below a paragraph."""
    return (
        at == len(lines) - 1
        and at > 0
        and lines[at].words >= _FEWEST_LAST_WORDS
        and lines[at - 1].kind is None
        and is_prose(lines[at - 1].text)
        and lexicons.opening_labels.word_at(lines[at].matched) is None
    )


def _is_paragraph(line: Line | None) -> bool:
    return line is None or is_prose(line.text)


def _is_subheading(line: Line, lexicons: ReadingLexicons) -> bool:
    if line.words > _MOST_SUBHEADING_WORDS or line.text.rstrip("\"'»”)] ").endswith(tuple(".!…،,؛;:-–")):
        return False
    if _says_something(line, lexicons):
        return False
    words = plain_words(line.matched).split()
    if not words or words[-1] in lexicons.open_words or lexicons.resuming_words.word_at(line.matched):
        return False
    return not _BULLET.match(line.text) and not (
        words[0].startswith("و") and len(words) > 1 and len(words[0]) > 3
    )


def _says_something(line: Line, lexicons: ReadingLexicons) -> bool:
    """Tell whether a short line is a sentence, a quotation, a figure, or a question of one word."""
    quoted = line.matched.startswith('"') and line.matched.rstrip(" .،!؟?").endswith('"')
    clauses = line.matched.split("،")[1:]
    asks = line.words == 1 and line.text.endswith(_QUESTION)
    return (
        asks
        or (quoted and line.matched.count('"') == 2 and "(" not in line.matched)
        or opens_sentence(line.matched, lexicons)
        or any(clause.lstrip().split(" ", 1)[0] in lexicons.sentence_verbs for clause in clauses)
        or _GIVES_FIGURE.search(line.matched) is not None
    )
