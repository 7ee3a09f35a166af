"""Quotations and brackets: the stretches inside which a full stop ends no sentence of the article."""

import re

from tawatur.records.span import Span

_PAIRED = re.compile(r"[\"“”„‟«»‹›()\[\]{}\n]")
_OPENING_GLYPHS = "«“„‹"
_BRACKETS = {")": "(", "]": "[", "}": "{"}
# What may stand between a closing quotation mark and the blank behind it.
_AFTER_CLOSING = " \t\u00a0\n.,،؛:!?؟…)]}»”\"'-–—"
_BLANK = " \t\u00a0\n"


def quotations(text: str) -> tuple[Span, ...]:
    """Find the quotations of `text`, marks included, each closed within its paragraph; outermost only.

    Newspapers turn their marks about (`”...“`, `»...«`), so the blank beside a mark tells which
    way it faces, and its shape only where the blanks do not. A mark that never finds its partner
    opens nothing.

    >>> text = 'قال: "نعم. لا." ثم سكت'
    >>> [span.of(text) for span in quotations(text)]
    ['"نعم. لا."']
    """
    return _outermost([pair for pair in _pairs(text) if text[pair.start] not in "([{"])


def enclosed(text: str, *, longest: int) -> tuple[Span, ...]:
    """Find the quotations and brackets of at most `longest` characters, marks included; outermost only."""
    return _outermost([pair for pair in _pairs(text) if pair.end - pair.start <= longest])


def _pairs(text: str) -> list[Span]:
    pairs: list[Span] = []
    opened: dict[str, list[int]] = {"(": [], "[": [], "{": [], '"': []}
    for match in _PAIRED.finditer(text):
        mark, place = match[0], match.start()
        if mark == "\n":
            for places in opened.values():
                places.clear()
        elif mark in opened and mark != '"':
            opened[mark].append(place)
        elif mark in _BRACKETS:
            _close(opened[_BRACKETS[mark]], place, pairs)
        elif _opens(text, place, quoting=len(opened['"'])):
            opened['"'].append(place)
        else:
            _close(opened['"'], place, pairs)
    return pairs


def _close(places: list[int], place: int, pairs: list[Span]) -> None:
    if places:
        pairs.append(Span(places.pop(), place + 1))


def _opens(text: str, place: int, *, quoting: int) -> bool:
    before = text[place - 1] if place else " "
    after = text[place + 1] if place + 1 < len(text) else " "
    free_before, free_after = before in _BLANK or before in "([{«“:", after in _AFTER_CLOSING
    if free_before != free_after:
        return free_before
    if text[place] != '"':
        return text[place] in _OPENING_GLYPHS
    return not quoting


def _outermost(pairs: list[Span]) -> tuple[Span, ...]:
    kept: list[Span] = []
    for pair in sorted(pairs):
        if not kept or pair.start >= kept[-1].end:
            kept.append(pair)
        elif pair.end > kept[-1].end:
            # A bracket that opens inside a quotation and closes behind it: take both together.
            kept[-1] = Span(kept[-1].start, pair.end)
    return tuple(kept)
