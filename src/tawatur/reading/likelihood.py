"""A first guess, without learning, at which pieces are main text and which box holds it.

Every factor is a habit of makers of pages, not a measurement: sentences stand outside
links, comments and navigation are marked as such, the body follows the title.
"""

import numpy as np

from tawatur.lexicons.markup_hints import MarkupHints
from tawatur.reading.layout import MEANINGFUL_TAGS, Floats, Layout

_SEPARATE_HINTS = ("comments",)
_SEPARATE_TAGS = ("aside", "button", "figcaption", "figure", "footer", "header", "nav")
_DOUBTFUL_HINTS = ("ads", "author", "meta", "nav", "news", "page_end", "related", "share", "side")
_DOUBTFUL_TAGS = ("form", "li")
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
_MEDIAN = 0.4
_SHORTEST_STATEMENT = 250
_STATED, _NOT_STATED = 0.9, 0.3
_HOLD_ONE = frozenset(("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "dt", "dd", "tr", "pre"))


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


def confirmed(layout: Layout, guess: Floats, body: str) -> Floats:
    """Return the guess after a look at the article's text as JSON-LD states it.

    A statement counts only where it is long and most of it stands on the page: many are teasers.
    """
    stated = "".join(body.split())
    if len(stated) < _SHORTEST_STATEMENT:
        return guess
    found = np.array([_stands_in(stated, text) for text in layout.tree.pieces.texts])
    if layout.chars[found].sum() < 0.5 * len(body):
        return guess
    return np.where(found, np.maximum(guess, _STATED), guess * _NOT_STATED)


def _stands_in(stated: str, text: str) -> bool:
    beginning = "".join(text[:120].split())
    return len(beginning) > 30 and beginning in stated


def main_box(layout: Layout, guess: Floats) -> int:
    """Return the box that, taken whole, would be the best main text: the highest expected F1.

    A single paragraph or item is never that box: where it is all there is, the box around it is as good.
    """
    mass = guess * layout.chars
    # Were all guesses low, a small pure box would look better than a large good one: fix their median.
    by_guess = np.argsort(guess)
    median = guess[by_guess[np.searchsorted(np.cumsum(mass[by_guess]), mass.sum() / 2)]]
    expected = layout.within(np.minimum(guess * _MEDIAN / max(float(median), 1e-9), 1.0) * layout.chars)
    best = 2 * expected / (layout.within(layout.chars) + expected[0] + 1e-9)
    holds_one = np.array(list(map(_HOLD_ONE.__contains__, layout.tree.boxes.tags)))
    best[holds_one] = -1.0
    # Of boxes that hold the same text, the innermost says most about its parts.
    return len(best) - 1 - int(np.argmax(best[::-1]))


def bits(hints: MarkupHints, names: tuple[str, ...], tags: tuple[str, ...]) -> int:
    """Return the mask of some hints and tags."""
    mask = sum(1 << hints.names.index(name) for name in names)
    return mask | sum(1 << len(hints.names) + MEANINGFUL_TAGS.index(tag) for tag in tags)
