"""What stands above a text and says it in advance: points, a lead set apart."""

import re

from tawatur.reading.likeness import share, stems
from tawatur.reading.line import Line, is_prose
from tawatur.records.article import FurnitureKind

# Three stems of four: a summary leaves words out and adds few.
_REPEATED = 0.75
_FEWEST_POINT_WORDS = 4
_FEWEST_LEAD_WORDS = 6
# A lead comes again at once, or not at all.
_LOOKED_THROUGH = 6
_BULLET = re.compile(r"[•●▪■◾◼‣·*-]|\d{1,2} ?[.)-]")


def mark_summaries(lines: list[Line]) -> None:
    """Mark what stands above the first paragraph and is said again below.

    Points may gather words from the whole text; a sentence must come again in one
    paragraph, and one that is running text only where dates or names set it apart.
    """
    start = _first_paragraph(lines)
    below = [line.matched for line in lines[start:] if line.kind is None and not _BULLET.match(line.text)]
    whole = stems("\n".join(below))
    paragraphs = _stems_of(below)
    for at, line in enumerate(lines[:start]):
        if line.kind is not None:
            continue
        announced = at > 0 and lines[at - 1].kind is FurnitureKind.SUMMARY
        if announced or _BULLET.match(line.text):
            said = line.words >= _FEWEST_POINT_WORDS and share(stems(line.matched), whole) >= _REPEATED
        else:
            said = line.words >= _FEWEST_LEAD_WORDS and _said_again(line, paragraphs)
        if said:
            lines[at] = line.marked(FurnitureKind.SUMMARY)


def mark_lead(lines: list[Line]) -> None:
    """Mark a first paragraph that dates and names set apart from a text which says it again."""
    start = next(
        (at for at, line in enumerate(lines) if line.kind is None and is_prose(line.text)), len(lines)
    )
    if start + 1 >= len(lines) or lines[start + 1].kind is None:
        return
    below = [line.matched for line in lines[start + 1 :] if line.kind is None and is_prose(line.text)]
    if _said_again(lines[start], _stems_of(below)):
        lines[start] = lines[start].marked(FurnitureKind.SUMMARY)


def _stems_of(paragraphs: list[str]) -> list[frozenset[str]]:
    return [stems(paragraph) for paragraph in paragraphs[:_LOOKED_THROUGH]]


def _said_again(line: Line, paragraphs: list[frozenset[str]]) -> bool:
    said = stems(line.matched)
    return any(share(said, paragraph) >= _REPEATED for paragraph in paragraphs)


def _first_paragraph(lines: list[Line]) -> int:
    """Return the index of the first running text that is no point of a list."""
    prose = (at for at, line in enumerate(lines) if line.kind is None and is_prose(line.text))
    return next((at for at in prose if not _BULLET.match(lines[at].text)), 0)
