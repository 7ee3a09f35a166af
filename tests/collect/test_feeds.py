"""Feeds of every format, sound, broken and none at all."""

import re
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.collect.feed_building import URL, atom, feed_of, item_of, rss

from tawatur.collect.feed_markup import MOST_ITEMS
from tawatur.collect.feeds import parse_feed
from tawatur.records.feed import Feed
from tawatur.records.refusal import Refusal, RefusalReason

RDF = """<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://a.example/"><title>الضفاف</title><link>https://a.example/</link></channel>
<item rdf:about="https://a.example/1"><title>خبر</title><link>https://a.example/1</link>
<dc:date>2025-03-01T10:00:00+03:00</dc:date><dc:creator>رائد الطيلساني</dc:creator></item></rdf:RDF>"""
ATOM_03 = """<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>الضفاف</title>
<link rel="alternate" type="text/html" href="https://a.example/"/>
<entry><title mode="escaped" type="text/html">&lt;b&gt;خبر&lt;/b&gt;</title>
<link rel="alternate" type="text/html" href="/1"/><id>https://a.example/1</id><issued>2025-03-01T10:00:00+03:00</issued>
<author><name>رائد الطيلساني</name></author></entry></feed>"""
ATOM_10 = """<feed xmlns="http://www.w3.org/2005/Atom"><title>الضفاف</title><link href="https://a.example/"/>
<entry><title type="html">&lt;b&gt;خبر&lt;/b&gt;</title><link href="/1"/><id>https://a.example/1</id>
<published>2025-03-01T07:00:00Z</published><updated>2025-03-01T08:00:00Z</updated>
<author><name>رائد الطيلساني</name></author></entry></feed>"""
RSS_091 = """<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN"
 "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel><title>الضفاف</title>
<link>https://a.example/</link><item><title>خبر</title><link>https://a.example/1</link>
<author>r@a.example (رائد الطيلساني)</author>
<pubDate>Sat, 01 Mar 2025 10:00:00 +0300</pubDate></item></channel></rss>"""
JSON_FEED = """{"version": "https://jsonfeed.org/version/1.1", "title": "الضفاف",
"home_page_url": "https://a.example/",
"items": [{"id": "https://a.example/1", "url": "/1", "title": "خبر",
"date_published": "2025-03-01T10:00:00+03:00",
"authors": [{"name": "رائد الطيلساني"}]}]}"""


RSS_090 = """<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:n="http://my.netscape.com/rdf/simple/0.9/" xmlns:d="http://purl.org/dc/elements/1.1/"><n:channel>
<n:title>الضفاف</n:title><n:link>https://a.example/</n:link></n:channel><n:item r:about="https://a.example/1">
<n:title>خبر</n:title><n:link>https://a.example/1</n:link><d:date>2025-03-01T10:00:00+03:00</d:date>
<d:creator>رائد الطيلساني</d:creator></n:item></r:RDF>"""
SHOUTED = """<RSS VERSION="0.92"><CHANNEL><TITLE>الضفاف</TITLE><LINK>https://a.example/</LINK><ITEM><TITLE>خبر</TITLE>
<LINK>https://a.example/1</LINK><AUTHOR>r@a.example (رائد الطيلساني)</AUTHOR>
<PUBDATE>Sat, 01 Mar 2025 10:00:00 +0300</PUBDATE></ITEM></CHANNEL></RSS>"""
PREFIXED = """<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>الضفاف</a:title>
<a:link href="https://a.example/"/>
<a:entry><a:title>خبر</a:title><a:link href="/1"/><a:id>https://a.example/1</a:id>
<a:published>2025-03-01T07:00:00Z</a:published>
<a:author><a:name>رائد الطيلساني</a:name></a:author></a:entry></a:feed>"""
CDF = """<CHANNEL HREF="https://a.example/"><TITLE>الضفاف</TITLE>
<ITEM HREF="https://a.example/1" LASTMOD="2025-03-01T10:00:00+03:00"><TITLE>خبر</TITLE>
<AUTHOR>رائد الطيلساني</AUTHOR></ITEM></CHANNEL>"""


XML = (RDF, ATOM_03, ATOM_10, RSS_091, RSS_090, SHOUTED, PREFIXED, CDF)


