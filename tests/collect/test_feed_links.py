"""Where an entry leads, and what it is known by."""

import pytest
from tests.collect.feed_building import atom, entry, feed_of, item_of, rss, rss_item


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
        ("<link/><guid isPermaLink='true'>https://a.example/g</guid>", "https://a.example/g"),
        ("<guid isPermaLink='true'>/g</guid>", "https://a.example/g"),
        ("<GUID>https://a.example/g</GUID>", "https://a.example/g"),
        ("<link>https://a.example/1</link><guid>https://a.example/g</guid>", "https://a.example/1"),
        ("<link href='/1'/>", "https://a.example/1"),
        ("<comments>https://a.example/c</comments>", None),
        ("<source url='https://b.example/feed'>ب</source>", None),
        ("<atom:link rel='self' href='/self'/>", None),
        (
            "<link>/r/1</link><fb:origLink xmlns:fb='http://rssnamespace.org/feedburner/ext/1.0'>/1</fb:origLink>",
            "https://a.example/1",
        ),
        ("<link>javascript:alert(1)</link>", None),
        ("<guid>g</guid><atom:link href='/3'/>", "https://a.example/3"),
        ("<link>/1</link><enclosure url='/a.mp3' type='audio/mpeg' length='1'/>", "https://a.example/1"),
        ("<link xml:base='https://b.example/x/'>y</link>", "https://b.example/x/y"),
    ],
)
def test_an_entry_of_rss_leads_to_its_page(inside: str, url: str | None) -> None:
    assert rss_item(f"<title>t</title>{inside}").url == url


@pytest.mark.parametrize(
    ("link", "unfit"),
    [
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("ftp://a.example/1", "ftp://a.example/1"),
        ("https://reader:secret@a.example/1", "https://reader:secret@a.example/1"),
        ("//reader@a.example/1", "//reader@a.example/1"),
        ("http://[/1", "http://[/1"),
        ("/1", None),
        ("", None),
    ],
)
def test_a_link_that_nobody_can_ask_for_is_kept_as_published(link: str, unfit: str | None) -> None:
    for item in (rss_item(f"<title>t</title><link>{link}</link>"), entry(f"<id>1</id><link href='{link}'/>")):
        assert item.unfit_link == unfit
        assert (item.url is None) == (link != "/1")


@pytest.mark.parametrize(
    ("links", "url"),
    [
        ("<link href='/1'/>", "https://a.example/1"),
        ("<link type='application/pdf' href='/p'/><link type='text/html' href='/h'/>", "https://a.example/h"),
        ("<link rel='http://www.iana.org/assignments/relation/alternate' href='/1'/>", "https://a.example/1"),
        ("<link rel='related' href='/1'/>", None),
        ("<link rel='self' href='/1'/><link rel='via' href='/2'/>", None),
        ("<link rel='enclosure' href='/a.mp3'/><link href=' /1 '/>", "https://a.example/1"),
        ("<link href=''/>", None),
    ],
)  # fmt: skip
def test_of_the_links_of_atom_the_alternate_is_its_page(links: str, url: str | None) -> None:
    assert entry(f"<title>t</title>{links}").url == url


@pytest.mark.parametrize(
    ("of_feed", "of_entry", "of_link", "url"),
    [
        ("https://b.example/x/", "", "", "https://b.example/x/p"),
        ("", "https://b.example/x/", "", "https://b.example/x/p"),
        ("", "", "https://b.example/x/", "https://b.example/x/p"),
        ("https://b.example/x/", "y/", "z/", "https://b.example/x/y/z/p"),
        ("https://b.example/x/", "/y/", "", "https://b.example/y/p"),
        ("https://b.example/x/f.xml", "", "", "https://b.example/x/p"),
        ("//b.example/", "", "", "https://b.example/p"),
        ("http://[", "", "", "https://a.example/news/p"),
        ("javascript:", "", "", "https://a.example/news/p"),
    ],
)
def test_bases_are_joined_from_the_outside_in(of_feed: str, of_entry: str, of_link: str, url: str) -> None:
    def base(at: str) -> str:
        return f" xml:base='{at}'" if at else ""

    content = atom(
        f"<entry{base(of_entry)}><title>t</title><link{base(of_link)} href='p'/></entry>", base(of_feed)
    )
    assert item_of(content).url == url


def test_an_entry_of_atom_leads_to_its_alternate_by_its_base() -> None:
    content = atom(
        "<entry xml:base='2025/'><id>1</id><link rel='self' href='/self'/>"
        "<link rel='enclosure' href='/a.mp3'/><link rel='alternate' href='page'/></entry>",
        "xml:base='/deep/'",
    )
    assert item_of(content).url == "https://a.example/deep/2025/page"


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


@pytest.mark.parametrize(
    "said",
    ["<author>r@a.example (رائد)</author>", "<category>سياسة</category>", "<comments>/c</comments>",
     "<enclosure url='/a.mp3' type='audio/mpeg' length='1'/>",
     "<dcterms:created>2025-03-01</dcterms:created>"],
)  # fmt: skip
def test_an_entry_that_says_anything_is_one_and_known_again(said: str) -> None:
    first, again, other = (rss_item(one) for one in (said, said, f"{said}<title>t</title>"))
    assert first.id == again.id != other.id


def test_without_guid_and_address_title_and_date_tell_entries_apart() -> None:
    first, again, other = (
        rss_item(f"<title>{title}</title><pubDate>Sat, 01 Mar 2025 10:00:00 GMT</pubDate>").id
        for title in ("خبر", "خبر", "آخر")
    )
    assert first == again != other
