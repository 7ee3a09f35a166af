from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.collect.feed_markup import MOST_ITEMS
from tawatur.collect.feeds import parse_feed
from tawatur.records.feed import Feed, FeedItem
from tawatur.records.refusal import Refusal, RefusalReason

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


@pytest.mark.parametrize("text", [RDF, ATOM_03, ATOM_10, RSS_091, JSON_FEED])
def test_every_format_says_the_same(text: str) -> None:
    feed = feed_of(text.encode())
    item = feed.items[0]
    assert (feed.title, feed.home) == ("الضفاف", "https://a.example/")
    assert (item.id, item.url, item.title) == ("https://a.example/1", "https://a.example/1", "خبر")
    assert item.published == datetime(2025, 3, 1, 7, tzinfo=UTC)
    assert item.author == "رائد الطيلساني"


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("<title>قمة &amp; اجتماع</title>", "قمة & اجتماع"),
        ("<title>A &amp;amp; B</title>", "A & B"),
        ("<title><![CDATA[قال: <b>لا</b> نعم]]></title>", "قال: لا نعم"),
        ("<title>&lt;b&gt;bold&lt;/b&gt;</title>", "bold"),
        ("<title>5 &lt; 6</title>", "5 < 6"),
        ("<title>AT&T</title>", "AT&T"),
        ("<title>a &nbsp; b &rsquo;</title>", "a b ’"),
        ("<title>&#1582;&#x628;&#1585;</title>", "خبر"),
        ("<title>&#99999999;x&#0;</title>", "x"),
        ("<title>a\x0bb\x00</title>", "ab"),
        ("<title>\n  سطر\n  ثان </title>", "سطر ثان"),
        ("<title>أول</title><media:title>ثان</media:title>", "أول"),
        ("<title/><description>d</description>", None),
        ("<dc:title>من دبلن</dc:title>", "من دبلن"),
    ],
)
def test_titles_of_rss_are_text_or_markup(written: str, title: str | None) -> None:
    assert rss_item(f"{written}<link>/1</link>").title == title


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("<title>5 &lt; 6</title>", "5 < 6"),
        ('<title type="text">&lt;b&gt;x&lt;/b&gt;</title>', "<b>x</b>"),
        ('<title type="html">&lt;b&gt;x&lt;/b&gt; &amp;amp;</title>', "x &"),
        ('<title type="html"><![CDATA[a <br/> b]]></title>', "a b"),
        (
            '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">a <em>b</em> &lt;</div></title>',
            "a b <",
        ),
    ],
)
def test_titles_of_atom_keep_to_their_type(written: str, title: str) -> None:
    assert entry(f"<id>1</id>{written}").title == title


@pytest.mark.parametrize(
    ("inside", "url"),
    [
        ("<link>https://a.example/1?utm_source=rss#x</link>", "https://a.example/1"),
        ("<link>2</link>", "https://a.example/news/2"),
        ("<link>/2?a=1&amp;b=2</link>", "https://a.example/2?a=1&b=2"),
        ("<link>/2?a=1&b=2&copy=3</link>", "https://a.example/2?a=1&b=2&copy=3"),
        ("<link><![CDATA[ https://a.example/خبر ]]></link>", "https://a.example/%D8%AE%D8%A8%D8%B1"),
        ("<guid>https://a.example/g</guid>", "https://a.example/g"),
        ("<guid isPermaLink='false'>https://a.example/g</guid>", None),
        ("<guid>17</guid>", None),
        ("<link>javascript:alert(1)</link>", None),
        ("<guid>g</guid><atom:link href='/3'/>", "https://a.example/3"),
        ("<link>/1</link><enclosure url='/a.mp3' type='audio/mpeg' length='1'/>", "https://a.example/1"),
        ("<link xml:base='https://b.example/x/'>y</link>", "https://b.example/x/y"),
    ],
)
def test_an_entry_of_rss_leads_to_its_page(inside: str, url: str | None) -> None:
    assert rss_item(f"<title>t</title>{inside}").url == url


