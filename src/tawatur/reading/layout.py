"""The tree of a page in numbers: sums over boxes, hints along paths, boxes that repeat."""

import re
from collections import Counter
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tawatur.lexicons.markup_hints import MarkupHints
from tawatur.reading.tree import Boxes, Pieces, Tree

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

# Tags that say what their text is for, as bits above those of the hints.
MEANINGFUL_TAGS = (
    "article", "aside", "blockquote", "button", "figcaption", "figure", "footer", "form", "header", "li",
    "nav", "p", "td", "ul",
)  # fmt: skip
# A box with this share of the page's text is the page's own frame and tells nothing about a part.
_FRAME = 0.9
# A tag around so much of it is no aside or header in its own right.
_LARGE_PART = 0.4
# Boxes that hold more are the pages of one article, not teasers or comments beside each other.
_LONG = 800
# These repeat side by side within one article.
_RUNNING = frozenset(
    ("p", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "td", "th", "tbody", "pre", "dt", "dd")
)
# A longer piece is no title.
_LONGEST_TITLE = 200
_WORD = re.compile(r"\w+")
_CLOSING = "\"'”»’)]›」』）"
_FINISHED = {":": 0.5, **dict.fromkeys(".!?…؟。！？।۔", 1.0)}
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uff66-\uff9d]")


@dataclass(frozen=True, slots=True)
class Layout:
    """A page in numbers; boxes and pieces by their place in `tree`."""

    tree: Tree
    box: Ints
    """The box of every piece."""
    first: Ints
    end: Ints
    parent: tuple[int, ...]
    own: list[int]
    """The hints and tag of every box, as bits."""
    path: list[int]
    """The same along its way from the page's frame down."""
    repeats: list[int]
    """How often a box or one around it stands beside others of its make."""
    chars: Floats
    """Characters, those of scripts without spaces counted as so many letters of other scripts."""
    words: Floats
    linked: Floats
    finished: Floats
    """1 where a piece ends like a sentence, 0.5 with a colon, else 0."""
    title_share: Floats
    """The share of a piece's words that are words of the title."""
    title: int
    """The first piece that repeats the title, -1 where none does."""

    def within(self, values: Floats) -> Floats:
        """Return the sum of the pieces' values over every box."""
        sums = running(values)
        return sums[self.end] - sums[self.first]


def running(values: Floats) -> Floats:
    """Return the sums of the first 0, 1, 2, ... values."""
    sums = np.zeros(len(values) + 1)
    np.cumsum(values, out=sums[1:])
    return sums


def lay_out(tree: Tree, *, title: str, hints: MarkupHints) -> Layout:
    """Measure a page that has at least one piece."""
    pieces, boxes = tree.pieces, tree.boxes
    chars, words = _sizes(pieces.texts)
    linked = np.array(pieces.linked)
    share, heading = _title_shares(pieces, (chars < _LONGEST_TITLE) & (linked < 0.9), title)
    first, end = np.array(boxes.firsts), np.array(boxes.ends)
    sums = running(chars)
    held = sums[end] - sums[first]
    own, path = _masks(tree, hints, (held / sums[-1]).tolist())
    return Layout(
        tree=tree,
        box=np.array(pieces.boxes),
        first=first,
        end=end,
        parent=boxes.parents,
        own=own,
        path=path,
        repeats=_repeats(boxes, held.tolist()),
        chars=chars,
        words=words,
        linked=linked,
        finished=np.array(
            [
                _FINISHED.get(text[-1] if text[-1] not in _CLOSING else text.rstrip(_CLOSING)[-1:], 0.0)
                for text in pieces.texts
            ]
        ),
        title_share=share,
        title=heading,
    )


def _sizes(texts: tuple[str, ...]) -> tuple[Floats, Floats]:
    """Return characters and words, as a script with spaces would need them."""
    chars = np.array(list(map(len, texts)), dtype=np.float64)
    words = np.array([text.count(" ") + 1 for text in texts], dtype=np.float64)
    for at in np.flatnonzero((chars > 14 * words) & (chars > 20)).tolist():
        unspaced = len(_UNSPACED.findall(texts[at]))
        chars[at] += 1.5 * unspaced
        words[at] += unspaced / 2
    return chars, words


def _title_shares(pieces: Pieces, possible: Bools, title: str) -> tuple[Floats, int]:
    """Return the title shares of the possible pieces, 0 for others, and which piece is the title."""
    shares, heading = np.zeros(len(pieces.texts)), -1
    title_words = set(_WORD.findall(title.lower()))
    for at in np.flatnonzero(possible).tolist() if title_words else ():
        # Headings are few, so their words can be told from their punctuation.
        words_of = _WORD.findall if pieces.levels[at] else str.split
        share, covers = _likeness(words_of(pieces.texts[at].lower()), title_words)
        if share:
            shares[at] = share
            if heading < 0 and share > 0.7 and covers >= 0.5:
                heading = at
    return shares, heading


def _likeness(words: list[str], title_words: set[str]) -> tuple[float, float]:
    """Return how much of a piece is in the title, and how much of the title in the piece."""
    shared = len(title_words.intersection(words))
    if shared < 2:
        return 0.0, 0.0
    return shared / len(words) * min(1.0, len(words) / 3), shared / len(title_words)


def _masks(tree: Tree, hints: MarkupHints, shares: list[float]) -> tuple[list[int], list[int]]:
    tags = {tag: 1 << len(hints.names) + bit for bit, tag in enumerate(MEANINGFUL_TAGS)}
    hint_bits = (1 << len(hints.names)) - 1
    boxes = tree.boxes
    own = [mask | tags.get(tag, 0) for mask, tag in zip(hints.masks(boxes.names), boxes.tags, strict=True)]
    path: list[int] = []
    for bits, parent, share in zip(own, boxes.parents, shares, strict=True):
        around = path[parent] if parent >= 0 else 0
        if share < _LARGE_PART:
            around |= bits
        elif share < _FRAME:
            around |= bits & hint_bits
        path.append(around)
    return own, path


def _repeats(boxes: Boxes, chars: list[float]) -> list[int]:
    """Count for every box its siblings of the same make, or those of a box around it."""
    kinds = [
        (parent, tag, names) if names and 0 < held < _LONG and tag not in _RUNNING else None
        for parent, tag, names, held in zip(boxes.parents, boxes.tags, boxes.names, chars, strict=True)
    ]
    alike = Counter(kinds)
    alike[None] = 1
    repeats: list[int] = []
    for kind, parent in zip(kinds, boxes.parents, strict=True):
        around = repeats[parent] if parent > 0 else 1
        count = alike[kind]
        repeats.append(count if count > around else around)
    return repeats
