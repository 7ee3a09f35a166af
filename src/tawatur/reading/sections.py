"""A page's lines as articles, before their metadata are read."""

from dataclasses import dataclass
from itertools import pairwise

from tawatur.lexicons.furniture_labels import Takes
from tawatur.reading.block import PageContent
from tawatur.reading.bylines import is_author_box
from tawatur.reading.context import (
    CLOSING,
    first_text,
    mark_announced,
    mark_captions,
    mark_subheadings,
    mark_tickers,
)
from tawatur.reading.credits import Credited, is_label_alone
from tawatur.reading.furniture import cut
from tawatur.reading.glued import unglue
from tawatur.reading.header import mark_repeats, read_header
from tawatur.reading.line import Line, is_complete, is_headline, is_prose, lines_of
from tawatur.reading.openings import opens_sentence, resumes
from tawatur.reading.splitting import beginnings
from tawatur.reading.summaries import mark_lead, mark_summaries
from tawatur.reading.titles import announced_title
from tawatur.records.article import FurnitureKind

# A flash has a headline and a sentence without its stop; more lines are a list.
_MOST_FLASH_LINES = 3
_FEWEST_FLASH_WORDS = 8
_MOST_STARRED_WORDS = 4
_FEWEST_PARAGRAPHS = 2
_FEWEST_RESUMED_WORDS = 4
_MOST_BETWEEN = 6
_FEWEST_TAGS = 2
_FEWEST_STOPPED = 3
_FEWEST_BELOW = 2
_MOST_TAG_WORDS = 2
# Below the last paragraph, what follows one of these is the page's.
_ENDING = frozenset({FurnitureKind.COPYRIGHT, FurnitureKind.COMMENTS})
_LAST = CLOSING | {
    FurnitureKind.READ_ALSO,
    FurnitureKind.TICKER,
    FurnitureKind.NEWSLETTER,
    FurnitureKind.SHARE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One article's lines in page order, text and furniture, and its title as published."""

    lines: tuple[Line, ...]
    title: str | None

    @property
    def paragraphs(self) -> tuple[Line, ...]:
        """The lines that are the article's text."""
        return tuple(line for line in self.lines if line.kind is None)


def sections_of_text(content: PageContent, title: str | None, credited: Credited) -> tuple[Section, ...]:
    """Divide a plain page into its articles; none where no line is running text."""
    lines = [part for line in lines_of(content.blocks) for part in unglue(line, credited)]
    lines = [part for line in lines for part in (cut(line, credited) if line.kind is None else [line])]
    mark_captions(lines, credited.lexicons)
    mark_tickers(lines)
    if title is not None:
        mark_repeats(lines, title)
    _mark_split_credits(lines, credited)
    mark_lead(lines)
    start = first_text(lines)
    if start == len(lines):
        return _unstopped(lines, title, credited)
    found = read_header(lines, start, credited)
    _mark_author_boxes(lines, start, credited)
    mark_announced(lines, start, credited.lexicons)
    edges = [0, *beginnings(lines, start, credited), len(lines)]
    first, *further = [lines[begin:end] for begin, end in pairwise(edges)]
    sections = [_section(first, title or found, credited), *(_further(part, credited) for part in further)]
    return tuple(section for section in sections if section.paragraphs)


def _further(lines: list[Line], credited: Credited) -> Section:
    """Return a further article, which begins with its headline."""
    title = None
    if lines[0].kind in (None, FurnitureKind.READ_ALSO) and not is_prose(lines[0].text):
        title = announced_title(lines[0], credited)
        lines[0] = lines[0].marked(FurnitureKind.TITLE)
        mark_repeats(lines, title)
    return _section(lines, title, credited)


def _section(lines: list[Line], title: str | None, credited: Credited) -> Section:
    _mark_tail(lines, credited)
    mark_summaries(lines)
    _mark_starred(lines, credited)
    _mark_remains(lines, credited)
    mark_subheadings(lines, credited.lexicons)
    return Section(lines=tuple(lines), title=title)


def _unstopped(lines: list[Line], title: str | None, credited: Credited) -> tuple[Section, ...]:
    """Return the article of a page whose sentences have no stops, or which is a flash; none for a list."""
    left = [at for at, line in enumerate(lines) if line.kind is None]
    if any(line.kind is FurnitureKind.TICKER for line in lines):
        return ()
    resumed = [
        at
        for at in left
        if resumes(lines[at].matched, credited.lexicons) and lines[at].words >= _FEWEST_RESUMED_WORDS
    ]
    long = sum(lines[at].words for at in left) >= _FEWEST_FLASH_WORDS
    flash = len(left) <= _MOST_FLASH_LINES and (
        long or any(_says_news(lines[at], credited) for at in left[-1:])
    )
    if len(resumed) < _FEWEST_PARAGRAPHS and not (left and flash):
        return ()
    # The line above the first that resumes is the lead, and what stands above that is the title.
    start = max(left[0], resumed[0] - 1) if len(resumed) >= _FEWEST_PARAGRAPHS else left[len(left) > 1]
    found = read_header(lines, start, credited)
    section = Section(lines=tuple(lines), title=title or found)
    return (section,) if section.paragraphs else ()


def _says_news(line: Line, credited: Credited) -> bool:
    """Tell whether a short line begins with a verb and is a sentence, though it has no stop."""
    first = line.matched.split(" ", 1)[0]
    return first in credited.lexicons.sentence_verbs and line.words >= _FEWEST_RESUMED_WORDS


def _mark_tail(lines: list[Line], credited: Credited) -> None:
    """Mark what stands below a copyright line or the comments, where the article is above them.

    The same signs beside a picture or under the title have more text below than above, and
    those between two paragraphs have a sentence right below that goes on from the first.
    """
    whole = sum(line.words for line in lines if line.kind is None)
    above = said = 0
    for at, line in enumerate(lines):
        if line.kind is None:
            above += line.words
            said += is_prose(line.text)
        if line.kind not in _ENDING or _goes_on_below(lines, at, credited):
            continue
        if whole - above < above or (line.takes is Takes.REST and said >= _FEWEST_PARAGRAPHS):
            for place in range(at, len(lines)):
                if lines[place].kind is None:
                    lines[place] = lines[place].marked(line.kind)
            return


def _goes_on_below(lines: list[Line], at: int, credited: Credited) -> bool:
    """Tell whether the next line that is no furniture is a paragraph that goes on from an earlier one."""
    line = next((line for line in lines[at + 1 : at + 1 + _MOST_BETWEEN] if line.kind is None), None)
    if line is None or not is_prose(line.text):
        return False
    return opens_sentence(line.matched, credited.lexicons) and resumes(line.matched, credited.lexicons)


def _mark_split_credits(lines: list[Line], credited: Credited) -> None:
    """Mark a source's label that stands alone, and the name on the line below it."""
    for at in range(len(lines) - 1):
        line, below = lines[at], lines[at + 1]
        if line.kind is None and line.words <= 2 and is_label_alone(line.text, credited):
            lines[at] = line.marked(FurnitureKind.CREDIT)
            if below.kind is None and below.words <= _MOST_STARRED_WORDS and not is_complete(below.text):
                lines[at + 1] = below.marked(FurnitureKind.CREDIT)


def _mark_starred(lines: list[Line], credited: Credited) -> None:
    """Mark a few words behind an asterisk below the text: an outlet that lent it, or the author's trade."""
    last = max(
        (at for at, line in enumerate(lines) if line.kind is None and is_prose(line.text)), default=len(lines)
    )
    for at in range(last + 1, len(lines)):
        line = lines[at]
        if line.kind is None and line.text.startswith("*") and line.words <= _MOST_STARRED_WORDS:
            credit = at + 1 < len(lines) and lines[at + 1].kind is FurnitureKind.CREDIT
            if credit or credited.outlet(line.text.strip("* ")) is not None:
                lines[at] = line.marked(FurnitureKind.CREDIT)
            elif credited.lexicons.author_roles.word_at(line.matched.lstrip("* ")) is not None:
                lines[at] = line.marked(FurnitureKind.AUTHOR_BOX)


def _mark_author_boxes(lines: list[Line], start: int, credited: Credited) -> None:
    for at in range(start + 1, len(lines)):
        if lines[at].kind is None and is_author_box(lines[at].text, credited.lexicons):
            lines[at] = lines[at].marked(FurnitureKind.AUTHOR_BOX)


def _mark_remains(lines: list[Line], credited: Credited) -> None:
    """Mark what stands below the end of an article and is no running text."""
    last = max(
        (at for at, line in enumerate(lines) if line.kind is None and is_prose(line.text)), default=len(lines)
    )
    _mark_bare_tags(lines, last + 1)
    closed = _headlines_alone(lines, last + 1)
    for at in range(last + 1, len(lines)):
        closed = closed or lines[at].kind in _LAST
        if not closed or lines[at].kind is not None:
            continue
        if not (
            resumes(lines[at].matched, credited.lexicons)
            or opens_sentence(lines[at].matched, credited.lexicons)
        ):
            lines[at] = lines[at].marked(FurnitureKind.NAVIGATION)


def _headlines_alone(lines: list[Line], start: int) -> bool:
    """Tell whether headlines alone stand below an article whose every paragraph ends in a full stop.

    A page tells the titles of its newest articles there without a label.
    """
    above = [line for line in lines[:start] if line.kind is None and is_prose(line.text)]
    below = [line for line in lines[start:] if line.kind is None]
    return (
        len(above) >= _FEWEST_STOPPED
        and len(below) >= _FEWEST_BELOW
        and all(is_complete(line.text) for line in above)
        and all(is_headline(line.text) and not is_complete(line.text) for line in below)
    )


def _mark_bare_tags(lines: list[Line], start: int) -> None:
    """Mark lines of a word or two right below the text, several in a row and furniture below them."""
    end = start
    while end < len(lines) and lines[end].kind is None and _may_be_tag(lines[end]):
        end += 1
    if end - start >= _FEWEST_TAGS and end < len(lines) and lines[end].kind is not None:
        for at in range(start, end):
            lines[at] = lines[at].marked(FurnitureKind.TAGS)


def _may_be_tag(line: Line) -> bool:
    return line.words <= _MOST_TAG_WORDS and line.text.replace(" ", "").isalpha()
