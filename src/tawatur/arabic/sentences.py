"""Sentences of news prose, where a full stop does not always end one and a line does not either."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tawatur.arabic.folding import folded
from tawatur.arabic.quotations import enclosed
from tawatur.records.span import Span

_BLANKS = " \t\u00a0\u200b-\u200f\u202a-\u202e\ufeff"
_LINE = re.compile(r"[^\n]+")
_STOP = re.compile(r"[.!?؟…]+")
_ASKED = re.compile(r"[!?؟]")
_CLOSERS = re.compile(r"[\"'“”’»›)\]}]*")
_NEXT = re.compile(rf"[{_BLANKS}]*(\S?)")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s،؛»”\"]+")
_ARABIC = re.compile(r"[\u0621-\u064a\u0671-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")
_WORD = re.compile(r"\w")
_TOKEN = re.compile(r"[^\s\"'“”«»‹›()\[\]{}،؛:,/*_-]*\Z")
_LAST_WORD = re.compile(rf"(\w+)[{_BLANKS}]*\Z")
_LONE_WORD = re.compile(rf"[{_BLANKS}]*([^\W\d_]+)[{_BLANKS}]*\Z")
_BULLETED = re.compile(rf"[{_BLANKS}]*[-–—*•·#\d/(]")

# No abbreviation and no last word is longer; looking farther back would cost quadratic time.
_FAR_ENOUGH = 40
# A quotation longer than this is an article in itself, or two marks that do not belong together.
_LONGEST_QUOTATION = 1_500


@dataclass(frozen=True, slots=True, kw_only=True)
class Abbreviations:
    """What keeps a full stop or the end of a line from ending a sentence; all of it folded.

    `titles` stand before a name, their full stop ends nothing (`د.`, `Dr.`). `letters` are
    the names of Latin letters of which initials are spelt (`بي.بي.سي`). `unfinished` are
    words with which no sentence ends (`في`, `أن`, `التي`). `attributing` are words that tie a
    quotation to its speaker though they begin like a new sentence (`وفق`).
    """

    titles: frozenset[str]
    letters: frozenset[str]
    unfinished: frozenset[str]
    attributing: frozenset[str]


def sentences(text: str, *, abbreviations: Abbreviations) -> tuple[Span, ...]:
    """Find the sentences of `text` as published, in order, without the blanks around them.

    A sentence ends at `.`, `!`, `?` or `؟` and at the end of its line; `؛`, `:` and the
    pause `..`, `...`, `…` end none. What stands in quotation marks or brackets is not
    split, provided they are closed within the paragraph and no more than 1,500 characters
    apart; a quotation that ends in its own full stop ends the sentence only where a new one
    begins with و or ف, so that a speaker named behind it stays with it. A line is carried
    on in the next where it ends in a comma or a word that cannot be the last, or holds one
    bare word. Stretches without a letter or digit (`***`) are no sentences.

    >>> from tawatur.lexicons.abbreviations import abbreviations
    >>> text = "قال د. سامي إن 3.5 أطنان وصلت. وأضاف: «انتهى الأمر. لن نعود»."
    >>> [span.of(text) for span in sentences(text, abbreviations=abbreviations())]
    ['قال د. سامي إن 3.5 أطنان وصلت.', 'وأضاف: «انتهى الأمر. لن نعود».']
    """
    return tuple(
        sentence
        for paragraph in _paragraphs(text, abbreviations)
        for sentence in _cut(text, paragraph, abbreviations)
    )


def _cut(text: str, paragraph: Span, abbreviations: Abbreviations) -> list[Span]:
    """Cut a paragraph at its stops; marks without a word stay with the sentence before them."""
    found: list[Span] = []
    begun = behind = paragraph.start
    for stop in (*_stops(text, paragraph, abbreviations), paragraph.end):
        piece = text[behind:stop]
        end = behind + len(piece.rstrip())
        if _WORD.search(piece):
            begun += len(text[begun:stop]) - len(text[begun:stop].lstrip())
            found.append(Span(begun, end))
            begun = stop
        elif found and end > behind:
            found[-1] = Span(found[-1].start, end)
            begun = stop
        behind = stop
    return found


def _paragraphs(text: str, abbreviations: Abbreviations) -> Iterator[Span]:
    """Take together the lines that were broken in the middle of a sentence."""
    begun = ended = None
    for match in _LINE.finditer(text):
        start, end = match.span()
        if begun is not None and ended is not None:
            if ended == start - 1 and _goes_on(text, Span(begun, ended), Span(start, end), abbreviations):
                ended = end
                continue
            yield Span(begun, ended)
        begun, ended = start, end
    if begun is not None and ended is not None:
        yield Span(begun, ended)


def _goes_on(text: str, above: Span, below: Span, abbreviations: Abbreviations) -> bool:
    following = text[below.start : below.start + _FAR_ENOUGH].lstrip()
    if not following or following[0] in "،؛,:":
        return bool(following)
    line_start = text.rfind("\n", above.start, above.end) + 1 or above.start
    tail = text[max(line_start, above.end - _FAR_ENOUGH) : above.end].rstrip()
    if tail.endswith(("،", ",")):
        return True
    last = _LAST_WORD.search(tail)
    if last is None or _BULLETED.match(following):
        return False
    word = folded(last[1])
    if word in abbreviations.unfinished:
        return True
    # A bare word on a line is a phrase cut off, unless it is a heading: «التفاصيل».
    return (
        above.end - line_start < _FAR_ENOUGH
        and _LONE_WORD.match(text[line_start : above.end]) is not None
        and not word.startswith("ال")
    )


def _stops(text: str, paragraph: Span, abbreviations: Abbreviations) -> Iterator[int]:
    """Give each place in the paragraph behind which a new sentence begins."""
    start, end = paragraph
    content = text[start:end]
    closed = iter([*_unbroken(content), Span(end - start, end - start + 1)])
    shut = next(closed)
    for match in _STOP.finditer(content):
        place = match.start()
        while shut.end <= place:
            shut = next(closed)
        behind = _CLOSERS.match(content, match.end())
        assert behind is not None
        if shut.start <= place:
            if behind.end() >= shut.end and _begins_anew(content, behind.end(), abbreviations):
                yield start + behind.end()
        elif _ends(content, Span(place, match.end()), behind.end(), abbreviations):
            yield start + behind.end()


def _unbroken(content: str) -> list[Span]:
    """Give the stretches that are kept whole: quotations, brackets, addresses."""
    kept = [span for span in enclosed(content) if span.end - span.start <= _LONGEST_QUOTATION]
    kept += [
        Span(match.start(), match.start() + len(match[0].rstrip(".,!?؟)…")))
        for match in _ADDRESS.finditer(content)
    ]
    return sorted(kept)


def _begins_anew(content: str, place: int, abbreviations: Abbreviations) -> bool:
    """Tell whether what follows a quotation that ended in a full stop is another sentence."""
    following = folded(content[place : place + _FAR_ENOUGH]).split()
    if not following:
        return True
    word = following[0]
    return len(word) > 2 and word[0] in "وف" and word not in abbreviations.attributing


def _ends(content: str, stop: Span, behind: int, abbreviations: Abbreviations) -> bool:
    following = _NEXT.match(content, behind)
    assert following is not None
    after, apart = following[1], following.start(1) > behind or behind > stop.end
    if not after:
        return True
    if after in "،؛,:.)" or (after.isascii() and after.islower()):
        return False
    arabic = _ARABIC.match(after) is not None
    if not apart and not arabic and after not in "«“\"":
        return False
    if _ASKED.search(content, *stop):
        return True
    if stop.end - stop.start > 1 or content[stop.start] == "…":
        return False
    return not _abbreviates(content, stop.start, apart, abbreviations)


def _abbreviates(content: str, stop: int, apart: bool, abbreviations: Abbreviations) -> bool:  # noqa: FBT001
    """Tell whether the full stop at `stop` belongs to the word before it."""
    behind = content[max(0, stop - _FAR_ENOUGH) : stop]
    match = _TOKEN.search(behind)
    assert match is not None
    token = folded(match[0])
    if not token:
        return False
    if token.isdigit():
        # The number of an item, at the beginning of its line or behind the item before it.
        return len(token) <= 2 and behind[: match.start()].rstrip()[-1:] in ("", ".")
    if token in abbreviations.titles or (token[1:] in abbreviations.titles and token[0] in "ولبف"):
        return True
    piece = token.rsplit(".", 1)[-1]
    initial = len(piece) == 1 or piece in abbreviations.letters
    if not apart:
        # «محمد.أ» abbreviates the family name, «انتهى.وقال» lacks a blank.
        return initial or _WORD.match(content, stop + 2) is None
    if "." in token and initial:
        return not _begins_anew(content, stop + 1, abbreviations)
    return len(piece) == 1 and not folded(behind[: match.start()]).rstrip()[-1:].isdigit()
