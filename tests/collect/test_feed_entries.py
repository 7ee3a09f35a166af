"""What an entry says: its title, summary, content and authors."""

import pytest
from tests.collect.feed_building import atom, entry, item_of, rss_item


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
        ("<title>1 &amp;lt; 2</title>", "1 < 2"),
        ("<title>ا <b>ب</b> ج</title>", "ا ب ج"),
        ("<title>أول</title><image><title>صورة</title></image>", "أول"),
        ("<title>أول</title><title>ثان</title>", "أول"),
        ("<TITLE>أول</TITLE>", "أول"),
        ("<title>&#147;أول&#148;</title>", "“أول”"),
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
        ('<title type="application/octet-stream">2KfZhNiu2KjYsQ==</title>', "الخبر"),
        ('<title type="html">A &amp;amp;amp; B</title>', "A &amp; B"),
        (
            '<title type="xhtml"><x:p xmlns:x="http://www.w3.org/1999/xhtml">a <x:b>b</x:b></x:p></title>',
            "a b",
        ),
        (
            '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">a <em>b</em> &lt;</div></title>',
            "a b <",
        ),
    ],
)
def test_titles_of_atom_keep_to_their_type(written: str, title: str) -> None:
    assert entry(f"<id>1</id>{written}").title == title


@pytest.mark.parametrize(
    ("written", "author"),
    [
        ("<dc:creator>رائد</dc:creator>", "رائد"),
        ("<author>r@a.example (رائد)</author>", "رائد"),
        ("<author>رائد</author>", "رائد"),
        ("<itunes:author>رائد</itunes:author>", "رائد"),
        ("<dc:author>رائد</dc:author>", "رائد"),
        ("<author>r@a.example</author>", "r@a.example"),
        ("<atom:author><atom:name>رائد</atom:name></atom:author>", "رائد"),
        ("<dc:creator>رائد</dc:creator><dc:creator>سلمى</dc:creator>", "رائد, سلمى"),
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
    ("of_feed", "of_entry", "author"),
    [
        ("رائد", "", "رائد"),
        ("رائد", "<author><name>سلمى</name></author>", "سلمى"),
        ("رائد", "<source><author><name>ليلى</name></author></source>", "ليلى"),
        ("رائد", "<contributor><name>سلمى</name></contributor>", "رائد"),
        ("", "", None),
    ],
)
def test_an_entry_of_atom_without_author_has_its_sources_or_feeds(
    of_feed: str, of_entry: str, author: str | None
) -> None:
    said = f"<author><name>{of_feed}</name></author>" if of_feed else ""
    assert item_of(atom(f"{said}<entry><title>t</title>{of_entry}</entry>")).author == author


@pytest.mark.parametrize(
    ("content", "title", "summary", "plain"),
    [
        ('<title mode="escaped" type="text/html">&lt;b&gt;x&lt;/b&gt;</title>', "x", None, None),
        ('<title mode="escaped" type="text/plain">&lt;b&gt;x&lt;/b&gt;</title>', "<b>x</b>", None, None),
        ('<title mode="base64" type="text/html">PGI+eDwvYj4=</title>', "x", None, None),
        ('<title type="application/xhtml+xml"><div xmlns="http://www.w3.org/1999/xhtml">x</div></title>',
         "x", None, None),
        ('<title>x</title><content mode="escaped" type="text/html">&lt;p&gt;y&lt;/p&gt;</content>',
         "x", "y", "<p>y</p>"),
        ('<title>x</title><summary mode="escaped" type="text/html">&lt;p&gt;z&lt;/p&gt;</summary>',
         "x", "z", None),
    ],
)  # fmt: skip
def test_modes_of_atom_03(content: str, title: str, summary: str | None, plain: str | None) -> None:
    item = item_of(
        f'<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry>{content}</entry></feed>'.encode()
    )
    assert (item.title, item.summary, item.content) == (title, summary, plain)


@pytest.mark.parametrize(
    "inside",
    [
        "<description>قال</description>",
        "<description>&lt;b&gt;قال&lt;/b&gt;</description>",
        "<dc:description>قال</dc:description>",
        "<itunes:summary>قال</itunes:summary>",
        "<media:description>قال</media:description>",
        "<content:encoded>&lt;p&gt;قال&lt;/p&gt;</content:encoded>",
        "<xhtml:body xmlns:xhtml='http://www.w3.org/1999/xhtml'><p>قال</p></xhtml:body>",
        "<fullitem>قال</fullitem>",
    ],
)
def test_a_summary_stands_in_many_places(inside: str) -> None:
    assert rss_item(f"<title>t</title>{inside}").summary == "قال"
