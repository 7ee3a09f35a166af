"""Above the text of a plain page: which line is the title, and what the others are."""

import re
from collections import Counter

from tawatur.reading.credits import Credited, dateline_line
from tawatur.reading.dating import is_dated_remark
from tawatur.reading.labels import is_glued_path, is_menu
from tawatur.reading.likeness import coverage, stems
from tawatur.reading.line import Line, has_inner_stop, is_complete, is_headline, is_prose
from tawatur.reading.openings import opens_sentence, resumes
from tawatur.reading.phrases import matched, plain_words
from tawatur.reading.titles import is_credible, is_path, without_site
from tawatur.records.article import FurnitureKind

_FEWEST_TITLE_WORDS = 3
_MOST_TITLE_WORDS = 28
_MOST_SECTION_WORDS = 3
# So many headlines above a text that is like none of them are a list of other articles.
_FEWEST_LISTED = 4
# A line of so many words between title and text leads into the text.
_STANDFIRST_WORDS = 6
# A title shares that much with the first lines of its text, other headlines seldom do.
_LIKE_ITS_TEXT = 0.3
_LIKE_ITS_TEXT_IN_A_LIST = 0.4
_MOST_AUTHOR_WORDS = 5
_FEWEST_FLOWING = 3
_FLOWING = 0.3
_VOWELLED = 3
# Quotes, bullets, figures and vowel signs by which a repeated title may differ.
_MOST_MARKS = 16
_OPENING_LINES = 4
_REPEATING = (None, FurnitureKind.BYLINE, FurnitureKind.TICKER, FurnitureKind.NAVIGATION)
_POINT = re.compile(r"[•●▪■◾◼‣·*-] ")
_META = frozenset(
    {FurnitureKind.DATE_LINE, FurnitureKind.BYLINE, FurnitureKind.CREDIT, FurnitureKind.COUNTER}
)


def read_header(lines: list[Line], start: int, credited: Credited) -> str | None:
    """Decide in place the lines above the text at `start`; return the title as published.

    Lines that say the title again, anywhere on the page, become furniture.
    """
    _mark_remarks(lines, start, credited)
    _mark_paths(lines, start)
    at = _title_place(lines, start, credited)
    flowing = _flows(lines[0 if at is None else at + 1 : start], credited)
    for place in range(start):
        line = lines[place]
        if place == at or line.kind is not None or (flowing and (at is None or place > at)):
            continue
        if at is not None and place > at and (line.words >= _STANDFIRST_WORDS or is_complete(line.text)):
            continue
        lines[place] = line.marked(_kind_below(line) if at is not None and place > at else _kind_above(line))
    if at is None:
        return None
    title = without_site(lines[at].text, None, None, credited)
    lines[at] = lines[at].marked(FurnitureKind.TITLE)
    mark_repeats(lines, title)
    return title


def _flows(lines: list[Line], credited: Credited) -> bool:
    """Tell whether lines above the first paragraph run on from one to the next, as verse and broken prose do.

    A list of teasers does not: labels and dates stand between its lines.
    """
    left = [line for line in lines if line.kind is None]
    if len(left) < _FEWEST_FLOWING:
        return False
    labelled = sum(line.kind is not None for line in lines)
    running = sum(_runs_on(line, credited) for line in left)
    return labelled < _FLOWING * len(lines) and running >= _FLOWING * len(left)


def _runs_on(line: Line, credited: Credited) -> bool:
    """Tell whether a line begins or breaks off in mid-sentence, or is vowelled as verse is."""
    words = plain_words(line.matched).split()
    if not words:
        return False
    first = words[0].removeprefix("و")
    joined = first != words[0] and (
        first in credited.lexicons.open_words or resumes(line.matched, credited.lexicons)
    )
    vowelled = len(line.text) - len(line.matched) >= _VOWELLED
    broken = line.text.rstrip("!؟? ").endswith(("..", "…")) or " ... " in line.text
    return (
        joined
        or vowelled
        or broken
        or words[0] in credited.lexicons.open_words
        or words[-1] in credited.lexicons.open_words
    )


