"""The tree of a page in numbers: sums over boxes, hints along paths, boxes that repeat."""

import re
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tawatur.lexicons.markup_hints import MarkupHints
from tawatur.reading.tree import Tree

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

# Tags that say what their text is for, as bits above those of the hints.
MEANINGFUL_TAGS = (
    "article", "aside", "blockquote", "button", "figcaption", "figure", "footer", "form", "header", "li", "nav", "p",
    "td", "ul",
)  # fmt: skip
# A box with this share of the page's text is the page's own frame and tells nothing about a part.
_FRAME = 0.9
# These repeat side by side within one article.
_RUNNING = frozenset(
    ("p", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "td", "th", "tbody", "pre", "dt", "dd")
)
_WORD = re.compile(r"\w+")
_CLOSING = "\"'”»’)]›」』）"
_ENDS = frozenset(".!?…؟。！？।۔")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uff66-\uff9d]")


@dataclass(frozen=True, slots=True)
class Layout:
    """A page in numbers; boxes and pieces by their place in `tree`."""

    tree: Tree
    box: Ints
    """The box of every piece."""
    first: Ints
    end: Ints
    parent: list[int]
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
    count = len(tree.pieces)
    table = np.empty((5, count))
    title_words = set(_WORD.findall(title.lower()))
    heading = -1
    for at, piece in enumerate(tree.pieces):
        text = piece.text
        chars, words = _size(text)
        share = 0.0
        if chars < 300 and title_words:
            share, covers = _likeness(text, title_words)
            if heading < 0 and share > 0.7 and covers >= 0.5 and piece.linked < 0.9:
                heading = at
        last = text.rstrip(_CLOSING)[-1:]
        table[:, at] = (
            chars,
            words,
            piece.linked,
            1.0 if last in _ENDS else 0.5 if last == ":" else 0.0,
            share,
        )
    first = np.array([box.first for box in tree.boxes])
    end = np.array([box.end for box in tree.boxes])
    sums = running(table[0])
    frame = _FRAME * sums[-1]
    own, path = _masks(tree, hints, (sums[end] - sums[first] >= frame).tolist())
    return Layout(
        tree=tree,
        box=np.array([piece.box for piece in tree.pieces]),
        first=first,
        end=end,
        parent=[box.parent for box in tree.boxes],
        own=own,
        path=path,
        repeats=_repeats(tree),
        chars=table[0],
        words=table[1],
        linked=table[2],
        finished=table[3],
        title_share=table[4],
        title=heading,
    )


def _size(text: str) -> tuple[float, float]:
    """Return characters and words, as a script with spaces would need them."""
    chars, words = float(len(text)), text.count(" ") + 1.0
    if chars > 20 and chars / words > 14 and not text.isascii():
        unspaced = len(_UNSPACED.findall(text))
        chars += 1.5 * unspaced
        words += unspaced / 2
    return chars, words


def _likeness(text: str, title_words: set[str]) -> tuple[float, float]:
    """Return how much of `text` is in the title, and how much of the title in `text`."""
    words = set(_WORD.findall(text.lower()))
    shared = len(words & title_words)
    if shared < 2:
        return 0.0, 0.0
    return shared / len(words) * min(1.0, len(words) / 3), shared / len(title_words)


def _masks(tree: Tree, hints: MarkupHints, frames: list[bool]) -> tuple[list[int], list[int]]:
    tags = {tag: 1 << len(hints.names) + bit for bit, tag in enumerate(MEANINGFUL_TAGS)}
    mask = hints.mask
    own, path = [0], [0]
    for box, is_frame in zip(tree.boxes[1:], frames[1:], strict=True):
        bits = mask(box.names) | tags.get(box.tag, 0)
        own.append(bits)
        path.append(path[box.parent] if is_frame else path[box.parent] | bits)
    return own, path


def _repeats(tree: Tree) -> list[int]:
    """Count for every box its siblings of the same make, or those of a box around it."""
    alike: dict[tuple[int, str, str], int] = {}
    kinds: list[tuple[int, str, str] | None] = []
    for box in tree.boxes:
        kind = None
        if box.names and box.end > box.first and box.tag not in _RUNNING:
            kind = (box.parent, box.tag, box.names)
            alike[kind] = alike.get(kind, 0) + 1
        kinds.append(kind)
    repeats = []
    for box, kind in zip(tree.boxes, kinds, strict=True):
        count = alike[kind] if kind else 1
        repeats.append(max(count, repeats[box.parent]) if box.parent > 0 else count)
    return repeats
