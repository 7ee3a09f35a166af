"""Paragraphs: lines of news prose, put together again where a line was broken in mid-sentence."""

import re
from collections.abc import Iterator, Set

from tawatur.arabic.folding import UNSEEN, folded
from tawatur.records.span import Span

_BLANKS = f" \t\u00a0{UNSEEN}"
_LINE = re.compile(r"[^\n]+")
_LAST_WORD = re.compile(rf"([^\W\d_]+)[{_BLANKS}]*\Z")
_LONE_WORD = re.compile(rf"[{_BLANKS}]*[^\W\d_]+[{_BLANKS}]*\Z")
_LISTED = re.compile(rf"[{_BLANKS}]*(?:[-–—*•·#/>]|\d{{1,2}}[-.)])")
# No line is called short, and no word is looked for, beyond this many characters.
_SHORT = 40


def paragraphs(text: str, *, unfinished: Set[str]) -> Iterator[Span]:
    """Give the paragraphs of `text`: its lines, those that go on in the next taken together.

    A line goes on where it ends in a comma or in a word with which nothing ends (`unfinished`,
    folded), where the next line begins with a comma, and where it is too short to be a line of
    prose and no heading either: one bare word without the article, or a few that begin with
    و and an unfinished word (`وكان رئيس`). An empty line ends a paragraph.
    """
    paragraph: Span | None = None
    line_start = 0
    for match in _LINE.finditer(text):
        line = Span(*match.span())
        if paragraph is not None:
            upper = text[line_start : paragraph.end]
            if paragraph.end == line.start - 1 and _goes_on(upper, line.of(text), unfinished):
                paragraph, line_start = Span(paragraph.start, line.end), line.start
                continue
            yield paragraph
        paragraph, line_start = line, line.start
    if paragraph is not None:
        yield paragraph


def _goes_on(line: str, following: str, unfinished: Set[str]) -> bool:
    following = following[:_SHORT].lstrip()
    if not following or following[0] in "،؛,":
        return bool(following)
    if _LISTED.match(following):
        return False
    tail = line[-_SHORT:].rstrip()
    if tail.endswith(("،", ",")):
        return True
    last = _LAST_WORD.search(tail)
    if last is None:
        return False
    word = folded(last[1])
    return word in unfinished or (len(line) < _SHORT and _is_fragment(folded(line), unfinished))


def _is_fragment(line: str, unfinished: Set[str]) -> bool:
    if _LONE_WORD.match(line):
        # «التفاصيل», «القادسية»: a heading of one word has the article.
        return not line.lstrip().startswith("ال")
    return line.lstrip().startswith("و") and line.split(maxsplit=1)[0] in unfinished
