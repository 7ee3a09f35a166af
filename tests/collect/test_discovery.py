import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.collect.discovery import page_links, sitemaps_named, usual_feeds, usual_sitemaps

URL = "https://www.a.example/news/1"


def feeds_of(html: str) -> list[tuple[str, str | None]]:
    return [(link.url, link.title) for link in page_links(html.encode(), url=URL).feeds]


@pytest.mark.parametrize(
    ("html", "feeds"),
    [
        ('<link rel="alternate" type="application/rss+xml" title="الضفاف" href="/feed/">',
         [("https://www.a.example/feed/", "الضفاف")]),
        ('<LINK REL="Alternate" TYPE="application/atom+xml; charset=utf-8" HREF="atom.xml">',
         [("https://www.a.example/news/atom.xml", None)]),
        ('<base href="https://b.example/x/"><link rel=alternate type=application/feed+json href=f.json>',
         [("https://b.example/x/f.json", None)]),
        ('<link rel="feed" href="/f">', [("https://www.a.example/f", None)]),
        ('<link rel="alternate" type="text/html" href="/en">', []),
        ('<link rel="stylesheet" type="text/xml" href="/x">', []),
        ('<link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts/1">', []),
        ('<link rel="alternate" type="application/rss+xml" href="/comments/feed/">', []),
        ('<link rel="alternate" type="application/rss+xml" title="الضفاف » التعليقات" href="/x/feed/">', []),
        ('<a href="/rss">خلاصات</a><a href="https://other.example/rss">x</a><a href="/rss-is-fine">y</a>',
         [("https://www.a.example/rss", None)]),
        ('<a href="/rss.xml">x</a><link rel=alternate type=application/rss+xml href="/main">',
         [("https://www.a.example/main", None), ("https://www.a.example/rss.xml", None)]),
        ('<link rel=alternate type=application/rss+xml href="javascript:x">', []),
        ('<link rel=alternate type=text/xml>', []),
        ('<link rel=alternate type=application/rss+xml href="/f"><link rel=feed href="/f">',
         [("https://www.a.example/f", None)]),
    ],
)  # fmt: skip
def test_the_feeds_that_a_page_names(html: str, feeds: list[tuple[str, str | None]]) -> None:
    assert feeds_of(html) == feeds


@pytest.mark.parametrize(
    ("href", "canonical"),
    [
        ("/news/1?utm_source=x", "https://www.a.example/news/1"),
        ("https://a.example/news/one", "https://a.example/news/one"),
        ("https://amp.a.example/news/1", "https://amp.a.example/news/1"),
        ("https://other.example/news/1", None),
        ("https://www.a.example/", None),
        ("", "https://www.a.example/news/1"),
        ("mailto:x", None),
    ],
)
def test_the_canonical_address_is_believed_on_its_own_site_alone(href: str, canonical: str | None) -> None:
    assert page_links(f'<link rel="canonical" href="{href}">'.encode(), url=URL).canonical == canonical


def test_sitemaps_of_robots_come_with_the_news_first() -> None:
    robots = b"User-agent: *\nDisallow: /x\nSitemap: https://a.example/all.xml\nsitemap: /news.xml\nSitemap: ftp://a\n"
    assert sitemaps_named(robots, url="https://a.example/robots.txt") == (
        "https://a.example/news.xml",
        "https://a.example/all.xml",
    )


def test_the_usual_places_are_on_the_site() -> None:
    assert "https://www.a.example/rss.xml" in usual_feeds(URL)
    assert "https://www.a.example/sitemap.xml" in usual_sitemaps(URL)


@given(st.binary(), st.sampled_from([None, "utf-8", "windows-1256", "nonsense"]))
def test_whatever_comes_is_looked_through(content: bytes, encoding: str | None) -> None:
    links = page_links(b"<a href='/rss'>" + content, url=URL, encoding=encoding)
    assert all(link.url.startswith(("http://", "https://")) for link in links.feeds)
    assert isinstance(sitemaps_named(b"Sitemap: " + content, url=URL), tuple)
