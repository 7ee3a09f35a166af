"""A line of a page while the room decides what it is."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tawatur.lexicons.furniture_labels import Takes
from tawatur.reading.block import Block, BlockRole
from tawatur.reading.phrases import matched
from tawatur.records.article import FurnitureKind

_CLOSERS = "\"'»”’)]}*_ "
_QUESTIONS = tuple("؟?!")
# A stop between two words ends a sentence; after one or two letters it is an initial or a title.
_INNER_STOP = re.compile(r"(?<=\w{3})[\"'»)]?[.!?؟] ?(?=[^\W\d_]{2})")
# An outlet puts its name before its text: «الوادي برس| تعرضت ...».
_PREFIX = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,3} ?\| ?\w")
_COMMAS = re.compile("[،,؛;]")


class Line(NamedTuple):
    """A block, or a part of one that was cut apart, and what it has been found to be.

    `matched` is the text as labels are matched. `kind` is `None` for text of an
    article. `takes` tells how much of what follows belongs to this label.
    """

    text: str
    matched: str
    role: BlockRole
    kind: FurnitureKind | None = None
    takes: Takes | None = None

    @property
    def words(self) -> int:
        """How many words the line has, as blanks divide them."""
        return self.text.count(" ") + 1

    def marked(self, kind: FurnitureKind, takes: Takes | None = None) -> "Line":
        """Return the line as furniture of a kind."""
        return Line(self.text, self.matched, self.role, kind, takes)

    def part(self, start: int, end: int) -> "Line":
        """Return a stretch of the line, by places of the published text, as a line of its own."""
        text = self.text[start:end].strip()
        return Line(text=text, matched=matched(text), role=self.role)


def copies_of(blocks: tuple[Block, ...]) -> list[str]:
    """Return the texts of blocks as labels are matched; what is not plain ASCII is folded in one go."""
    copies = [matched(block.text) if block.text.isascii() else "" for block in blocks]
    others = [at for at, copy in enumerate(copies) if not copy]
    # A block holds no line break, so the copies divide where the blocks do.
    folded = matched("\n".join(blocks[at].text for at in others)).split("\n")
    for at, copy in zip(others, folded, strict=False):
        copies[at] = copy
    return copies


def lines_of(blocks: tuple[Block, ...]) -> Iterator[Line]:
    """Yield the blocks as undecided lines."""
    for block, copy in zip(blocks, copies_of(blocks), strict=True):
        yield Line(block.text, copy, block.role)


def is_prose(text: str) -> bool:
    """Tell whether a line is running text, not a heading or a headline.

    Sentences end in a full stop or are long; headlines may ask, exclaim, or break off in
    dots. Eighteen words without a stop are more than headlines have.
    """
    bare = text.rstrip(_CLOSERS)
    words = text.count(" ") + 1
    if bare.endswith(".") and not bare.endswith(".."):
        return words >= 4
    if bare.endswith(_QUESTIONS):
        return words >= 14
    if words >= 18:
        return True
    if words >= 8 and _INNER_STOP.search(text):
        return True
    if words >= 14 and _PREFIX.match(text):
        return True
    return words >= 13 and len(_COMMAS.findall(text)) >= 2


def is_complete(text: str) -> bool:
    """Tell whether a line ends as sentences do."""
    return text.rstrip(_CLOSERS).endswith((".", "…", *_QUESTIONS))


def is_headline(text: str) -> bool:
    """Tell whether a line can be a headline: short, and no running text."""
    return not is_prose(text) and text.count(" ") >= 1


def has_inner_stop(text: str) -> bool:
    """Tell whether a sentence ends inside a line."""
    return _INNER_STOP.search(text) is not None
