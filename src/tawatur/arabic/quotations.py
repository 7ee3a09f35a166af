"""Quotations and brackets: the stretches inside which a full stop ends no sentence of the article."""

import re
from functools import lru_cache

from tawatur.arabic.folding import UNSEEN
from tawatur.records.span import Span

_PAIRED = re.compile(r"[\"“”„‟]+|[«»‹›()\[\]{}\n]")
_UNSEEN = re.compile(f"[{UNSEEN}]")
_BRACKETS = {")": "(", "]": "[", "}": "{"}
_BLANK = " \t\u00a0\n"
_BEFORE_OPENING = f"{_BLANK}([{{«“:\u0640"
_AFTER_CLOSING = f"{_BLANK}.,،؛:!?؟…)]}}»”\"'-–—"
_STOPS = ".,،؛:!?؟…"
# Particles are written onto what they stand before: و"النهار", لـ«النهار».
_PARTICLES = "وفبلك"


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


# Both kinds of stretches are asked for of the same body.
@lru_cache(maxsize=4)
def _pairs(text: str) -> tuple[Span, ...]:
    pairs: list[Span] = []
    brackets: dict[str, list[int]] = {"(": [], "[": [], "{": []}
    quotes: list[int] = []
    for match in _PAIRED.finditer(text):
        mark, place = match[0], Span(*match.span())
        if mark == "\n":
            for opened in (quotes, *brackets.values()):
                opened.clear()
        elif mark in brackets:
            brackets[mark].append(place.start)
        elif mark in _BRACKETS:
            _close(brackets[_BRACKETS[mark]], place, pairs)
        elif _opens(text, place, quoting=bool(quotes)):
            # Marks set twice (`""...""`) open one quotation.
            quotes.append(place.start)
        else:
            for _ in mark:
                _close(quotes, place, pairs)
    return tuple(pairs)


def _close(opened: list[int], place: Span, pairs: list[Span]) -> None:
    if opened:
        pairs.append(Span(opened.pop(), place.end))


def _opens(text: str, place: Span, *, quoting: bool) -> bool:
    """Tell which way a mark faces: by the blanks beside it, else by its shape, else by turns."""
    before = _seen(text[max(0, place.start - 4) : place.start])
    after = _seen(text[place.end : place.end + 3])[:1]
    free_before = before[-1:] in _BEFORE_OPENING or (before[-1:] in _PARTICLES and before[-2:-1] in _BLANK)
    free_after = after in _AFTER_CLOSING
    if free_before != free_after:
        return free_before
    if free_after and after and after in _STOPS:
        return False
    mark = text[place.start]
    return mark in "«‹" if mark in "«»‹›" else not quoting


def _seen(near: str) -> str:
    """Leave out the marks that cannot be seen; a text that can be printed has none."""
    return near if near.isprintable() else _UNSEEN.sub("", near)


def _outermost(pairs: list[Span]) -> tuple[Span, ...]:
    kept: list[Span] = []
    for pair in sorted(pairs):
        if not kept or pair.start >= kept[-1].end:
            kept.append(pair)
        elif pair.end > kept[-1].end:
            # A bracket that opens inside a quotation and closes behind it: take both together.
            kept[-1] = Span(kept[-1].start, pair.end)
    return tuple(kept)
