"""The markup of a feed: found, shortened to what will be parsed, and made fit for a strict parser."""

import re
from dataclasses import dataclass

from tawatur.collect.xml_walk import mended, rooted

MOST_CHARACTERS = 2_000_000
"""Of markup that is parsed: ten times a news feed with whole articles. A longer feed loses its middle.

Feedparser takes 0.2 s for so much, and 6 s where none of its tags is closed.
"""
MOST_ITEMS = 2_000
"""Entries taken of one feed. Podcasts of many years have 1,500; a news feed has 10 to 200."""

_ROOT = re.compile(r"<(?:[\w.-]{1,40}:)?(?:rss|feed|rdf|channel|entry)(?=[\s>/])", re.IGNORECASE)
_HTML = re.compile(r"<(?:!doctype\s{1,9}html|html|body)(?=[\s>])", re.IGNORECASE)
# It would hide from feedparser that the guid beside it is one.
_EMPTY_LINK = re.compile(r"<link\s{0,9}(?:/>|>\s{0,99}</link\s{0,9}>)", re.IGNORECASE)
_ROOT_END = re.compile(r"</(?:[\w.-]{1,40}:)?(?:rss|feed|rdf|channel|entry)\s{0,9}>", re.IGNORECASE)
_ITEM_END = re.compile(r"</(?:[\w.-]{1,40}:)?(?:item|entry)\s{0,9}>", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Markup:
    """A feed's root element with all in it, and how many entries were taken out of its middle.

    `whole` tells that the element has an end.
    """

    text: str
    left_out: int
    whole: bool


def feed_markup(text: str) -> Markup | None:
    """Return the markup of a feed from its root element on, `None` where there is no such element."""
    document = rooted(text, _ROOT)
    if document is None or is_html(text, before=len(text) - len(document.text)):
        return None
    shortened, left_out = _shortened(document.text)
    empty = document.text.partition(">")[0].endswith("/")
    return Markup(
        text=_EMPTY_LINK.sub("", mended(document._replace(text=shortened))),
        left_out=left_out,
        whole=empty or _ROOT_END.search(document.text) is not None,
    )


def is_html(text: str, *, before: int) -> bool:
    """Tell whether a page of HTML begins before a place in a text."""
    return _HTML.search(text, 0, before) is not None


def _shortened(text: str) -> tuple[str, int]:
    """Keep as many entries from both ends as will be parsed; without entries, the beginning."""
    ends = [found.end() for found in _ITEM_END.finditer(text)]
    kept = min(MOST_ITEMS, len(ends) * MOST_CHARACTERS // max(len(text), 1))
    half = kept // 2
    if len(ends) <= kept or not half:
        return text[:MOST_CHARACTERS], 0
    return (text[: ends[half - 1]] + text[ends[-half - 1] :])[: 2 * MOST_CHARACTERS], len(ends) - 2 * half