def test_an_entry_of_atom_leads_to_its_alternate_by_its_base() -> None:
    content = atom(
        "<entry xml:base='2025/'><id>1</id><link rel='self' href='/self'/>"
        "<link rel='enclosure' href='/a.mp3'/><link rel='alternate' href='page'/></entry>",
        "xml:base='/deep/'",
    )
    assert item_of(content).url == "https://a.example/deep/2025/page"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Sat, 01 Mar 2025 10:00:00 GMT", "2025-03-01T10:00"),
        ("Sat, 1 Mar 2025 10:00 +0300", "2025-03-01T07:00"),
        ("01 Mar 25 10:00:00 EST", "2025-03-01T15:00"),
        ("Sat, 01 Mar 2025 10:00:00 GMT+03:00", "2025-03-01T07:00"),
        ("Saturday, March 1, 2025 - 10:00", "2025-03-01T10:00"),
        ("Sat, 01 Mar 2025 10:00:00 PM", "2025-03-01T22:00"),
        ("2025-03-01T10:00:00+03:00", "2025-03-01T07:00"),
        ("2025-03-01T10:00:00.123Z", "2025-03-01T10:00"),
        ("2025-03-01 10:00:00", "2025-03-01T10:00"),
        ("2025-03-01", "2025-03-01T00:00"),
        ("20250301", "2025-03-01T00:00"),
        ("السبت، 1 مارس 2025 10:00 م", "2025-03-01T22:00"),
        ("السبت، ١ آذار ٢٠٢٥ - ١٠:٠٠", "2025-03-01T10:00"),
        ("Sat, 01 مارس 2025 10:00:00 +0300", "2025-03-01T07:00"),
        ("1 رمضان 1446هـ", "2025-03-01T00:00"),
        ("1446-09-01T10:00:00", "2025-03-01T10:00"),
        ("01/03/1446", "2024-09-04T00:00"),
        ("0000-00-00 00:00:00", None),
        ("Thu, 01 Jan 1970 00:00:00 +0000", None),
        ("Mon, 01 Jan 0001 00:00:00 GMT", None),
        ("Sat, 32 Mar 2025 10:00:00 GMT", None),
        ("أمس", None),
        ("x" * 300, None),
        ("", None),
    ],
)
def test_a_date_is_read_however_it_is_written(written: str, expected: str | None) -> None:
    told = rss_item(f"<title>t</title><pubDate>{written}</pubDate>").published
    assert (told.strftime("%Y-%m-%dT%H:%M") if told else None) == expected


def test_a_date_ahead_of_the_clock_is_not_believed() -> None:
    clock = datetime(2025, 3, 1, tzinfo=UTC)
    content = rss(
        "<item><guid>a</guid><pubDate>Sat, 01 Mar 2025 20:00:00 GMT</pubDate></item>"
        "<item><guid>b</guid><pubDate>Sun, 01 Mar 2026 20:00:00 GMT</pubDate></item>"
    )
    feed = parse_feed(content, url=URL, clock=clock)
    assert isinstance(feed, Feed)
    assert [item.published is None for item in feed.items] == [False, True]


def test_published_and_updated_are_two_things_in_atom_and_one_in_rss() -> None:
    later = entry("<id>1</id><updated>2025-03-02T00:00:00Z</updated>")
    assert (later.published, later.updated) == (None, datetime(2025, 3, 2, tzinfo=UTC))
    assert rss_item("<guid>1</guid><dc:date>2025-03-02</dc:date>").published == datetime(
        2025, 3, 2, tzinfo=UTC
    )
    both = rss_item(
        "<guid>1</guid><pubDate>Sat, 1 Mar 2025 00:00:00 GMT</pubDate>"
        "<dcterms:modified>2025-03-02</dcterms:modified>"
    )
    assert (both.published, both.updated) == (
        datetime(2025, 3, 1, tzinfo=UTC),
        datetime(2025, 3, 2, tzinfo=UTC),
    )


@pytest.mark.parametrize(
    ("written", "author"),
    [
        ("<dc:creator>رائد</dc:creator>", "رائد"),
        ("<author>r@a.example (رائد)</author>", "رائد"),
        ("<author>رائد</author>", "رائد"),
        ("<itunes:author>رائد</itunes:author>", "رائد"),
        ("<dc:creator><![CDATA[<a href='/r'>رائد</a>]]></dc:creator>", "رائد"),
        ("", None),
    ],
)
def test_the_author(written: str, author: str | None) -> None:
    assert rss_item(f"<title>t</title>{written}").author == author


def test_several_authors_and_categories() -> None:
    item = entry(
        "<id>1</id><author><name>رائد</name></author><author><name>سلمى</name></author>"
        "<category term='a' label='سياسة'/><category term='b'/><category term='b'/>"
    )
    assert (item.author, item.categories) == ("رائد, سلمى", ("سياسة", "b"))


def test_the_summary_is_text_and_the_content_is_kept_as_it_is() -> None:
    item = rss_item(
        "<title>t</title><description>&lt;p&gt;قال&lt;/p&gt;&lt;p&gt;نعم&lt;script&gt;x()&lt;/script&gt;&lt;/p&gt;</description>"
        "<content:encoded><![CDATA[<p>كل <b>النص</b></p>]]></content:encoded>"
    )
    assert (item.summary, item.content) == ("قال نعم", "<p>كل <b>النص</b></p>")


