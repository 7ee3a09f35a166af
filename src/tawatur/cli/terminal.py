"""Arabic in a terminal, readable from right to left.

Some terminals order and join Arabic by themselves, most do not. To those that do,
text goes out as it is; to the others each line goes out already ordered for the eye,
its letters joined, against the right edge. A pipe gets the text as it is.
"""

import os
import shutil
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TextIO

from arabic_reshaper import reshape

# The package's other `get_display` leaves brackets unmirrored.
from bidi.algorithm import get_display
from wcwidth import wcswidth

# Wider lines tire the eye, whatever the window.
_WIDEST = 100

# What terminals that order bidirectional text themselves set in the environment.
_ORDERING = ("VTE_VERSION", "KONSOLE_VERSION", "MLTERM")
_ORDERING_PROGRAMS = ("Apple_Terminal", "mintty")

# Pages are strangers' text: nothing of theirs may steer the terminal or turn its lines around.
# Characters of these categories (control, format, surrogate, private, unassigned) show nothing anyway.
_STEERING = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


class Order(StrEnum):
    """Who orders the letters of a line."""

    LOGICAL = "logical"
    """The terminal, or whatever reads the pipe."""
    VISUAL = "visual"
    """We do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terminal:
    """Where text is shown: its width in columns and who orders the letters; no width in a pipe."""

    order: Order
    width: int | None

    def rtl(self, text: str, *, indent: int = 0) -> Iterator[str]:
        """Yield `text` as lines that read from right to left, `indent` columns off the right edge."""
        for row in self._rows(text, indent):
            shown = self._ordered(row, "R")
            fill = self.width - indent - columns(shown) if self._orders and self.width else indent
            yield " " * fill + shown

    def ltr(self, text: str, *, indent: int = 0) -> Iterator[str]:
        """Yield `text` as lines that read from left to right, whatever script stands in them."""
        for row in self._rows(text, indent):
            yield " " * indent + self._ordered(row, "L")

    @property
    def _orders(self) -> bool:
        """Whether the letters of a line are ours to order."""
        return self.order is Order.VISUAL and self.width is not None

    def _ordered(self, row: str, direction: str) -> str:
        return str(get_display(reshape(row), base_dir=direction)) if self._orders else row

    def _rows(self, text: str, indent: int) -> Iterator[str]:
        for paragraph in text.split("\n"):
            yield from self._wrapped(paragraph, indent)

    def _wrapped(self, paragraph: str, indent: int) -> Iterator[str]:
        paragraph = plain(paragraph)
        if self.width is None:
            yield paragraph
            return
        room = max(self.width - indent, 20)
        row, used = "", 0
        for word in paragraph.split():
            wide = columns(word)
            if row and used + 1 + wide > room:
                yield row
                row, used = word, wide
            else:
                row, used = (f"{row} {word}", used + 1 + wide) if row else (word, wide)
        yield row


def columns(text: str) -> int:
    """Return how many columns a terminal takes for `text`; unprintable characters take none."""
    wide = wcswidth(text)
    return wide if wide >= 0 else sum(max(wcswidth(letter), 0) for letter in text)


def terminal(stream: TextIO, environment: Mapping[str, str] = os.environ) -> Terminal:
    """Find out how Arabic is to be sent to `stream`.

    `TAWATUR_TERMINAL` set to `logical` or `visual` overrules what the environment
    tells of the terminal.
    """
    if not stream.isatty():
        return Terminal(order=Order.LOGICAL, width=None)
    width = min(shutil.get_terminal_size().columns, _WIDEST)
    told = environment.get("TAWATUR_TERMINAL")
    if told in set(Order):
        return Terminal(order=Order(told), width=width)
    orders = (
        any(name in environment for name in _ORDERING)
        or environment.get("TERM_PROGRAM") in _ORDERING_PROGRAMS
    ) and "TMUX" not in environment
    return Terminal(order=Order.LOGICAL if orders else Order.VISUAL, width=width)


def plain(text: str) -> str:
    """Return strangers' text as one harmless line."""
    spaced = text.replace("\n", " ").replace("\t", " ")
    return "".join(letter for letter in spaced if unicodedata.category(letter) not in _STEERING)
