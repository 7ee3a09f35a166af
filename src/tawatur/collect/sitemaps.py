"""A sitemap's bytes as a record: pages, news and indexes, packed or plain.

The protocol is that of sitemaps.org, the tags of news are Google's.
"""

import gzip
import re
import zlib
from collections.abc import Callable, Mapping
from datetime import datetime
from io import BytesIO

from tawatur.arabic.encoding import decode
from tawatur.collect.canonical import canonical_url
from tawatur.collect.feed_dates import feed_date
from tawatur.collect.plain_text import one_line
from tawatur.collect.xml_walk import Path, mended, rooted, walk
from tawatur.records.refusal import Refusal, RefusalReason
from tawatur.records.sitemap import Sitemap, SitemapEntry, SitemapLink

MOST_SITEMAP_BYTES = 64 * 1024 * 1024
"""Unpacked; the protocol allows 50 MB."""
MOST_ENTRIES = 50_000
"""As many as the protocol allows; a news sitemap has 1,000."""

_GZIP = b"\x1f\x8b"
_ROOT = re.compile(r"<(?:[\w.-]{1,40}:)?(?:urlset|sitemapindex)(?=[\s>/])", re.IGNORECASE)
_PLAIN = re.compile(r"\s*https?://", re.IGNORECASE)
# In a list of addresses stand remarks too.
_LINK = re.compile(r"\s*[a-z][a-z0-9+.-]*:\S+\s*", re.IGNORECASE)
_FIELDS = {
    ("url", "loc"): "loc",
    ("url", "lastmod"): "lastmod",
    ("sitemap", "loc"): "loc",
    ("sitemap", "lastmod"): "lastmod",
    ("news", "title"): "title",
    ("news", "publication_date"): "published",
    ("publication", "language"): "language",
}


def parse_sitemap(content: bytes, *, url: str, clock: datetime | None = None) -> Sitemap | Refusal:
    """Read a sitemap that was found at `url`; what is none is refused with its reason.

    A document that breaks off keeps what stood before. Dates more than a day ahead of
    `clock` are unknown. A list of addresses, one a line, is a sitemap too.
    """
    unpacked = _unpacked(content)
    if isinstance(unpacked, str):
        return Refusal(id=url, reason=RefusalReason.UNREADABLE, detail=unpacked)
    if len(unpacked) > MOST_SITEMAP_BYTES:
        detail = f"more than {MOST_SITEMAP_BYTES // 1024**2} MB"
        return Refusal(id=url, reason=RefusalReason.TOO_LARGE, detail=detail)
    text = decode(unpacked, declared=None)
    if text is None:
        return Refusal(id=url, reason=RefusalReason.BINARY, detail="no text in any encoding")
    if _PLAIN.match(text):
        return _of_lines(text, url)
    if (document := rooted(text, _ROOT)) is None:
        return Refusal(id=url, reason=RefusalReason.UNKNOWN_FORMAT, detail="no element of a sitemap in it")
    reader = _Reader(url, clock)
    broken = walk(mended(document), closed=reader.closed)
    return Sitemap(
        url=url,
        entries=tuple(reader.entries.values()),
        sitemaps=tuple(reader.sitemaps.values()),
        broken=broken,
        unfit_links=tuple(reader.unfit_links),
    )


def _unpacked(content: bytes) -> bytes | str:
    """Return the bytes unpacked, one more than may be at most, or what is wrong with them."""
    if not content.startswith(_GZIP):
        return content
    try:
        return gzip.GzipFile(fileobj=BytesIO(content)).read(MOST_SITEMAP_BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        return str(error) or type(error).__name__


def _of_lines(text: str, url: str) -> Sitemap:
    lines = {line: canonical_url(line) for line in text.splitlines()[:MOST_ENTRIES]}
    entries = (
        SitemapEntry(url=address, modified=None, published=None, title=None, language=None)
        for address in dict.fromkeys(lines.values())
        if address
    )
    return Sitemap(
        url=url,
        entries=tuple(entries),
        sitemaps=(),
        broken=None,
        unfit_links=tuple(line for line, address in lines.items() if not address and _LINK.fullmatch(line)),
    )


class _Reader:
    """Gathers the fields of one page or sitemap until its element is closed."""

    def __init__(self, url: str, clock: datetime | None) -> None:
        self.entries: dict[str, SitemapEntry] = {}
        self.sitemaps: dict[str, SitemapLink] = {}
        self.unfit_links: dict[str, None] = {}
        self._url = url
        self._clock = clock
        self._fields: dict[str, str] = {}
        self._takers: Mapping[str, Callable[[str], None]] = {"url": self._entry, "sitemap": self._sitemap}

    def closed(self, path: Path, text: str) -> None:
        """Keep a field, or take the page or sitemap that is now whole."""
        if field := _FIELDS.get((path[-2], path[-1])):
            self._fields.setdefault(field, text)
        elif taker := self._takers.get(path[-1]):
            if (link := self._fields.get("loc")) and self._has_room():
                if address := canonical_url(link, base=self._url):
                    taker(address)
                else:
                    self.unfit_links[link] = None
            self._fields.clear()

    def _has_room(self) -> bool:
        return len(self.entries) + len(self.sitemaps) + len(self.unfit_links) < MOST_ENTRIES

    def _entry(self, address: str) -> None:
        self.entries[address] = SitemapEntry(
            url=address,
            modified=self._date("lastmod"),
            published=self._date("published"),
            title=one_line(self._fields.get("title", "")),
            language=one_line(self._fields.get("language", "")),
        )

    def _sitemap(self, address: str) -> None:
        self.sitemaps[address] = SitemapLink(url=address, modified=self._date("lastmod"))

    def _date(self, field: str) -> datetime | None:
        return feed_date(self._fields.get(field), None, clock=self._clock)
