"""What one line is by itself: furniture, text, or both glued together."""

import re
from collections.abc import Callable

from tawatur.lexicons.furniture_labels import Takes
from tawatur.reading.bylines import byline_name
from tawatur.reading.credits import Credited, credit_line, credit_tail, split_names
from tawatur.reading.dated_rows import is_dated_row
from tawatur.reading.dating import is_date_line, labelled_date
from tawatur.reading.labels import (
    Opening,
    closing_label,
    leading_row,
    opening_label,
    repeats_ticker_label,
    row_of_labels,
)
from tawatur.reading.line import Line, is_complete, is_prose
from tawatur.reading.openings import opens_sentence
from tawatur.reading.phrases import ends_word, matched, published_end
from tawatur.reading.shapes import is_link_mark, residue, shape
from tawatur.records.article import FurnitureKind

# Longer labels may be glued to the sentence behind them; shorter ones begin other words.
_SHORTEST_GLUED_LABEL = 9
_MOST_HEADLINE_WORDS = 25
_MOST_POST_WORDS = 30
# A label is shorter: so much of what follows a sentence is looked at.
_REACH = 60
# No page glues more to one line; a hostile one is left as it is behind that.
_MOST_CUTS = 100
_MARKS = " \t:|/\\-–—.…*•·»›>←→⇐▪■►▶،؛,;=~_"
_INITIALS = re.compile(r"(?=[^./-]{1,9}[./-])(?:[^\W\d_]{1,2}(?: ?[./-] ?| )){1,6}[^\W\d_]{1,2}\.?")
_CAPTION_END = re.compile(r"\((?P<name>[^()\n]{2,40})\)$")
_FEWEST_CAPTION_WORDS = 4
# «... ميسرة (رويترز).»: the stop of the sentence stands behind the credit.
_STOPPED_CREDIT = re.compile(
    r"\s*(?:\((?P<bracketed>[^()\n]{2,40})\)|(?<= )/(?P<slashed>[^/\n]{2,40})/) ?\.$"
)
_STOPPED = (").", "/.", ") .", "/ .")
_NAMING_WORDS = 4
# These letters and signs end a word: a و behind one of them joins the next sentence.
_GLUED_AND = re.compile("(?<=[ةىء\u064b0-9»\"')])و(?P<word>[^\\W\\d_]{3,12})(?![^\\W\\d_])")
_LONGEST_GLUED = 160
# What is glued to a stop begins a sentence only where it is a label.
_SEAM = re.compile(r"(?<=[.!؟?])[\"'»)]? ?(?=[^\W\d_]{2})")
_LONGEST_SIGN = 20
_SENTENCE_END = re.compile(r"(?<=[.!؟?])[\"'»)]? (?=[^\W\d_]{2})")


def cut(line: Line, credited: Credited) -> list[Line]:
    """Cut an undecided line into text and furniture; what nothing speaks against stays text.

    The parts keep the order of the page, and no sign but white space is lost between them.
    """
    return _cut_up(line, credited, _divide)


def cut_by_words(line: Line, credited: Credited) -> list[Line]:
    """Cut a line by what its words say, whatever its shape.

    Where a page's markup puts a figure, an address or a post into its main text, they
    belong there; in plain text they are what is left of the page's machinery.
    """
    return _cut_up(line, credited, _divide_by_words)


def _cut_up(line: Line, credited: Credited, divide: Callable[[Line, Credited], list[Line]]) -> list[Line]:
    """Divide a line, and what is left undecided of it, until nothing more divides."""
    done: list[Line] = []
    todo = [line]
    for _ in range(_MOST_CUTS):
        if not todo:
            break
        part = todo.pop()
        parts = [part] if part.kind is not None else divide(part, credited)
        if len(parts) == 1:
            done += parts
        else:
            todo += reversed(parts)
    return done + todo[::-1]


def _divide(line: Line, credited: Credited) -> list[Line]:
    spots = residue(line.text)
    if spots:
        return _cut_residue(line, spots)
    if kind := shape(line.matched):
        dated = is_date_line(line.text, credited.lexicons)
        return [line.marked(FurnitureKind.DATE_LINE if dated else kind)]
    if repeats_ticker_label(line.matched, credited.lexicons):
        return [line.marked(FurnitureKind.TICKER)]
    if is_dated_row(line.text, credited.lexicons):
        return [line.marked(FurnitureKind.DATE_LINE)]
    return _cut_hashtags(line) or _divide_by_words(line, credited)