def _kind_below(line: Line) -> FurnitureKind:
    """Return what a few words between title and text are: they name the author, unless they count."""
    if line.words <= _MOST_AUTHOR_WORDS and not any(sign.isdigit() for sign in line.text):
        return FurnitureKind.BYLINE
    return _kind_above(line)


def _kind_above(line: Line) -> FurnitureKind:
    """Return what a line above the title is, or above a text without one."""
    return FurnitureKind.TICKER if line.words > _MOST_SECTION_WORDS else FurnitureKind.NAVIGATION


def mark_repeats(lines: list[Line], title: str) -> None:
    """Mark the lines that say `title` again, with or without quotes, bullets and figures."""
    wanted = _key(matched(title))
    for at, line in enumerate(lines):
        if line.kind not in _REPEATING or abs(len(line.text) - len(title)) > _MOST_MARKS:
            continue
        if wanted and _key(line.matched) == wanted:
            lines[at] = line.marked(FurnitureKind.TITLE)


def _key(text: str) -> str:
    return plain_words(text).lstrip("0123456789 ")


def _mark_remarks(lines: list[Line], start: int, credited: Credited) -> None:
    """Mark datelines, dates with a few words, and publishers' names on lines of their own."""
    for at in range(start):
        line = lines[at]
        if line.kind not in (None, FurnitureKind.CREDIT):
            continue
        if at == 0 and (_is_publisher(line.text, credited) or credited.is_home(line.text)):
            # The masthead names the page's own outlet: it credits nobody.
            lines[at] = line.marked(FurnitureKind.NAVIGATION)
        elif line.kind is not None:
            continue
        elif dateline_line(line.text, credited) or _is_publisher(line.text, credited):
            lines[at] = line.marked(FurnitureKind.CREDIT)
        elif is_menu(line.matched, credited.lexicons) or is_glued_path(line.matched, credited.lexicons):
            lines[at] = line.marked(FurnitureKind.NAVIGATION)
        elif is_dated_remark(line.text, credited.lexicons):
            lines[at] = line.marked(FurnitureKind.DATE_LINE)


def _mark_paths(lines: list[Line], start: int) -> None:
    """Mark the path of links that ends in the title, where the title stands below it."""
    keys = frozenset(_key(line.matched) for line in lines[:start] if line.words >= _FEWEST_TITLE_WORDS)
    for at in range(start):
        if lines[at].kind is None and is_path(lines[at], keys):
            lines[at] = lines[at].marked(FurnitureKind.NAVIGATION)


def _is_publisher(text: str, credited: Credited) -> bool:
    """Tell whether a line is a class noun and a name: `مجلة الوادي`, `جريدة الوادي:`."""
    noun = credited.lexicons.credit_nouns.word_at(matched(text))
    return noun is not None and 2 <= len(text.split()) <= 4 and not is_complete(text)


def _title_place(lines: list[Line], start: int, credited: Credited) -> int | None:
    """Return the line that is the title: said twice, or else most like the text."""
    opening = next((at for at in range(start + 1) if at < len(lines) and lines[at].kind is None), None)
    if opening is not None and _is_said_twice(lines, opening):
        return opening
    if long := _long_title(lines, start) or _stopped_title(lines, start, credited):
        return long - 1
    text = stems(_opening_text(lines, start) or _first_lines(lines, start))
    shaped = [at for at in range(start) if lines[at].kind is None and _can_be_title(lines[at])]
    candidates = [at for at in shaped if is_credible(lines[at], text, credited) and not _is_point(lines, at)]
    seen = Counter(_key(line.matched) for line in lines)
    said_twice = [at for at in candidates if seen[_key(lines[at].matched)] > 1]
    if repeated := [at for at in said_twice if lines[at].words > _MOST_SECTION_WORDS]:
        plain = [at for at in repeated if not lines[at].text[0].isdigit()]
        return (plain or repeated)[-1]
    longer = [at for at in candidates if lines[at].words > _MOST_SECTION_WORDS] or candidates
    first = next((at for at in range(start) if lines[at].kind is None), start)
    short = lines[first].words < _FEWEST_TITLE_WORDS and bool(longer) if first < start else False
    if first < start and is_headline(lines[first].text) and first not in longer and not short:
        longer[:0] = [first] if is_credible(lines[first], text, credited) else []
    listed = len(shaped) >= _FEWEST_LISTED
    return _likest_of_list(lines, longer, start) if listed else _likest(lines, longer, start)


