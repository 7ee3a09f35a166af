"""Feeds in every encoding, under true and false labels."""

import pytest
from tests.collect.feed_building import URL, rss

from tawatur.collect.feeds import parse_feed
from tawatur.records.feed import Feed

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


LETTERS = {
    "koi8-r": "Новости города", "windows-1251": "Новости города", "iso-8859-5": "Новости города",
    "cp866": "Новости города", "windows-1253": "Νέα της πόλης", "iso-8859-7": "Νέα της πόλης",
    "windows-1254": "Kış ve güneş", "windows-1250": "Zażółć jaźń", "iso-8859-2": "Zażółć jaźń",
    "iso-8859-1": "Élections à l'été", "windows-1252": "Élections “à l’été”",
    "iso-8859-15": "Élections à l'été",
    "cp037": "Elections", "cp500": "Elections", "shift_jis": "ニュース", "euc-jp": "ニュース",
    "iso-2022-jp": "ニュース", "big5": "新聞", "gb2312": "新闻", "gb18030": "新闻", "hz": "新闻",
    "euc-kr": "뉴스",
    "tis-620": "ข่าว", "utf-7": "الأخبار", "utf-32": ARABIC, "utf-32-le": ARABIC,
    "utf-16-be": ARABIC,
}  # fmt: skip


@pytest.mark.parametrize(
    ("declared", "served"), [(True, False), (False, True), (True, True)], ids=["xml", "http", "both"]
)
@pytest.mark.parametrize("encoding", LETTERS)
def test_feeds_of_other_languages_are_read_as_they_declare(
    encoding: str, *, declared: bool, served: bool
) -> None:
    said = f' encoding="{encoding}"' if declared else ""
    text = f'<?xml version="1.0"{said}?>' + rss(f"<item><title>{LETTERS[encoding]}</title></item>").decode()
    feed = parse_feed(text.encode(encoding), url=URL, encoding=encoding if served else None)
    assert isinstance(feed, Feed)
    assert feed.items[0].title == LETTERS[encoding]
