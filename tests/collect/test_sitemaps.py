import gzip
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.collect import xml_walk
from tawatur.collect.sitemaps import MOST_ENTRIES, parse_sitemap
from tawatur.records.refusal import Refusal, RefusalReason
from tawatur.records.sitemap import Sitemap

URL = "https://a.example/sitemap.xml"
NEWS = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"
 xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"><url><loc>https://a.example/خبر?utm_source=x&id=1</loc>
<lastmod>2025-03-02</lastmod><n:news><n:publication><n:name>الضفاف</n:name>
<n:language>ar</n:language></n:publication>
<n:publication_date>2025-03-01T10:00:00+03:00</n:publication_date>
<n:title><![CDATA[وصول الوفد & عودته]]></n:title></n:news>
<image:image><image:loc>https://a.example/i.jpg</image:loc><image:title>صورة</image:title></image:image></url>
<url><loc> /2 </loc></url><url><loc>https://a.example/2</loc></url><url><lastmod>2025-03-02</lastmod></url></urlset>"""
INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>https://a.example/n.xml.gz</loc>
<lastmod>2025-03-01T00:00:00Z</lastmod></sitemap><sitemap><loc>javascript:x</loc></sitemap></sitemapindex>"""


def sitemap_of(content: bytes) -> Sitemap:
    sitemap = parse_sitemap(content, url=URL)
    assert isinstance(sitemap, Sitemap), sitemap
    return sitemap


@pytest.mark.parametrize("pack", [lambda content: content, gzip.compress])
def test_news_with_their_titles_and_dates(pack: object) -> None:
    assert callable(pack)
    sitemap = sitemap_of(pack(NEWS.encode()))
    first, second = sitemap.entries
    assert first.url == "https://a.example/%D8%AE%D8%A8%D8%B1?id=1"
    assert (first.title, first.language) == ("وصول الوفد & عودته", "ar")
    assert first.published == datetime(2025, 3, 1, 7, tzinfo=UTC)
    assert first.modified == datetime(2025, 3, 2, tzinfo=UTC)
    assert (second.url, second.title, second.published, second.modified) == (
        "https://a.example/2",
        None,
        None,
        None,
    )
    assert sitemap.broken is None


def test_an_index_names_other_sitemaps() -> None:
    index = sitemap_of(INDEX.encode())
    (link,) = index.sitemaps
    assert index.unfit_links == ("javascript:x",)
    assert (link.url, link.modified) == ("https://a.example/n.xml.gz", datetime(2025, 3, 1, tzinfo=UTC))


def test_a_list_of_addresses() -> None:
    content = (
        b"\xef\xbb\xbfhttps://a.example/1\r\n\r\nno address\r\nhttps://a.example/1\r\nhttps://a.example/2\r\n"
        b"a remark: none\r\nftp://a.example/3\r\nftp://a.example/3\r\n"
    )
    sitemap = sitemap_of(content)
    assert [entry.url for entry in sitemap.entries] == ["https://a.example/1", "https://a.example/2"]
    assert sitemap.unfit_links == ("ftp://a.example/3",)


def test_links_that_nobody_can_ask_for_are_told_once_and_as_they_stand() -> None:
    urls = "".join(
        f"<url><loc>{link}</loc></url>"
        for link in ("https://a:b@a.example/1", "ftp://a.example/2", "/3", "ftp://a.example/2")
    )
    sitemap = sitemap_of(f"<urlset>{urls}</urlset>".encode())
    assert [entry.url for entry in sitemap.entries] == ["https://a.example/3"]
    assert sitemap.unfit_links == ("https://a:b@a.example/1", "ftp://a.example/2")


def test_what_stood_before_a_break_is_kept() -> None:
    sitemap = sitemap_of(NEWS.partition("<url><lastmod>")[0].encode())
    assert len(sitemap.entries) == 2
    assert sitemap.broken


def test_no_more_than_the_protocol_allows() -> None:
    urls = "".join(f"<url><loc>/{n}</loc></url>" for n in range(MOST_ENTRIES + 5))
    assert len(sitemap_of(f"<urlset>{urls}</urlset>".encode()).entries) == MOST_ENTRIES


def test_entities_never_grow() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    entry = "<url><loc>/1</loc><news><title>&l9;</title></news></url>"
    content = f'<!DOCTYPE urlset [<!ENTITY l0 "ha">{laughs}]><urlset>{entry}</urlset>'
    assert sitemap_of(content.encode()).entries[0].title == "&l9;"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", RefusalReason.UNKNOWN_FORMAT),
        (b"<html></html>", RefusalReason.UNKNOWN_FORMAT),
        (b"\x1f\x8b\x08broken", RefusalReason.UNREADABLE),
        (gzip.compress(NEWS.encode(), mtime=0)[:-20], RefusalReason.UNREADABLE),
        (gzip.compress(b" " * 70 * 1024 * 1024, mtime=0), RefusalReason.TOO_LARGE),
        (b"%PDF-1.4", RefusalReason.BINARY),
    ],
)
def test_what_is_no_sitemap_is_refused(content: bytes, reason: RefusalReason) -> None:
    refusal = parse_sitemap(content, url=URL)
    assert isinstance(refusal, Refusal)
    assert refusal.reason is reason


PIECES = st.sampled_from(
    [
        *(
            "<urlset>",
            "</urlset>",
            "<url>",
            "</url>",
            "<loc>",
            "</loc>",
            "https://a.example/1",
            "<news:title>",
        ),
        *(
            "&",
            "<",
            "]]>",
            "<![CDATA[",
            "<sitemapindex>",
            "<sitemap>",
            "</sitemap>",
            "\x00",
            "\n",
            "2025-03-01",
        ),
        *("<lastmod>", "</lastmod>"),
    ]
)


@given(st.binary() | st.lists(PIECES).map(lambda pieces: "".join(pieces).encode()))
def test_whatever_comes_is_a_sitemap_or_a_refusal(content: bytes) -> None:
    read = parse_sitemap(content, url=URL)
    if isinstance(read, Sitemap):
        assert all(entry.url.startswith(("http://", "https://")) for entry in read.entries)


def test_a_sitemap_of_endless_elements_is_read_as_far_as_is_honest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_walk, "MOST_ELEMENTS", 1_000)
    entry = "<url><loc>https://a.example/1</loc></url>"
    read = parse_sitemap(f"<urlset>{entry}{'<a/>' * 2_000}</urlset>".encode(), url=URL)
    assert isinstance(read, Sitemap)
    assert [one.url for one in read.entries] == ["https://a.example/1"]
    assert read.broken == "more than 1,000 elements"