def _likest(lines: list[Line], places: list[int], start: int) -> int | None:
    """Return the line most like the text, the first one favoured: a page mostly begins with its title."""
    if len(places) < 2:
        return places[0] if places else None
    like = _likeness(lines, places, start)
    like[places[0]] += _LIKE_ITS_TEXT
    best = max(places, key=lambda at: like[at])
    return best if like[best] >= _LIKE_ITS_TEXT else places[-1]


def _likest_of_list(lines: list[Line], places: list[int], start: int) -> int | None:
    """Return the line of a list that is like the text, `None` where the list is of other articles."""
    like = _likeness(lines, places, start)
    best = max(places, key=lambda at: like[at])
    return best if like[best] >= _LIKE_ITS_TEXT_IN_A_LIST else None


def _likeness(lines: list[Line], places: list[int], start: int) -> dict[int, float]:
    text = _opening_text(lines, start)
    return {at: coverage(lines[at].matched, text) for at in places}


def _is_said_twice(lines: list[Line], at: int) -> bool:
    """Tell whether a page's first line is said again below: a title may end in a full stop."""
    key = _key(lines[at].matched)
    within = _FEWEST_TITLE_WORDS <= lines[at].words <= _MOST_TITLE_WORDS
    return within and any(_key(line.matched) == key for line in lines[at + 1 :])


def _can_be_title(line: Line) -> bool:
    if _POINT.match(line.text):
        return False
    return is_headline(line.text) and _FEWEST_TITLE_WORDS <= line.words <= _MOST_TITLE_WORDS


def _is_point(lines: list[Line], at: int) -> bool:
    """Tell whether a line is the first point of a summary, right below its label."""
    return at > 0 and lines[at - 1].kind is FurnitureKind.SUMMARY


def _stopped_title(lines: list[Line], start: int, credited: Credited) -> int:
    """Return one more than `start` where the line there is a title that ends in a full stop, else 0."""
    if start >= len(lines) - 1 or any(line.kind is None for line in lines[:start]):
        return 0
    line = lines[start]
    within = _FEWEST_TITLE_WORDS <= line.words <= _MOST_SECTION_WORDS * 5 and not has_inner_stop(line.text)
    if not within or opens_sentence(line.matched, credited.lexicons):
        return 0
    below = next((other for other in lines[start + 1 :] if other.kind is None), None)
    leads = below is not None and is_prose(below.text) and below.words > line.words
    text = _opening_text(lines, start + 1)
    return start + 1 if leads and coverage(line.matched, text) >= 2 * _LIKE_ITS_TEXT else 0


def _long_title(lines: list[Line], start: int) -> int:
    """Return one more than `start` where the line there is a title as long as a paragraph, else 0."""
    if start >= len(lines) - 1 or any(line.kind is None for line in lines[:start]):
        return 0
    line, below = lines[start], lines[start + 1]
    if is_complete(line.text) or has_inner_stop(line.text) or line.words > _MOST_TITLE_WORDS:
        return 0
    text = _opening_text(lines, start + 1)
    leads = below.kind in _META or coverage(line.matched, text) >= 2 * _LIKE_ITS_TEXT
    return start + 1 if leads and text else 0


def _first_lines(lines: list[Line], start: int) -> str:
    return "\n".join(line.matched for line in lines[start : start + _OPENING_LINES] if line.kind is None)


def _opening_text(lines: list[Line], start: int) -> str:
    texts = [line.matched for line in lines[start:] if line.kind is None and is_prose(line.text)]
    return "\n".join(texts[:_OPENING_LINES])
