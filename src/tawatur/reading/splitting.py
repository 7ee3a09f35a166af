"""Where another article begins on a plain page."""

import re

from tawatur.lexicons.furniture_labels import Takes
from tawatur.reading.context import CLOSING
from tawatur.reading.credits import Credited, dateline_of
from tawatur.reading.likeness import coverage
from tawatur.reading.line import Line, is_headline, is_prose
from tawatur.reading.openings import resumes
from tawatur.records.article import FurnitureKind

_PREFIX = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,3} ?[|/] ?\w")
_BETWEEN = frozenset(
    {FurnitureKind.DATE_LINE, FurnitureKind.BYLINE, FurnitureKind.MEDIA, FurnitureKind.COUNTER}
)
_LIKE_ITS_HEADLINE = 0.4
# Two strong signs and a weak one: an article ended, a label, the text is about its headline.
# Where a second paragraph follows, two strong ones do.
_ENOUGH = 5
_ENOUGH_FOR_MORE = 4


def beginnings(lines: list[Line], start: int, credited: Credited) -> list[int]:
    """Return the lines from `start` on that are headlines of further articles.

    Evidence is weighed: an article ended above (its credit, its copyright), a label leads
    over, the headline's words come again in the text below, the text has a dateline, prefix
    or date of its own. A paragraph that resumes ("he added") begins nothing.
    """
    found: list[int] = []
    closed = labelled = False
    body = False
    texts = [at for at in range(start, len(lines)) if lines[at].kind is None and is_prose(lines[at].text)]
    for at in range(start, len(lines)):
        line = lines[at]
        if line.kind in CLOSING and body:
            closed = True
        if line.takes in (Takes.HEADLINE, Takes.HEADLINES):
            labelled = True
        if line.kind is None and is_prose(line.text):
            enough = _ENOUGH_FOR_MORE if at < texts[-1] else _ENOUGH
            headline = _headline_above(lines, at, start)
            if body and headline is not None:
                weight = 2 * closed + labelled + _own_signs(lines[headline : at + 1], credited)
                if weight >= enough and not resumes(line.matched, credited.lexicons):
                    found.append(headline)
            closed = labelled = False
            body = True
    return found


def _headline_above(lines: list[Line], text: int, start: int) -> int | None:
    """Return the headline right above a paragraph, dates and bylines between them aside."""
    at = text - 1
    while at > start and lines[at].kind in _BETWEEN:
        at -= 1
    line = lines[at]
    announced = line.kind is FurnitureKind.READ_ALSO and line.takes is None
    if at <= start or not (line.kind is None or announced) or not is_headline(line.text):
        return None
    return at if line.words > 2 else None


def _own_signs(lines: list[Line], credited: Credited) -> int:
    """Weigh what a headline, the lines below it and a paragraph say of being an article by themselves."""
    headline, paragraph = lines[0], lines[-1]
    dated = any(line.kind in (FurnitureKind.DATE_LINE, FurnitureKind.BYLINE) for line in lines)
    own = dated or _PREFIX.match(paragraph.text) or dateline_of(paragraph.text, credited) is not None
    like = coverage(headline.matched, paragraph.matched) >= _LIKE_ITS_HEADLINE
    return 2 * bool(own) + 2 * like
