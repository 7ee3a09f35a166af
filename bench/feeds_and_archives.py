"""Feeds beside feedparser and archives beside a bare loop over their records: no network in either.

Feeds are made as Arabic sites write them (100 entries, whole articles in `content:encoded`), the
archive is of the pages of article-extraction-benchmark where ../shared holds it, else of the
bundled sample's, over and over. One core each, the fastest of three rounds; reading the archive
as a whole is `tawatur read --json` as users run it, on every core, by the clock on the wall.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from itertools import cycle, islice
from pathlib import Path

import feedparser
from fastwarc import ArchiveIterator, WarcRecordType

from tawatur.collect.feeds import parse_feed
from tawatur.collect.inputs import pages
from tawatur.collect.warc import archived_pages
from tawatur.collect.warc_writing import Answer, WarcFile
from tawatur.records.feed import Feed
from tawatur.records.page import Page

ROOT = Path(__file__).parents[1]
ROUNDS = 3
FEEDS = 10
PAGES = 2_000
REAL = ROOT.parent / "shared" / "data" / "article-extraction-benchmark" / "html"


def fastest(what: Callable[[], object]) -> float:
    """Return the seconds of processor time of the fastest round."""
    took = []
    for _ in range(ROUNDS):
        began = time.process_time()
        what()
        took.append(time.process_time() - began)
    return min(took)


def a_feed() -> bytes:
    text = "قال مصدر في البلدية إن أعمال الطريق تنتهي في موعدها. " * 20
    items = "".join(
        f"<item><title>خبر {n} عن الطريق الجديد</title><link>https://a.example/n/{n}?utm_source=rss</link>"
        f'<guid isPermaLink="false">{n}</guid><pubDate>Mon, 03 Mar 2025 10:{n % 60:02}:00 +0300</pubDate>'
        f"<dc:creator>رائد الطيلساني</dc:creator><category>محليات</category>"
        f"<description><![CDATA[<p>{text[:300]}</p>]]></description>"
        f"<content:encoded><![CDATA[<p>{text}</p>]]></content:encoded></item>"
        for n in range(100)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>الضفاف</title>'
        f"<link>https://a.example/</link>{items}</channel></rss>"
    ).encode()


def feeds() -> None:
    """Print how many feeds a second are parsed, by feedparser alone and with all around it."""
    content = a_feed()
    whole = parse_feed(content, url="https://a.example/feed")
    assert isinstance(whole, Feed)
    assert len(whole.items) == 100
    headers = {"content-type": "application/xml; charset=utf-8"}

    def bare() -> None:
        for _ in range(FEEDS):
            feedparser.parse(BytesIO(content), response_headers=headers)

    def ours() -> None:
        for _ in range(FEEDS):
            parse_feed(content, url="https://a.example/feed")

    print(f"feeds of 100 entries, {len(content) / 1024:.0f} KB, a second of one core:")
    print(f"  feedparser {FEEDS / fastest(bare):.0f}, ours {FEEDS / fastest(ours):.0f}")


def archive(folder: Path) -> Path:
    """Write an archive of real pages, each of its own address."""
    path = folder / "pages.warc.gz"
    given = [
        page
        for page in pages([str(REAL if REAL.is_dir() else ROOT / "sample" / "pages")])
        if isinstance(page, Page)
    ]
    now = datetime(2025, 3, 1, tzinfo=UTC)
    with WarcFile(path, software="bench", now=now) as file:
        for number, page in enumerate(islice(cycle(given), PAGES)):
            headers = (("Content-Type", "text/html"),)
            file.add(Answer(f"https://a.example/{number}", 200, headers, page.content, now))
    return path


def archives() -> None:
    """Print how many archived pages a second are gone through, bare and as pages, and read."""
    with tempfile.TemporaryDirectory() as folder:
        path = archive(Path(folder))

        def bare() -> None:
            with path.open("rb") as stream:
                for record in ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=True):
                    record.reader.read()

        def ours() -> None:
            with path.open("rb") as stream:
                for _ in archived_pages("pages", "pages.warc.gz", stream):
                    pass

        print(
            f"archive of {PAGES:,} pages, {path.stat().st_size / 1024**2:.0f} MB, pages a second of one core:"
        )
        print(f"  bare loop {PAGES / fastest(bare):,.0f}, ours {PAGES / fastest(ours):,.0f}")
        began = time.perf_counter()
        command = [sys.executable, "-m", "tawatur", "read", str(path), "--json"]
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        wall = time.perf_counter() - began
        print(f"  read whole, every core: {PAGES / wall:,.0f} a second by the clock on the wall")


if __name__ == "__main__":
    feeds()
    archives()