@pytest.mark.parametrize(
    ("content", "ids"),
    [
        (rss("<item><guid>g</guid><link>/1</link></item>"), ["g"]),
        (rss("<item><link>/1?utm_source=x</link></item>"), ["https://a.example/1"]),
        (rss("<item><guid>same</guid><link>/1</link></item><item><guid>same</guid><link>/2</link></item>"),
         ["https://a.example/1", "https://a.example/2"]),
        (rss("<item><guid>g</guid><link>/1</link></item>" * 2), ["g"]),
        (rss("<item></item><item><guid>g</guid></item>"), ["g"]),
        (atom("<entry><id>urn:uuid:1</id></entry><entry><id>tag:a.example,2025:2</id></entry>"),
         ["urn:uuid:1", "tag:a.example,2025:2"]),
    ],
)  # fmt: skip
def test_what_an_entry_is_known_by(content: bytes, ids: list[str]) -> None:
    assert [item.id for item in feed_of(content).items] == ids


def test_without_guid_and_address_title_and_date_tell_entries_apart() -> None:
    first, again, other = (
        rss_item(f"<title>{title}</title><pubDate>Sat, 01 Mar 2025 10:00:00 GMT</pubDate>").id
        for title in ("خبر", "خبر", "آخر")
    )
    assert first == again != other


ARABIC = "الأخبار: قال مصدر إن الوفد وصل إلى المدينة"


@pytest.mark.parametrize(
    ("encoding", "declared", "served"),
    [
        ("utf-8", "utf-8", None),
        ("utf-8", "windows-1256", "windows-1256"),
        ("utf-8", "iso-8859-1", None),
        ("windows-1256", "windows-1256", None),
        ("windows-1256", "utf-8", "utf-8"),
        ("windows-1256", "iso-8859-1", None),
        ("iso-8859-6", "iso-8859-6", "text/plain"),
        ("utf-16", "utf-16", None),
        ("utf-16-le", "utf-16", None),
        ("utf-16-be", "utf-16", "utf-8"),
        ("utf-32-be", "utf-32", None),
        ("utf-8-sig", "windows-1256", None),
    ],
)
def test_arabic_is_read_in_every_encoding_and_under_every_label(
    encoding: str, declared: str, served: str | None
) -> None:
    text = (
        f'<?xml version="1.0" encoding="{declared}"?>' + rss(f"<item><title>{ARABIC}</title></item>").decode()
    )
    feed = parse_feed(text.encode(encoding), url=URL, encoding=served)
    assert isinstance(feed, Feed)
    assert feed.items[0].title == ARABIC


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


def test_entities_stand_for_letters_and_never_grow() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    prolog = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha"><!ENTITY file SYSTEM "file:///etc/passwd">{laughs}]>'
    content = prolog.encode() + rss("<item><title>&l0; &l9; &file;</title><link>/1</link></item>")
    assert item_of(content).title == "ha &l9; &file;"


def test_hints() -> None:
    hints = feed_of(
        rss(
            "<ttl>30</ttl><sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>"
            "<skipHours><hour>0</hour><hour>23</hour></skipHours><skipDays><day>Friday</day></skipDays>"
            "<atom:link rel='next' href='?page=2'/><atom:link rel='hub' href='https://hub.example/'/>"
            "<itunes:new-feed-url>https://b.example/feed</itunes:new-feed-url><item><guid>1</guid></item>"
        )
    ).hints
    assert hints.every == timedelta(minutes=30)
    assert (hints.skip_hours, hints.skip_days) == ({0, 23}, {4})
    assert (hints.next_page, hints.hub) == ("https://a.example/news/feed.xml?page=2", "https://hub.example/")
    assert hints.moved_to == "https://b.example/feed"


def test_hints_that_mean_nothing_are_none() -> None:
    hours = "".join(f"<hour>{hour}</hour>" for hour in range(24))
    hints = feed_of(
        rss(f"<ttl>-5</ttl><ttl>soon</ttl><skipHours>{hours}</skipHours><atom:link rel='next' href='{URL}'/>")
    ).hints
    assert (hints.every, hints.skip_hours, hints.next_page) == (None, frozenset(), None)


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


def test_json_feed_takes_what_it_can() -> None:
    feed = feed_of(
        b"""{"version": "https://jsonfeed.org/version/1", "next_url": "?p=2", "author": {"name": "A"},
        "hubs": [{"type": "WebSub", "url": "/hub"}], "items": ["no item", {},
        {"id": 7, "content_html": "<p>x</p>", "tags": ["t", 3], "date_published": 12},
        {"id": "b", "external_url": "https://b.example/", "content_text": "y", "title": ["no"]}]}"""
    )
    first, second = feed.items
    assert (first.id, first.summary, first.content, first.author, first.categories) == (
        "7",
        "x",
        "<p>x</p>",
        "A",
        ("t",),
    )
    assert (second.url, second.summary, second.title) == ("https://b.example/", "y", None)
    assert (feed.hints.next_page, feed.hints.hub) == (
        "https://a.example/news/feed.xml?p=2",
        "https://a.example/hub",
    )


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
