"""A page as a sequence of blocks, whatever it was written in."""

from dataclasses import dataclass
from enum import StrEnum

import msgspec

from tawatur.records.article import PublishedFrom


class BlockRole(StrEnum):
    """What a block is by the page's own markup; every line of plain text is a paragraph."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTE = "quote"
    CAPTION = "caption"
    ROW = "row"
    """A row of a table."""
    PREFORMATTED = "preformatted"


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of text that the page sets apart, its white space folded, never empty.

    `level` is a heading's level, 0 for everything else. `linked` is the share of its
    characters that stand in links, 0 to 1. `main` tells that the page's structure puts
    it into the main text; a line of plain text, which has no structure, is always main.

    A Struct because a page has hundreds: one is built in a ninth of a frozen dataclass's time.
    """

    text: str
    role: BlockRole
    level: int
    linked: float
    main: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedTime:
    """A time of publication as the page's markup states it, not yet parsed."""

    value: str
    how: PublishedFrom


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What a page's markup states about its article; nothing is believed yet.

    `titles` are in order of trust: JSON-LD headline, og:title, first main `h1`, `title`.
    `types` are the JSON-LD and OpenGraph types as written (`NewsArticle`, `website`).
    """

    titles: tuple[str, ...]
    times: tuple[StatedTime, ...]
    authors: tuple[str, ...]
    types: tuple[str, ...]
    site_name: str | None
    canonical_url: str | None


NO_EVIDENCE = Evidence(titles=(), times=(), authors=(), types=(), site_name=None, canonical_url=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageContent:
    """The blocks of a page in reading order, and what its markup states."""

    blocks: tuple[Block, ...]
    evidence: Evidence
