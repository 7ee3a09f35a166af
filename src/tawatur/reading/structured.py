"""The article of an HTML page: what its structure takes for main text, less what the words speak against."""

import re
from itertools import pairwise, takewhile

from tawatur.reading.block import BlockRole, PageContent
from tawatur.reading.context import mark_announced
from tawatur.reading.credits import Credited
from tawatur.reading.dating import is_date_line
from tawatur.reading.furniture import cut_by_words
from tawatur.reading.header import mark_repeats
from tawatur.reading.labels import opening_label, row_of_labels
from tawatur.reading.likeness import share, stems
from tawatur.reading.line import Line, copies_of, is_prose
from tawatur.reading.phrases import matched
from tawatur.reading.sections import Section
from tawatur.reading.splitting import beginnings
from tawatur.reading.titles import stated_title
from tawatur.records.article import FurnitureKind

# A row of labels or a date is short; longer blocks outside the main text are not asked.
_LONGEST_LABEL = 80
# Fewer characters (not every script parts words) without a sentence among them are headlines of a front.
_FEWEST_CHARACTERS = 240
_FEWEST_TEASERS = 3
# So many blocks above the text a heading may be its title, and so much of it must come again.
_NEAR = 8
_FEWEST_BLANKS = 3
_OPENING_BLOCKS = 4
_LIKE_ITS_TEXT = 0.5
_YEAR = re.compile(r"\d{4}|\d:\d\d")
_ALSO_SAID_IN_LISTS = frozenset(
    {
        FurnitureKind.NEWSLETTER,
        FurnitureKind.CREDIT,
        FurnitureKind.BYLINE,
        FurnitureKind.MEDIA,
        FurnitureKind.WRAPPER,
    }
)
_LISTED = frozenset({BlockRole.ITEM, BlockRole.QUOTE, BlockRole.ROW, BlockRole.PREFORMATTED})


def sections_of_html(
    content: PageContent, title: str | None, url: str | None, credited: Credited
) -> tuple[Section, ...]:
    """Divide an HTML page into its articles, the main one first; none where its main text is empty."""
    headings = tuple(
        block.text for block in content.blocks if block.role is BlockRole.HEADING and block.level == 1
    )
    headings = headings or _said_behind_site(content)
    title = title or stated_title(content.evidence, headings, url, credited)
    title = title or next(iter(headings), None) or _lower_heading(content)
    lines: list[Line] = []
    for block, copy in zip(content.blocks, copies_of(content.blocks), strict=True):
        if block.main:
            lines += _inside(Line(block.text, copy, block.role), credited)
        else:
            lines.append(Line(block.text, copy, block.role, _kind_outside(copy, credited)))
    if title is not None:
        mark_repeats(lines, title)
    if not content.evidence.times:
        _mark_dates(lines, credited)
    mark_announced(lines, 0, credited.lexicons)
    first, *further = _divided(lines, credited)
    section = Section(lines=tuple(first), title=title)
    return (section, *map(_further, further)) if _is_article(section) else ()


def _divided(lines: list[Line], credited: Credited) -> list[list[Line]]:
    """Divide the lines where the main text goes over to another article.

    Headings divide long articles and round-ups too: one that begins another has a label above it.
    """
    start = next(
        (at for at, line in enumerate(lines) if line.kind is None and is_prose(line.text)), len(lines)
    )
    led_to = {at for at in range(start, len(lines)) if _is_led_to(lines, at)}
    begun = [at for at in beginnings(lines, start, credited) if at in led_to] if led_to else []
    return [lines[begin:end] for begin, end in pairwise((0, *begun, len(lines)))]


def _is_led_to(lines: list[Line], heading: int) -> bool:
    """Tell whether a line is a heading with a read-also label right above it."""
    if lines[heading].role is not BlockRole.HEADING:
        return False
    above = takewhile(lambda line: line.kind is not None, reversed(lines[:heading]))
    return any(line.kind is FurnitureKind.READ_ALSO for line in above)


def _further(lines: list[Line]) -> Section:
    """Return a further article, which begins with its headline."""
    title = lines[0].text
    lines[0] = lines[0].marked(FurnitureKind.TITLE)
    mark_repeats(lines, title)
    return Section(lines=tuple(lines), title=title)


def _said_behind_site(content: PageContent) -> tuple[str, ...]:
    """Return the blocks that a stated title ends with: what stands before them there is the site's name."""
    titles = content.evidence.titles
    return tuple(
        block.text
        for block in content.blocks
        if block.text.count(" ") >= _FEWEST_BLANKS and any(title.endswith(block.text) for title in titles)
    )


def _lower_heading(content: PageContent) -> str | None:
    """Return the heading right above or first in the main text whose words come again in it, of any level."""
    first = next((at for at, block in enumerate(content.blocks) if block.main and is_prose(block.text)), 0)
    text = stems(matched("\n".join(block.text for block in content.blocks[first : first + _OPENING_BLOCKS])))
    for block in reversed(content.blocks[max(0, first - _NEAR) : first]):
        if block.role is BlockRole.HEADING and share(stems(matched(block.text)), text) >= _LIKE_ITS_TEXT:
            return block.text
    return None


def _is_article(section: Section) -> bool:
    """Tell whether a section has running text, or at least more than a few headlines."""
    paragraphs = section.paragraphs
    if any(is_prose(line.text) for line in paragraphs):
        return True
    if all(line.role is BlockRole.HEADING for line in paragraphs):
        return False
    teasers = sum(line.kind is FurnitureKind.TICKER for line in section.lines)
    return teasers < _FEWEST_TEASERS and sum(len(line.text) for line in paragraphs) >= _FEWEST_CHARACTERS


def _inside(line: Line, credited: Credited) -> list[Line]:
    """Cut a block of the main text; points of lists and quoted posts may name outlets and offers."""
    parts = cut_by_words(line, credited)
    if line.role in _LISTED and any(part.kind in _ALSO_SAID_IN_LISTS for part in parts):
        return [line]
    return parts


def _kind_outside(matched: str, credited: Credited) -> FurnitureKind:
    """Return what a line outside the main text is, by its label where it has one."""
    lexicons = credited.lexicons
    if len(matched) > _LONGEST_LABEL or (
        # Most of a page's lines are links that begin like no label.
        matched[:1].isalpha()
        and not lexicons.line_labels.may_open(matched)
        and not lexicons.opening_labels.may_open(matched)
    ):
        return FurnitureKind.NAVIGATION
    found = row_of_labels(matched, lexicons)
    if found is None and (opening := opening_label(matched, lexicons)):
        found = opening.label
    return FurnitureKind.NAVIGATION if found is None else found.kind


def _mark_dates(lines: list[Line], credited: Credited) -> None:
    """Mark the date lines outside the main text, where the page's markup states no time."""
    for at, line in enumerate(lines):
        may = line.kind is FurnitureKind.NAVIGATION and len(line.text) <= _LONGEST_LABEL
        if may and _YEAR.search(line.matched) and is_date_line(line.text, credited.lexicons):
            lines[at] = line.marked(FurnitureKind.DATE_LINE)
