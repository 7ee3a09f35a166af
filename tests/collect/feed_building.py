"""Feeds and entries as the tests of this room write them."""

from tawatur.collect.feeds import parse_feed
from tawatur.records.feed import Feed, FeedItem

URL = "https://a.example/news/feed.xml"
NAMESPACES = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    ' xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" xmlns:atom="http://www.w3.org/2005/Atom"'
    ' xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"'
    ' xmlns:dcterms="http://purl.org/dc/terms/"'
)


def rss(inside: str, version: str = "2.0") -> bytes:
    return f'<rss version="{version}" {NAMESPACES}><channel>{inside}</channel></rss>'.encode()


def atom(inside: str, attributes: str = "") -> bytes:
    return f'<feed xmlns="http://www.w3.org/2005/Atom" {attributes}>{inside}</feed>'.encode()


def feed_of(content: bytes, **said: str) -> Feed:
    feed = parse_feed(content, url=URL, encoding=said.get("encoding"))
    assert isinstance(feed, Feed), feed
    return feed


def item_of(content: bytes) -> FeedItem:
    (item,) = feed_of(content).items
    return item


def rss_item(inside: str) -> FeedItem:
    return item_of(rss(f"<item>{inside}</item>"))


def entry(inside: str) -> FeedItem:
    return item_of(atom(f"<entry>{inside}</entry>"))
