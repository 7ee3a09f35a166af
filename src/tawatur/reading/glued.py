"""Pages whose head lost its line breaks: tag, outlet, date, section, title and text in one run of letters."""

import re
from itertools import pairwise

from tawatur.calendars.dates import find_dates
from tawatur.reading.credits import Credited
from tawatur.reading.flattened import unflatten
from tawatur.reading.line import Line
from tawatur.records.article import FurnitureKind

_REACH = 160
_SHORTEST_NAME = 4
# These letters end words: where one of them meets a letter, two words were glued.
_WORD_END = re.compile("(?<=[ةى\u064b])(?=[ء-غف-ي])")
_MOST_TITLE = 160


def unglue(line: Line, credited: Credited) -> list[Line]:
    """Divide a line whose head is glued together, or that is a whole page; others are returned as they are.

    The sign of the first is a date with letters glued to both its ends, and the name before it coming
    again behind it: the title begins there, and ends at the next place where two words
    are glued.
    """
    head = line.text[:_REACH]
    for written in find_dates(head, calendar=credited.lexicons.calendar):
        start, end = written.span
        if not (start and end < len(head) and head[start - 1].isalpha() and head[end].isalpha()):
            continue
        name = _repeated(head[:start], head[end:])
        if not name:
            continue
        title = end + head[end:].index(name) + len(name)
        parts = [
            line.part(0, start).marked(FurnitureKind.TAGS),
            line.part(start, end).marked(FurnitureKind.DATE_LINE),
            line.part(end, title - len(name)).marked(FurnitureKind.NAVIGATION),
            line.part(title - len(name), title).marked(FurnitureKind.CREDIT),
        ]
        seam = _WORD_END.search(line.text, title, title + _MOST_TITLE)
        edges = [title, seam.start(), len(line.text)] if seam else [title, len(line.text)]
        parts += [line.part(begin, stop) for begin, stop in pairwise(edges)]
        return [part for part in parts if part.text]
    return [part for part in unflatten(line, credited) if part.text]


def _repeated(before: str, behind: str) -> str:
    """Return the longest end of `before` that comes again in `behind`, empty where none is long enough."""
    for length in range(min(len(before), 40), _SHORTEST_NAME - 1, -1):
        name = before[-length:]
        if name in behind and name == name.strip():
            return name
    return ""
