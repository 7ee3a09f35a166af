"""A first guess, without learning, at which pieces are main text and which box holds it.

Every factor is a habit of makers of pages, not a measurement: sentences stand outside
links, comments and navigation are marked as such, the body follows the title.
"""

import numpy as np

from tawatur.lexicons.markup_hints import MarkupHints
from tawatur.reading.layout import MEANINGFUL_TAGS, Floats, Layout

_SEPARATE_HINTS = ("comments",)
_SEPARATE_TAGS = ("aside", "button", "figcaption", "figure", "footer", "form", "header", "nav")
_DOUBTFUL_HINTS = ("ads", "author", "meta", "nav", "news", "page_end", "related", "share", "side")
_DOUBTFUL_TAGS = ("li",)
# Text that belongs to another thing on the page; not 0, for a forum has nothing but comments.
_SEPARATE = 0.03
_DOUBTFUL = 0.6
_BODY = 2.0
_UNFINISHED = 0.8
_SHORT, _SHORT_CHARS = 0.2, 40
_BEFORE_TITLE = 0.2
# The trust in a piece falls by a hundredth with every piece between it and the title.
_FAR_FROM_TITLE = 0.01
_REPEATED = 0.5
_HIGHEST = 0.5


def likelihood(layout: Layout, *, hints: MarkupHints) -> Floats:
    """Guess for every piece, between 0 and 1, how likely it is main text."""
    count = len(layout.chars)
    separate = bits(hints, _SEPARATE_HINTS, _SEPARATE_TAGS)
    doubtful = bits(hints, _DOUBTFUL_HINTS, _DOUBTFUL_TAGS)
    body = bits(hints, ("body",), ())
    path, repeats = np.array(layout.path)[layout.box], np.array(layout.repeats)[layout.box]
    guess = _HIGHEST * (1 - layout.linked) ** 2
    guess *= np.where(path & separate, _SEPARATE, 1.0) * np.where(path & doubtful, _DOUBTFUL, 1.0)
    guess *= np.where(path & body, _BODY, 1.0) * np.where(repeats > 2, _REPEATED, 1.0)
    guess *= np.where(layout.finished > 0, 1.0, _UNFINISHED)
    guess *= np.where(layout.chars > _SHORT_CHARS, 1.0, _SHORT)
    if layout.title >= 0:
        behind = np.arange(count) - layout.title
        guess *= np.where(behind < 0, _BEFORE_TITLE, np.exp(-_FAR_FROM_TITLE * np.maximum(behind, 0)))
    return np.minimum(guess, 1.0)


def main_box(layout: Layout, guess: Floats) -> int:
    """Return the box that, taken whole, would be the best main text: the highest expected F1."""
    expected = layout.within(guess * layout.chars)
    best = 2 * expected / (layout.within(layout.chars) + expected[0] + 1e-9)
    # Of boxes that hold the same text, the innermost says most about its parts.
    return len(best) - 1 - int(np.argmax(best[::-1]))


def bits(hints: MarkupHints, names: tuple[str, ...], tags: tuple[str, ...]) -> int:
    """Return the mask of some hints and tags."""
    mask = sum(1 << hints.names.index(name) for name in names)
    return mask | sum(1 << len(hints.names) + MEANINGFUL_TAGS.index(tag) for tag in tags)