def _divide_by_words(line: Line, credited: Credited) -> list[Line]:
    if row := row_of_labels(line.matched, credited.lexicons):
        return [line.marked(row.kind, row.takes)]
    if is_date_line(line.text, credited.lexicons):
        return [line.marked(FurnitureKind.DATE_LINE)]
    return (
        _cut_fields(line, credited)
        or _cut_opening(line, credited)
        or _cut_inside(line, credited)
        or _cut_ending(line, credited)
        or [line]
    )


def _cut_residue(line: Line, spots: list[tuple[int, int]]) -> list[Line]:
    """Take marks of Markdown, HTML and embeds out of a line; a short text with a post's address is one."""
    left = "".join(_between(line.text, spots))
    rest = " ".join(left.split())
    post = any("t.co/" in line.text[start:end] or "pic." in line.text[start:end] for start, end in spots)
    if not any(sign.isalnum() for sign in rest) or (
        post and rest.count(" ") < _MOST_POST_WORDS and not is_complete(rest)
    ):
        return [line.marked(FurnitureKind.MEDIA)]
    marks = [line.part(start, end).marked(FurnitureKind.TEMPLATE) for start, end in spots]
    return [Line(rest, matched(rest), line.role), *marks]


def _between(text: str, spots: list[tuple[int, int]]) -> list[str]:
    """Return what is left around marks; a blank stands for each, but for the brackets of a link."""
    edges = [0, *(edge for spot in spots for edge in spot), len(text)]
    left = [text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]
    for at, (start, end) in enumerate(spots):
        if not is_link_mark(text[start:end]):
            left[at] += " "
    return left


def _cut_fields(line: Line, credited: Credited) -> list[Line]:
    """Cut a line that begins with a labelled date, a byline or a credit, field by field."""
    dated = labelled_date(line.text, credited.lexicons)
    if dated is not None:
        end = dated[1]
        rest = line.part(end, len(line.text))
        if rest.text.strip(_MARKS + "()"):
            return [line.part(0, end).marked(FurnitureKind.DATE_LINE), rest]
        return [line.marked(FurnitureKind.DATE_LINE)]
    if byline_name(line.text, credited.lexicons):
        place = _credit_field(line, credited)
        if place:
            return [
                line.part(0, place).marked(FurnitureKind.BYLINE),
                line.part(place, len(line.text)),
            ]
        return [line.marked(FurnitureKind.BYLINE)]
    if credit_line(line.text, credited):
        return [line.marked(FurnitureKind.CREDIT)]
    return []


def _credit_field(line: Line, credited: Credited) -> int | None:
    """Return where a labelled credit begins inside a line of fields."""
    for blank in re.finditer(" ", line.matched):
        label = credited.lexicons.credit_labels.word_at(line.matched, blank.end())
        if label is not None and line.matched[label.end :].lstrip()[:1] == ":":
            return published_end(line.text, blank.end())
    return None


def _cut_opening(line: Line, credited: Credited) -> list[Line]:
    if row := leading_row(line.matched, credited.lexicons):
        end = published_end(line.text, row)
        return [line.part(0, end).marked(FurnitureKind.SHARE), line.part(end, len(line.text))]
    opening = opening_label(line.matched, credited.lexicons)
    if opening is None:
        return []
    if opening.label.takes is Takes.HEADLINE:
        return _cut_read_also(line, opening, credited)
    if opening.label.takes is Takes.HEADLINES:
        return [line.marked(opening.label.kind, Takes.HEADLINES)]
    return [line.marked(opening.label.kind)]


def _cut_read_also(line: Line, opening: Opening, credited: Credited) -> list[Line]:
    """Cut a label that leads to another article: with its headline, or from the sentence it is glued to."""
    kind = opening.label.kind
    end = published_end(line.text, opening.end)
    behind = line.text[end:]
    rest = behind.lstrip(_MARKS)
    marks = behind[: len(behind) - len(rest)]
    if not rest:
        return [line.marked(kind, Takes.HEADLINE)]
    glued = not ends_word(line.matched, opening.end)
    if glued and opening.end - opening.start < _SHORTEST_GLUED_LABEL:
        return []
    separated = bool(marks.strip())
    if not is_prose(rest) or (separated and rest.count(" ") < _MOST_HEADLINE_WORDS and _sentences(rest) == 1):
        return [line.marked(kind)]
    start = len(line.text) - len(rest)
    first = _SENTENCE_END.search(rest)
    if glued and (seam := _resumption(rest, credited)):
        # The headline is glued as well: «...عنوانوقال الوزير».
        start += seam
    elif separated and first and rest.count(" ", 0, first.start()) < _MOST_HEADLINE_WORDS:
        start += first.end()
    return [line.part(0, start).marked(kind), line.part(start, len(line.text))]


