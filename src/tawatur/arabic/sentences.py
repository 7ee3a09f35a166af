"""Sentences of news prose, where a full stop does not always end one and a line does not either."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tawatur.arabic.folding import UNSEEN, folded
from tawatur.arabic.paragraphs import paragraphs
from tawatur.arabic.quotations import enclosed
from tawatur.records.span import Span

_STOP = re.compile(r"[.!?؟…]+(?:[ \u00a0]+[.!?؟…]+)*")
_CLOSERS = re.compile(r"[\"'“”’»›)\]}]*")
_BLANKS = re.compile(rf"[\s{UNSEEN}]*")
_VISIBLE = re.compile(rf"[^\s{UNSEEN}](?:.*[^\s{UNSEEN}])?", re.DOTALL)
_WORD = re.compile(r"\w")
_ARABIC = re.compile(r"[\u0621-\u064a\u0671-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s،؛»”\"]+")
_TOKEN = re.compile(r"[^\s\"'“”«»‹›()\[\]{}،؛:,/*_-]*\Z")

# No abbreviation is longer; looking farther back from every stop would take quadratic time.
_LONGEST_TOKEN = 40
# A quotation longer than this is an article in itself, or two marks that do not belong together.
_LONGEST_QUOTATION = 1_500


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Abbreviations:
    """What keeps a full stop or the end of a line from ending a sentence; all of it folded.

    `titles` stand before a name, their full stop ends nothing (`د.`, `Dr.`). `letters` are
    the names of Latin letters of which initials are spelt (`بي.بي.سي`). `unfinished` are
    words with which no sentence ends (`في`, `أن`, `التي`). `attributing` are words that tie a
    quotation to a speaker named behind it (`قال`, `وفق`).
    """

    titles: frozenset[str]
    letters: frozenset[str]
    unfinished: frozenset[str]
    attributing: frozenset[str]


# Two stages ask for the sentences of the same body.
@lru_cache(maxsize=4)
def sentences(text: str, *, abbreviations: Abbreviations) -> tuple[Span, ...]:
    """Find the sentences of `text` as published, in order, without the blanks around them.

    A sentence ends at `.`, `!`, `?` or `؟` and at the end of its paragraph (`paragraphs`); `؛`,
    `:` and the pause `..`, `...`, `…` end none. What stands in quotation marks or brackets is
    not split, provided they are closed within the paragraph and at most 1,500 characters apart.
    A quotation that ends in a stop of its own ends the sentence, unless its speaker follows
    (`«... انتهى.» قال الوزير`); one that ends in a question does only before و or ف, for it may
    be a title. Stretches without a letter or digit (`***`) are no sentences.

    >>> from tawatur.lexicons.abbreviations import abbreviations
    >>> text = "قال د. سامي إن 3.5 أطنان وصلت. وأضاف: «انتهى الأمر. لن نعود»."
    >>> [span.of(text) for span in sentences(text, abbreviations=abbreviations())]
    ['قال د. سامي إن 3.5 أطنان وصلت.', 'وأضاف: «انتهى الأمر. لن نعود».']
    """
    unbroken = _unbroken(text)
    found: list[Span] = []
    for paragraph in paragraphs(text, unfinished=abbreviations.unfinished):
        found += _cut(text, paragraph, _within(unbroken, paragraph), abbreviations)
    return tuple(found)


def _cut(text: str, paragraph: Span, unbroken: list[Span], abbreviations: Abbreviations) -> list[Span]:
    """Cut a paragraph at its stops; marks without a word stay with the sentence before them."""
    found: list[Span] = []
    behind = paragraph.start
    for stop in (*_stops(text, paragraph, unbroken, abbreviations), paragraph.end):
        visible = _VISIBLE.search(text, behind, stop)
        if visible and _WORD.search(text, behind, stop):
            found.append(Span(*visible.span()))
        elif visible and found:
            found[-1] = Span(found[-1].start, visible.end())
        behind = stop
    return found


def _stops(text: str, paragraph: Span, unbroken: list[Span], abbreviations: Abbreviations) -> Iterator[int]:
    """Give each place in the paragraph behind which a new sentence begins; `unbroken` counts from it."""
    content = paragraph.of(text)
    beyond = len(content) + 1
    kept = iter([*unbroken, Span(beyond, beyond)])
    shut = next(kept)
    for match in _STOP.finditer(content):
        stop = Span(*match.span())
        while shut.end <= stop.start:
            shut = next(kept)
        behind = _skip(_CLOSERS, content, stop.end)
        quoted = shut.start <= stop.start
        if quoted and behind < shut.end:
            continue
        if _ends(content, stop, behind, quoted=quoted, abbreviations=abbreviations):
            yield paragraph.start + behind


def _unbroken(text: str) -> list[Span]:
    """Give the stretches that are kept whole: quotations, brackets, addresses; none leaves its line."""
    addresses = [
        Span(match.start(), match.start() + len(match[0].rstrip(".,!?؟)…")))
        for match in _ADDRESS.finditer(text)
    ]
    return sorted([*enclosed(text, longest=_LONGEST_QUOTATION), *addresses])


def _within(stretches: list[Span], paragraph: Span) -> list[Span]:
    """Give the stretches in a paragraph, by their places in it."""
    start = paragraph.start
    first, last = bisect_left(stretches, (start,)), bisect_left(stretches, (paragraph.end,))
    return [Span(one.start - start, one.end - start) for one in stretches[first:last]]


def _skip(marks: re.Pattern[str], content: str, place: int) -> int:
    match = marks.match(content, place)
    return match.end() if match else place


def _ends(content: str, stop: Span, behind: int, *, quoted: bool, abbreviations: Abbreviations) -> bool:
    """Tell whether a sentence ends with `stop` and with the closing marks up to `behind`."""
    begins = _skip(_BLANKS, content, behind)
    after = content[begins : begins + 1]
    apart = behind > stop.end or any(mark.isspace() for mark in content[behind:begins])
    if not after or not _may_begin(after, apart=apart):
        return not after
    runs = stop.of(content).split()
    asked = any(mark in run for mark in "!?؟" for run in runs)
    if not asked and "." not in runs:
        return False
    if quoted:
        following = _word_at(content, begins)
        return not _belongs_to_quotation(following, asked=asked, abbreviations=abbreviations)
    if asked or len(runs) > 1:
        return True
    return not _abbreviates(content, stop.start, apart=apart, abbreviations=abbreviations)


def _may_begin(mark: str, *, apart: bool) -> bool:
    """Tell whether a sentence may begin with `mark`, and without a blank before it if it is not apart."""
    if mark in "،؛,:.)" or (mark.isascii() and mark.islower()):
        return False
    return apart or mark in '«“"' or _ARABIC.match(mark) is not None


def _word_at(content: str, place: int) -> str:
    """Give the folded word that begins at or behind `place`, with the marks written onto it."""
    near = folded(content[place : place + _LONGEST_TOKEN]).split(maxsplit=1)
    return near[0] if near else ""


def _belongs_to_quotation(following: str, *, asked: bool, abbreviations: Abbreviations) -> bool:
    """Tell whether the word behind a quotation that ended in a stop carries the sentence on."""
    if following.startswith("(") or following in abbreviations.attributing:
        return True
    return asked and not _begins_with_and(following)


def _begins_with_and(word: str) -> bool:
    return len(word) > 2 and word[0] in "وف"


def _abbreviates(content: str, stop: int, *, apart: bool, abbreviations: Abbreviations) -> bool:
    """Tell whether the full stop at `stop` belongs to the word before it."""
    near = content[max(0, stop - _LONGEST_TOKEN) : stop]
    match = _TOKEN.search(near)
    assert match is not None  # the pattern also matches nothing
    token = folded(match[0])
    left = folded(near[: match.start()]).rstrip()[-1:]
    if token.isdigit():
        # The number of an item, at the beginning of its line or behind the item before it.
        return len(token) <= 2 and left in ("", ".")
    if not token or (len(token) == 1 and left.isdigit()):
        # An era or a unit stands behind its figure: «1436 هـ.», «2015 م.».
        return False
    if token in abbreviations.titles or (token[1:] in abbreviations.titles and token[0] in "ولبف"):
        return True
    *before, piece = token.split(".")
    initial = len(piece) == 1 or piece in abbreviations.letters
    if not apart:
        # «محمد.أ» abbreviates a family name, «انتهى.وقال» lacks a blank.
        return initial or _WORD.match(content, stop + 2) is None
    if before:
        return initial and not _begins_with_and(_word_at(content, stop + 1))
    return len(piece) == 1
