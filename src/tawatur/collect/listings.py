"""Whatever an address lists its new pages in, feed or news sitemap, as a feed."""

from datetime import datetime

from tawatur.collect.feed_items import digest
from tawatur.collect.feeds import parse_feed
from tawatur.collect.sitemaps import parse_sitemap
from tawatur.records.feed import Feed, FeedHints, FeedItem
from tawatur.records.refusal import Refusal, RefusalReason
from tawatur.records.sitemap import Sitemap, SitemapEntry

_MAYBE_SITEMAP = frozenset((RefusalReason.UNKNOWN_FORMAT, RefusalReason.BINARY))
"""What `parse_feed` says of sitemaps, plain and packed."""


def parse_listing(
    content: bytes, *, url: str, encoding: str | None = None, clock: datetime | None = None
) -> Feed | Refusal:
    """Read a feed or a sitemap that was found at `url`; what is neither is refused as a feed is.

    The newest entries of a sitemap come first, those without a date last. An index of
    sitemaps lists no pages: it is refused, with the first of its sitemaps named.
    """
    feed = parse_feed(content, url=url, encoding=encoding, clock=clock)
    if isinstance(feed, Feed) or feed.reason not in _MAYBE_SITEMAP:
        return feed
    sitemap = parse_sitemap(content, url=url, clock=clock)
    if isinstance(sitemap, Refusal):
        return feed
    if sitemap.sitemaps and not sitemap.entries:
        detail = f"an index of {len(sitemap.sitemaps)} sitemaps, first {sitemap.sitemaps[0].url}"
        return Refusal(id=url, reason=RefusalReason.INDEX_PAGE, detail=detail)
    return _as_feed(sitemap)


def _as_feed(sitemap: Sitemap) -> Feed:
    dated = sorted((entry for entry in sitemap.entries if _told(entry)), key=_order, reverse=True)
    undated = [entry for entry in sitemap.entries if not _told(entry)]
    return Feed(
        url=sitemap.url,
        title=None,
        home=None,
        language=next((entry.language for entry in sitemap.entries if entry.language), None),
        updated=None,
        items=(*map(_as_item, (*dated, *undated)), *map(item_of_unfit, sitemap.unfit_links)),
        hints=FeedHints(),
    )


def item_of_unfit(link: str) -> FeedItem:
    """Return a link that nobody can ask for as an entry that leads nowhere."""
    return FeedItem(
        id=digest(link),
        url=None,
        title=None,
        published=None,
        updated=None,
        author=None,
        summary=None,
        content=None,
        categories=(),
        unfit_link=link,
    )


def _told(entry: SitemapEntry) -> datetime | None:
    return entry.published or entry.modified


def _order(entry: SitemapEntry) -> float:
    told = _told(entry)
    return told.timestamp() if told else 0.0


def _as_item(entry: SitemapEntry) -> FeedItem:
    return FeedItem(
        id=entry.url,
        url=entry.url,
        title=entry.title,
        published=entry.published,
        updated=entry.modified,
        author=None,
        summary=None,
        content=None,
        categories=(),
    )
