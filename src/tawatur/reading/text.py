"""From plain text to blocks: its lines, with those that the page broke put together again."""

import re
from collections.abc import Iterator
from html import unescape

from tawatur.reading.block import NO_EVIDENCE, Block, BlockRole, PageContent
from tawatur.reading.lexicons import ReadingLexicons
from tawatur.reading.line import is_prose
from tawatur.reading.openings import opens_sentence
from tawatur.reading.phrases import matched

_BREAK = re.compile(r"\r\n?|[\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_END = tuple(".!؟?…:؛;،,\"'»”)")
# They turn the direction of what is shown and are no part of it.
_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# A linked word on a line of its own has few neighbours; a heading that long would be a heading.
_MOST_BROKEN_WORDS = 4
_SHORTEST_VERB = 4


def parse_text(text: str, *, lexicons: ReadingLexicons) -> PageContent:
    r"""Read plain text into blocks, a line each; words that links put on lines of their own are joined.

    >>> from tawatur.reading.lexicons import reading_lexicons
    >>> page = "وافقت\nبلدية\nالوادي أمس على\nالخطة الجديدة بعد نقاش طويل."
    >>> [block.text for block in parse_text(page, lexicons=reading_lexicons()).blocks]
    ['وافقت بلدية الوادي أمس على الخطة الجديدة بعد نقاش طويل.']
    """
    if "&" in text:
        # Entities that a dump left undone are spelling, not furniture.
        text = unescape(text)
    text = _DIRECTION.sub("", text)
    lines = [" ".join(line.split()) for line in _BREAK.split(text)]
    return PageContent(
        blocks=tuple(
            Block(text=line, role=BlockRole.PARAGRAPH, level=0, linked=0.0, main=True)
            for line in _joined([line for line in lines if line], lexicons)
        ),
        evidence=NO_EVIDENCE,
    )


def _joined(lines: list[str], lexicons: ReadingLexicons) -> Iterator[str]:
    """Yield the lines, those of one broken sentence as one."""
    at = 0
    while at < len(lines):
        end = _broken_until(lines, at, lexicons)
        yield " ".join(lines[at:end])
        at = end


def _broken_until(lines: list[str], at: int, lexicons: ReadingLexicons) -> int:
    """Return where the broken sentence that begins at line `at` ends, `at + 1` where none does."""
    if _is_broken_byline(lines, at, lexicons):
        return at + 2
    if not _goes_on(lines[at], lexicons):
        return at + 1
    end = at + 1
    while end < len(lines) and _is_fragment(lines[end]):
        end += 1
    # What is broken goes on: fragments that lead to no sentence are a list.
    if end == len(lines) or " " not in lines[end] or _stands_alone(lines[end], lexicons):
        return at + 1
    return end + 1


def _is_broken_byline(lines: list[str], at: int, lexicons: ReadingLexicons) -> bool:
    """Tell whether a line is the label of a byline, the next one a name, and the one after that a text."""
    if at + 2 >= len(lines) or not (_is_fragment(lines[at]) and _is_fragment(lines[at + 1])):
        return False
    if " " not in lines[at + 1] or not lexicons.byline_labels.covers(matched(lines[at])):
        return False
    text = lines[at + 2]
    return is_prose(text) and matched(text).split(" ", 1)[0] not in lexicons.open_words


def _stands_alone(line: str, lexicons: ReadingLexicons) -> bool:
    """Tell whether a line cannot go on from the one above: it opens a sentence, or with a label."""
    copy = matched(line)
    if lexicons.opening_labels.word_at(copy) is not None:
        return True
    return opens_sentence(copy, lexicons) and is_prose(line)


def _is_fragment(line: str) -> bool:
    return line.count(" ") < _MOST_BROKEN_WORDS and not line.endswith(_END) and line[0].isalnum()


def _goes_on(line: str, lexicons: ReadingLexicons) -> bool:
    """Tell whether a short line is the beginning of a sentence, and neither a heading nor a label."""
    if not _is_fragment(line):
        return False
    copy = matched(line)
    words = copy.split()
    if not words or not (
        words[-1] in lexicons.open_words or (len(words) == 1 and _looks_like_verb(words[0]))
    ):
        return False
    return not any(labels.word_at(copy) for labels in lexicons.labels)


def _looks_like_verb(word: str) -> bool:
    """Tell whether a folded word has the ending of a feminine past verb, and no noun's."""
    bare = word.removeprefix("و")
    return (
        len(bare) >= _SHORTEST_VERB
        and bare.endswith("ت")
        and not bare.endswith("ات")
        and not bare.startswith("ال")
    )
