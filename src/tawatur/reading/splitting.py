"""Where another article begins on a page."""

import re

from tawatur.lexicons.furniture_labels import Takes
from tawatur.reading.context import CLOSING
from tawatur.reading.credits import Credited, dateline_of
from tawatur.reading.likeness import coverage, share, stems
from tawatur.reading.line import Line, is_headline, is_prose
from tawatur.reading.openings import resumes
from tawatur.records.article import FurnitureKind

_PREFIX = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,3} ?[|/] ?\w")
_BETWEEN = frozenset(
    {FurnitureKind.DATE_LINE, FurnitureKind.BYLINE, FurnitureKind.MEDIA, FurnitureKind.COUNTER}
)
_LIKE_ITS_HEADLINE = 0.4
# Behind a bare label the likeness must be surer, and little of the headline in the article above.
_ABOUT_IT = 0.6
_ABOUT_ANOTHER = 0.34
_FEWEST_STEMS = 3
_MOST_LABEL_BLANKS = 3
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
                announced = labelled or lines[headline].kind is FurnitureKind.READ_ALSO
                if announced and _is_another(lines, start, headline, at):
                    weight = enough
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


def _is_another(lines: list[Line], start: int, headline: int, text: int) -> bool:
    """Tell whether the text below an announced headline is about it, and the headline is not about the first.

    What stands above decides: a sidebar's headline shares words with the article it was chosen for.
    """
    wanted = stems(_plain_headline(lines[headline]))
    if len(wanted) < _FEWEST_STEMS or share(wanted, stems(lines[text].matched)) < _ABOUT_IT:
        return False
    first = stems("\n".join(line.matched for line in lines[: start + 1]))
    return share(wanted, first) <= _ABOUT_ANOTHER


def _plain_headline(line: Line) -> str:
    """Return a matched headline without the label that stands before it on its line."""
    head, mark, rest = line.matched.partition(":")
    return rest if mark and line.kind is not None and head.count(" ") < _MOST_LABEL_BLANKS else line.matched


def _own_signs(lines: list[Line], credited: Credited) -> int:
    """Weigh what a headline, the lines below it and a paragraph say of being an article by themselves."""
    headline, paragraph = lines[0], lines[-1]
    dated = any(line.kind in (FurnitureKind.DATE_LINE, FurnitureKind.BYLINE) for line in lines)
    own = dated or _PREFIX.match(paragraph.text) or dateline_of(paragraph.text, credited) is not None
    like = coverage(headline.matched, paragraph.matched) >= _LIKE_ITS_HEADLINE
    return 2 * bool(own) + 2 * like
