"""Sites whose feeds are of every kind, well-formed and not; each feed stands at /feed."""

import gzip
import re
from collections.abc import Mapping
from datetime import UTC, datetime

import brotli
from tests.web_of_sites.answers import Given, Handler, InTurn, conditional, html, xml
from tests.web_of_sites.feeds import atom, json_feed, news_sitemap, rdf, rss, sitemap_index
from tests.web_of_sites.site import Site, robots
from tests.web_of_sites.texts import home, page, piece, pieces

_FIVE = pieces(5)
_TAG = re.compile(r"<(guid|pubDate)[^>]*>.*?</\1>")


def feed_sites() -> tuple[Site, ...]:
    return (*_kinds(), *_encodings(), *_broken(), *_found(), *_living())


def feed_of(host: str, number: int = 5, **more: Given | Handler) -> Site:
    """Return a site with a feed of so many articles, and further pages by path without the slash."""
    told = pieces(number)
    pages = {one.path: html(page(one).encode()) for one in told} | {"/feed": xml(rss(host, told))}
    return Site(host=host, purpose="a feed", pages={**pages, **_slashed(more)})


def _site(host: str, purpose: str, feed: Given | Handler, **more: Given | Handler) -> Site:
    """Make a site of a feed, its five articles and whatever else it has, by path without the slash."""
    return Site(host=host, purpose=purpose, pages={**_articles(), "/feed": feed, **_slashed(more)})


def _articles() -> dict[str, Given | Handler]:
    return {one.path: html(page(one).encode()) for one in _FIVE}


def _slashed(pages: Mapping[str, Given | Handler]) -> dict[str, Given | Handler]:
    return {f"/{path}": given for path, given in pages.items()}


def _kinds() -> tuple[Site, ...]:
    return (
        _site("river.example", "RSS 2.0", xml(rss("river.example", _FIVE))),
        _site("delta.example", "Atom", xml(atom("delta.example", _FIVE), kind="application/atom+xml")),
        _site(
            "harbour.example",
            "JSON Feed",
            xml(json_feed("harbour.example", _FIVE), kind="application/feed+json"),
        ),
        _site("lagoon.example", "RSS 1.0", xml(rdf("lagoon.example", _FIVE), kind="application/rdf+xml")),
        _site(
            "relative.example",
            "Atom with xml:base and relative links",
            xml(
                atom("relative.example", _FIVE, base="http://relative.example/"), kind="application/atom+xml"
            ),
        ),
        _site("as-html.example", "a feed served as HTML", html(rss("as-html.example", _FIVE))),
    )


def _encodings() -> tuple[Site, ...]:
    plain = rss("bom.example", _FIVE)
    return (
        _site(
            "cp1256.example",
            "a feed in windows-1256, as its XML says",
            xml(rss("cp1256.example", _FIVE, encoding="windows-1256"), kind="text/xml"),
        ),
        _site(
            "iso6.example",
            "a feed in ISO-8859-6, as its header says",
            xml(rss("iso6.example", _FIVE, encoding="iso-8859-6"), kind="text/xml; charset=iso-8859-6"),
        ),
        _site("utf16.example", "a feed in UTF-16", xml(rss("utf16.example", _FIVE, encoding="utf-16"))),
        _site("bom.example", "a feed behind a byte order mark", xml(b"\xef\xbb\xbf" + plain)),
        _site(
            "lying.example",
            "a feed in windows-1256 whose header says UTF-8",
            xml(rss("lying.example", _FIVE, encoding="windows-1256"), kind="text/xml; charset=utf-8"),
        ),
    )