def unclosed(text: str) -> str:
    """Return a feed with an element that is opened and never closed."""
    return re.sub(r"(<(?:\w+:)?(?:channel|feed)\b[^>]*>)", r"\1<x:odd y>", text, count=1, flags=re.IGNORECASE)


@pytest.mark.parametrize("text", [JSON_FEED, *XML, *map(unclosed, XML)])
def test_every_format_says_the_same(text: str) -> None:
    feed = feed_of(text.encode())
    item = feed.items[0]
    assert (feed.title, feed.home) == ("الضفاف", "https://a.example/")
    assert (item.id, item.url, item.title) == ("https://a.example/1", "https://a.example/1", "خبر")
    assert item.published == datetime(2025, 3, 1, 7, tzinfo=UTC)
    assert item.author == "رائد الطيلساني"


@pytest.mark.parametrize(
    "content",
    [
        rss("<item><title>خبر</title><link>/1</link>").replace(b"</channel></rss>", b""),
        rss("<item><title>خبر</title><link>/1</link><description><b>x</description></item>"),
        b"\n\n  PHP Warning: x\n" + rss("<item><title>خبر</title><link>/1</link></item>"),
        rss("<item><title>خبر</title><link>/1</link></item>") + b"<script>count()</script><!-- 12 ms -->",
        rss("<item><title>خبر</title><link>/1</link><undeclared:x>1</undeclared:x></item>"),
        rss("<item><title>خبر</title><link>/1</link><description><![CDATA[x</description></item>"),
        rss("<item><title>خبر</title><link>/1</link><image width=3></item>"),
        rss("<item><title>خبر</title><link>/1</link></item>", version="9"),
        rss("<item><title>خبر</title><link>/1</link></item>").replace(b'version="2.0"', b""),
        b"\xef\xbb\xbf\xef\xbb\xbf" + rss("<item><title>خبر</title><link>/1</link></item>"),
    ],
)
def test_broken_markup_is_read_as_far_as_it_goes(content: bytes) -> None:
    item = item_of(content)
    assert (item.title, item.url) == ("خبر", "https://a.example/1")


@pytest.mark.parametrize(
    "at", ["<title>خ", "<link>https://a.example/2/ba", "<guid>https://a.example/2", "<li"]
)
def test_of_a_feed_that_breaks_off_nothing_half_is_taken(at: str) -> None:
    whole = rss("<title>t</title><item><title>خبر</title><link>/1</link></item>")
    feed = feed_of(whole.replace(b"</channel></rss>", f"<item>{at}".encode()))
    assert [(item.title, item.url) for item in feed.items] == [("خبر", "https://a.example/1")]


@pytest.mark.parametrize(
    "content", [rss("<title>t</title>"), b"<rss version='2.0'/>", atom("<title>t</title>")]
)
def test_a_feed_without_entries_is_one(content: bytes) -> None:
    assert feed_of(content).items == ()


@pytest.mark.parametrize(
    ("content", "language"),
    [
        (rss("<language>ar-SA</language>"), "ar-SA"),
        (rss("<dc:language>ar</dc:language>"), "ar"),
        (atom("<title>t</title>", "xml:lang='ar'"), "ar"),
        (rss("<title>t</title>").replace(b"<rss", b"<rss xml:lang='ar'"), "ar"),
        (rss("<title>t</title>"), None),
    ],
)
def test_the_language(content: bytes, language: str | None) -> None:
    assert feed_of(content).language == language


def test_bases_within_bases_without_end_fall_back_on_the_feeds_own_address() -> None:
    opened, closed = "<x xml:base='a/'>" * 2_000, "</x>" * 2_000
    url = item_of(atom(f"{opened}<entry><title>t</title><link href='1'/></entry>{closed}")).url
    assert url is not None
    assert re.fullmatch(r"https://a\.example/news/(a/){0,300}1", url)


def test_of_a_feed_of_authors_without_end_few_are_taken_over() -> None:
    authors = "".join(f"<author><name>{number}</name></author>" for number in range(3_000))
    author = item_of(atom(f"{authors}<entry><title>t</title></entry>")).author
    assert author is not None
    assert author.startswith("0, 1, 2")
    assert len(author.split(", ")) == 20