def _resumption(text: str, credited: Credited) -> int:
    """Return where a verb behind a و is glued to the end of another word, 0 where none is."""
    for seam in _GLUED_AND.finditer(text[:_LONGEST_GLUED]):
        if matched(seam["word"]) in credited.lexicons.sentence_verbs:
            return seam.start()
    return 0


def _sentences(text: str) -> int:
    return len(_SENTENCE_END.findall(text)) + 1


def _cut_inside(line: Line, credited: Credited) -> list[Line]:
    """Cut furniture that begins behind a sentence inside the line and runs to the line's end."""
    for stop in _SEAM.finditer(line.matched):
        behind = line.matched[stop.end() : stop.end() + _REACH]
        if len(behind) < _LONGEST_SIGN and _is_sign(behind, credited):
            place = published_end(line.text, stop.end())
            return [
                line.part(0, place),
                line.part(place, len(line.text)).marked(FurnitureKind.TEMPLATE),
            ]
        opening = opening_label(behind, credited.lexicons)
        if opening is None or opening.start or opening.label.takes is Takes.HEADLINES:
            continue
        place = published_end(line.text, stop.end())
        marked = _cut_opening(line.part(place, len(line.text)), credited)
        if marked and marked[0].kind is not None:
            return [line.part(0, place), *marked]
    return []


def _is_sign(behind: str, credited: Credited) -> bool:
    """Tell whether a few letters behind a sentence are a sign that more follows, or nothing does."""
    row = row_of_labels(behind, credited.lexicons)
    return row is not None and row.kind is FurnitureKind.TEMPLATE


def _cut_ending(line: Line, credited: Credited) -> list[Line]:
    if signed := _INITIALS.match(line.text):
        if signed.end() == len(line.text):
            return [line.marked(FurnitureKind.BYLINE)]
        if line.text.startswith(" (", signed.end()):
            signature = line.part(0, signed.end()).marked(FurnitureKind.BYLINE)
            return [signature, line.part(signed.end(), len(line.text))]
    place = credit_tail(line.text, credited)
    if place:
        tail = line.part(place, len(line.text)).marked(FurnitureKind.CREDIT)
        return [line.part(0, place), tail]
    if _is_credited_caption(line, credited):
        return [line.marked(FurnitureKind.MEDIA)]
    if label := closing_label(line.matched, credited.lexicons):
        return [line.marked(label.kind, label.takes)]
    return _cut_stopped_credit(line, credited)


def _cut_hashtags(line: Line) -> list[Line]:
    """Cut the hashtags behind the last sentence of a line."""
    end = len(line.text)
    while (blank := line.text.rfind(" ", 0, end)) >= 0 and line.text.startswith("#", blank + 1):
        end = blank
    if end == len(line.text) or not is_complete(line.text[:end]):
        return []
    return [line.part(0, end), line.part(end, len(line.text)).marked(FurnitureKind.TAGS)]


def _cut_stopped_credit(line: Line, credited: Credited) -> list[Line]:
    """Cut a credit that stands before the stop of the last sentence; the stop goes back to its sentence.

    «نقلته وكالة (رويترز).» is no credit: the sentence itself needs the name.
    """
    if not line.text.endswith(_STOPPED):
        return []
    head = max(0, len(line.text) - _REACH)
    found = _STOPPED_CREDIT.search(line.text, head)
    if found is None:
        return []
    names = split_names((found["bracketed"] or found["slashed"]).strip(), credited)
    if not names or not all(credited.is_empty(name) or credited.is_plain_name(name) for name in names):
        return []
    before = line.text[: found.start()].rstrip()
    if _needs_name(before.split(" ")[-_NAMING_WORDS:], credited):
        return []
    tail = line.part(found.start(), len(line.text)).marked(FurnitureKind.CREDIT)
    return [Line(f"{before}.", matched(f"{before}."), line.role), tail]


def _needs_name(words: list[str], credited: Credited) -> bool:
    """Tell whether the words before a bracket lead to the name in it, or say that name themselves."""
    if matched(words[-1]) in credited.lexicons.open_words:
        return True
    nouns = credited.lexicons.credit_nouns
    if any(nouns.word_at(matched(word).lstrip("ولب")) or nouns.word_at(matched(word)) for word in words):
        return True
    return any(credited.outlet(" ".join(words[at:])) is not None for at in range(len(words)))


def _is_credited_caption(line: Line, credited: Credited) -> bool:
    """Tell whether a line without a verdict of its own ends in the name of who took the picture."""
    end = _CAPTION_END.search(line.text[-50:])
    if end is None or is_prose(line.text) or line.words < _FEWEST_CAPTION_WORDS:
        return False
    if opens_sentence(line.matched, credited.lexicons):
        return False
    return credited.is_empty(end["name"]) or credited.outlet(end["name"]) is not None