def _broken() -> tuple[Site, ...]:
    def changed(host: str, old: str, new: str) -> Given:
        return xml(rss(host, _FIVE).decode().replace(old, new).encode())

    bare = _TAG.sub("", rss("no-ids.example", _FIVE).decode()).encode()
    return (
        _site("unclosed.example", "a feed that breaks off", xml(rss("unclosed.example", _FIVE)[:-40])),
        _site(
            "ampersand.example", "a feed with a bare &", changed("ampersand.example", "أخبار", "أخبار & آراء")
        ),
        _site("no-ids.example", "items without id and date", xml(bare)),
        _site("bad-dates.example", "dates that are none", changed("bad-dates.example", "2026", "20x6")),
        _site("future.example", "items dated far ahead", changed("future.example", " 2026 ", " 2199 ")),
        _site("empty.example", "a feed without items", xml(rss("empty.example", ()))),
        _site("nothing.example", "a feed of no bytes", xml(b"")),
        _site("no-feed.example", "a page where a feed should be", html(home(_FIVE).encode())),
        _site("junk.example", "bytes that are nothing", xml(b"\x00\x01\x02" * 400)),
        _site("twice.example", "every item twice", xml(rss("twice.example", (*_FIVE, *_FIVE)))),
    )


def _found() -> tuple[Site, ...]:
    """Sites that are given by their home page."""
    link = '<link rel="alternate" type="application/rss+xml" href="/feed">'
    two = link + '<link rel="alternate" type="application/atom+xml" href="/atom" title="الكل">'
    maps = "User-agent: *\nAllow: /\nSitemap: http://sitemap.example/news.xml\n"
    index = sitemap_index("many-maps.example", ["/one.xml", "/two.xml.gz"])
    return (
        Site(
            host="found.example",
            purpose="a home page that names its feed",
            pages={
                **_articles(),
                "/": html(home(_FIVE, head=link).encode()),
                "/feed": xml(rss("found.example", _FIVE)),
            },
        ),
        Site(
            host="two-feeds.example",
            purpose="a home page that names two feeds",
            pages={
                **_articles(),
                "/": html(home(_FIVE, head=two).encode()),
                "/feed": xml(rss("two-feeds.example", _FIVE)),
                "/atom": xml(atom("two-feeds.example", _FIVE), kind="application/atom+xml"),
            },
        ),
        Site(
            host="feedless.example",
            purpose="a home page without any feed",
            pages={**_articles(), "/": html(home(_FIVE).encode())},
        ),
        Site(
            host="sitemap.example",
            purpose="a news sitemap that robots.txt names",
            pages={
                **_articles(),
                "/robots.txt": robots(maps),
                "/news.xml": xml(news_sitemap("sitemap.example", _FIVE), kind="application/xml"),
            },
        ),
        Site(
            host="many-maps.example",
            purpose="an index of sitemaps, one of them gzipped as a file",
            pages={
                **_articles(),
                "/sitemap.xml": xml(index, kind="application/xml"),
                "/one.xml": xml(news_sitemap("many-maps.example", _FIVE[:2]), kind="application/xml"),
                "/two.xml.gz": xml(
                    gzip.compress(news_sitemap("many-maps.example", _FIVE[2:])), kind="application/gzip"
                ),
            },
        ),
    )


def _living() -> tuple[Site, ...]:
    """Sites that change, or say that they did not."""
    modified = datetime(2026, 3, 3, 5, 0, tzinfo=UTC)
    first, later = xml(rss("growing.example", _FIVE[:3])), xml(rss("growing.example", _FIVE))
    edited = piece(1)
    return (
        _site("etag.example", "304 by ETag", conditional(xml(rss("etag.example", _FIVE)), etag='"five"')),
        _site(
            "modified.example",
            "304 by Last-Modified",
            conditional(xml(rss("modified.example", _FIVE)), modified=modified),
        ),
        _site("growing.example", "a feed with new items the second time", InTurn(first, later)),
        Site(
            host="edited.example",
            purpose="an article corrected in silence",
            pages={
                "/feed": xml(rss("edited.example", [edited])),
                edited.path: InTurn(
                    html(page(edited).encode()),
                    html(page(edited, addition="تصحيح: الجسر يفتتح غدا لا اليوم.").encode()),
                ),
            },
        ),
        _site(
            "packed.example",
            "a feed packed with gzip, its pages with brotli",
            xml(gzip.compress(rss("packed.example", _FIVE)), Content_Encoding="gzip"),
            br=html(brotli.compress(page(piece(1)).encode()), Content_Encoding="br"),
        ),
        _site(
            "old-page.example",
            "a page in windows-1256",
            xml(rss("old-page.example", _FIVE)),
            qadim=html(page(piece(1)).encode("cp1256"), charset="windows-1256"),
        ),
    )