def test_entities_stand_for_letters_and_never_grow() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    prolog = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha"><!ENTITY file SYSTEM "file:///etc/passwd">{laughs}]>'
    content = prolog.encode() + rss("<item><title>&l0; &l9; &file;</title><link>/1</link></item>")
    assert item_of(content).title == "ha &l9; &file;"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", RefusalReason.EMPTY),
        (b" \n ", RefusalReason.EMPTY),
        (b"\x1f\x8b\x08\x00", RefusalReason.BINARY),
        (b"<!doctype html><html><head><title>x</title></head><body>", RefusalReason.UNKNOWN_FORMAT),
        (b"<html><body><feed></feed>", RefusalReason.UNKNOWN_FORMAT),
        (b"nothing of the kind", RefusalReason.UNKNOWN_FORMAT),
        (b"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'/>", RefusalReason.UNKNOWN_FORMAT),
        (b'{"items": []}', RefusalReason.UNKNOWN_FORMAT),
        (b'{"version": ', RefusalReason.UNKNOWN_FORMAT),
        (b"<?xml version='1.0'?>", RefusalReason.UNKNOWN_FORMAT),
        (b"<br />\n<b>Warning</b>: no database", RefusalReason.UNKNOWN_FORMAT),
        (b"<opml version='1.0'><body/></opml>", RefusalReason.UNKNOWN_FORMAT),
        (b"<rss vers", RefusalReason.UNREADABLE),
        (b"<rss version='2.0'><channel><title>t</title><it", RefusalReason.UNREADABLE),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'><title>t</title>", RefusalReason.UNREADABLE),
    ],
)
def test_what_is_no_feed_is_refused(content: bytes, reason: RefusalReason) -> None:
    refusal = parse_feed(content, url=URL)
    assert isinstance(refusal, Refusal)
    assert (refusal.id, refusal.reason) == (URL, reason)


def test_an_overlong_feed_loses_its_middle_and_says_so() -> None:
    total = 3 * MOST_ITEMS
    items = "".join(f"<item><guid>g{n}</guid></item>" for n in range(total))
    feed = feed_of(rss(f"<title>t</title>{items}"))
    assert len(feed.items) + feed.left_out == total
    assert (feed.items[0].id, feed.items[-1].id) == ("g0", f"g{total - 1}")


PIECES = st.sampled_from(
    [
        *("<rss>", "</rss>", "<channel>", "<item>", "</item>", "<feed>", "<entry>", "</entry>", "<title>"),
        *("</title>", "<link>", "</link>", "<link href='/1'/>", "<guid>", "<pubDate>", "</pubDate>", "<svg>"),
        *(
            "<content:encoded>",
            "<![CDATA[",
            "]]>",
            "<!--",
            "-->",
            "<?",
            "?>",
            "<!DOCTYPE x [",
            "]>",
            "&a;",
            "&",
        ),
        *(
            "<!ENTITY a 'b'>",
            "&#x",
            "&#1;",
            "<div>",
            "</div>",
            "<author>",
            "</author>",
            "<category term='",
            "'",
        ),
        *('"', ">", "<", "/", "xml:base='//['", "\x00", "http://[", "2025-03-01", "٣", "\ud800"),
        *("<itunes:keywords>a,b", "<georss:line>1 2 x", "<media:content url='"),
        *('{"version": "https://jsonfeed.org/version/1", "items": [{"id": 1}, ', "]}"),
    ]
)


@settings(deadline=None)
@given(
    st.one_of(
        st.binary(),
        st.lists(PIECES).map("".join).map(lambda text: text.encode("utf-8", "surrogatepass")),
        st.lists(PIECES).map(
            lambda pieces: f"<rss><channel><item>{''.join(pieces)}".encode("utf-8", "surrogatepass")
        ),
        st.lists(PIECES).map(
            lambda pieces: f"<feed><entry>{''.join(pieces)}".encode("utf-8", "surrogatepass")
        ),
    ),
    st.none() | st.sampled_from(["utf-8", "windows-1256", "utf-16", "no such", "idna"]),
)
def test_whatever_comes_is_a_feed_or_a_refusal(content: bytes, encoding: str | None) -> None:
    read = parse_feed(content, url=URL, encoding=encoding)
    if isinstance(read, Feed):
        assert len({item.id for item in read.items}) == len(read.items)
        assert all(item.url is None or item.url.startswith(("http://", "https://")) for item in read.items)
