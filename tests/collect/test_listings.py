import gzip

from tawatur.collect.listings import parse_listing
from tawatur.records.feed import Feed
from tawatur.records.refusal import Refusal, RefusalReason

URL = "https://a.example/news.xml"
SITEMAP = b"""<urlset><url><loc>/old</loc><lastmod>2025-03-01</lastmod></url><url><loc>/undated</loc></url>
<url><loc>/new</loc><news><publication_date>2025-03-02</publication_date><title>x</title></news></url></urlset>"""


def test_a_sitemap_lists_its_newest_pages_first() -> None:
    for content in (SITEMAP, gzip.compress(SITEMAP)):
        listing = parse_listing(content, url=URL)
        assert isinstance(listing, Feed)
        assert [item.url for item in listing.items] == [
            f"https://a.example/{name}" for name in ("new", "old", "undated")
        ]


def test_a_feed_is_read_as_one() -> None:
    listing = parse_listing(b"<rss><channel><item><link>/1</link></item></channel></rss>", url=URL)
    assert isinstance(listing, Feed)
    assert [item.url for item in listing.items] == ["https://a.example/1"]


def test_what_is_neither_and_what_lists_no_pages_is_refused() -> None:
    page = parse_listing(b"<html><body>x</body></html>", url=URL)
    assert isinstance(page, Refusal)
    assert page.reason is RefusalReason.UNKNOWN_FORMAT
    index = parse_listing(b"<sitemapindex><sitemap><loc>/1.xml</loc></sitemap></sitemapindex>", url=URL)
    assert isinstance(index, Refusal)
    assert (index.reason, "https://a.example/1.xml" in index.detail) == (RefusalReason.INDEX_PAGE, True)
