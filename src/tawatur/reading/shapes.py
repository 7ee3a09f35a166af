"""Furniture known by its shape, whatever its words: figures, handles, images, hashtags, doubled names."""

import re
from collections.abc import Callable

from tawatur.records.article import FurnitureKind

_NO_LETTER = re.compile(r"[\W\d_]*")
_EMBED_AUTHOR = re.compile(r"[-—–]{1,2} ?[^@\n]{0,80}\(@\w{1,40}\)")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S{1,2000}|\S{1,64}@[\w-]{1,60}\.[\w.-]{1,60}")
_FONT_SIZE = re.compile(r"[+-] ?a|a ?[+-]")
_TICKER_TIME = re.compile(r"\W{0,4}\d{1,2}:\d\d ?[.|•·-] ?\S")
_RESIDUE = re.compile(
    r"!\[[^\]\n]{0,300}\]\([^)\n]{0,600}\)"
    r"|\[(?P<linked>[^\[\]\n]{1,300})\]\((?:https?://|/)[^)\s]{0,600}\)"
    r"|(?:https?://)?pic\.(?:twitter|x)\.com/\w{1,20}"
    r"|https?://t\.co/\w{1,20}"
    r"|</?(?:br|p|div|span|strong|b|i|em)(?: [^<>\n]{0,200})?/?>"
    r"|\[/?(?:caption|embed|gallery|vc_\w{1,30})[^\]\n]{0,300}\]"
)


def shape(matched: str) -> FurnitureKind | None:
    """Return what a line's shape alone tells it to be, `None` for what has words of its own.

    >>> shape("142"), shape("#الطقس #العاصمة"), shape("— قناة الوادي (@wadi_tv) may 3, 2025")
    (<FurnitureKind.COUNTER: 'counter'>, <FurnitureKind.TAGS: 'tags'>, <FurnitureKind.MEDIA: 'media'>)
    """
    for known, kind in _SHAPES:
        if known(matched):
            return kind
    return None


def residue(text: str) -> list[tuple[int, int]]:
    """Return where a published line holds marks of Markdown, HTML or an embedded post.

    Of a link only the brackets and the address are marks; its words are text.

    >>> line = "عن [العطل](https://wadi.example/1) أمس"
    >>> [line[start:end] for start, end in residue(line)]
    ['[', '](https://wadi.example/1)']
    """
    if not _may_hold_residue(text):
        return []
    spots: list[tuple[int, int]] = []
    for match in _RESIDUE.finditer(text):
        start, end = match.span()
        if match["linked"] is None:
            spots.append((start, end))
        else:
            inner = match.span("linked")
            spots += ((start, inner[0]), (inner[1], end))
    return spots


def is_link_mark(mark: str) -> bool:
    """Tell whether a mark is what stands before or behind the words of a link."""
    return mark == "[" or mark.startswith("](")


def starts_with_time(matched: str) -> bool:
    """Tell whether a line begins as those of a timed ticker do: `10:53 . headline`."""
    return _TICKER_TIME.match(matched) is not None


def is_doubled(text: str) -> bool:
    """Tell whether a line says one name twice, as a logo's text and its link do."""
    half = len(text) // 2
    return half >= 4 and (text[:half] == text[-half:] if text[half] != " " or len(text) % 2 else False)


def _is_post_author(matched: str) -> bool:
    """Tell whether a line is the signature below an embedded post."""
    return _EMBED_AUTHOR.match(matched) is not None


def _may_hold_residue(text: str) -> bool:
    return any(mark in text for mark in ("](", "pic.", "t.co/", "<", "["))


def _is_figure(matched: str) -> bool:
    return any(sign.isdigit() for sign in matched) and _NO_LETTER.fullmatch(matched) is not None


def _is_mark(matched: str) -> bool:
    return _NO_LETTER.fullmatch(matched) is not None


def _is_font_size(matched: str) -> bool:
    return _FONT_SIZE.fullmatch(matched) is not None


def _is_address(matched: str) -> bool:
    return _ADDRESS.fullmatch(matched.strip(" ()[]<>*-")) is not None


def _is_tags(matched: str) -> bool:
    return all(word.startswith("#") and len(word) > 1 for word in matched.split(" "))


_SHAPES: tuple[tuple[Callable[[str], bool], FurnitureKind], ...] = (
    (_is_figure, FurnitureKind.COUNTER),
    (_is_mark, FurnitureKind.TEMPLATE),
    (_is_post_author, FurnitureKind.MEDIA),
    (_is_tags, FurnitureKind.TAGS),
    (_is_address, FurnitureKind.TEMPLATE),
    (_is_font_size, FurnitureKind.TEMPLATE),
    (is_doubled, FurnitureKind.NAVIGATION),
)
