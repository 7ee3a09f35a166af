"""Strangers' text on its way into a page: kept from turning the page around, cut where it is endless."""

import re

from markupsafe import Markup

# What steers the direction of text (embeddings, overrides, isolates) or is no character of a page at all.
# The joiners stay: Persian and Urdu names are spelt with them.
_STEERING = re.compile(
    "[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb"
    "\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]"
)
# A title is shown to so many letters; nobody reads on, and a hostile one has millions.
_LONGEST_TITLE = 300


def harmless(value: object) -> object:
    r"""Take the steering characters out of text on its way into a page; markup of our own stays.

    >>> harmless("a\u202egpj.exe")
    'agpj.exe'
    """
    return unsteered(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def unsteered(text: str) -> str:
    """Take the steering characters out of text."""
    return text if text.isprintable() else _STEERING.sub("", text)


def shortened(text: str, most: int = _LONGEST_TITLE) -> str:
    """Return strangers' text cut where it is endless; where elements can stand it is shown in one of its own.

    That is a `bdi`, so that its direction is not that of what stands around it.
    """
    return unsteered(text if len(text) <= most else f"{text[:most].rstrip()}…")
