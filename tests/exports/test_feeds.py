"""Feeds written: whatever stands in a title, what is read back is what was told."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree as ET

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.collect.feeds import parse_feed
from tawatur.exports.atom import atom_document
from tawatur.exports.channel import Channel, Entry
from tawatur.exports.json_feed import json_feed_document
from tawatur.exports.xml_text import writable
from tawatur.records.feed import Feed

NOW = datetime(2027, 3, 2, 12, 30, tzinfo=UTC)
ATOM = "{http://www.w3.org/2005/Atom}"
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


def channel(*titles: str) -> Channel:
    return Channel(
        id="tag:tawatur.invalid,2026:x/latest",
        title="أحدث",
        language="ar",
        address="http://127.0.0.1:8000/ar/feed/atom/latest",
        home="http://127.0.0.1:8000/ar/",
        entries=tuple(
            Entry(
                id=f"tag:tawatur.invalid,2026:x/story/{number}",
                address=f"http://127.0.0.1:8000/ar/story/{number}",
                title=title,
                text=title,
                published=NOW - timedelta(days=1),
                updated=NOW,
                authors=("الضفاف",),
                original="https://difaf.example/1?a=1&b=2",
            )
            for number, title in enumerate(titles)
        ),
    )


@given(TEXT)
def test_a_hostile_title_stays_text(title: str) -> None:
    root = ET.fromstring(atom_document(channel(title)))
    (entry,) = root.findall(f"{ATOM}entry")
    told = entry.findtext(f"{ATOM}title") or ""
    # XML reads every end of a line as \n.
    assert told == writable(title).replace("\r\n", "\n").replace("\r", "\n")
    assert len(entry.find(f"{ATOM}title") or ()) == 0
    (item,) = json.loads(json_feed_document(channel(title)))["items"]
    assert item["title"] == title


def test_feedparser_reads_it_back() -> None:
    read = feedparser.parse(atom_document(channel("<script>alert(1)</script> & «خبر» ]]>")))
    assert not read.bozo
    (entry,) = read.entries
    assert entry.title_detail.type == "text/plain"
    assert entry.title_detail.language == "ar"
    assert (entry.published, entry.updated) == ("2027-03-01T12:30:00Z", "2027-03-02T12:30:00Z")
    assert entry.authors[0].name == "الضفاف"


@pytest.mark.parametrize("write", [atom_document, json_feed_document])
def test_our_own_reader_of_feeds_reads_it_back(write: Callable[[Channel], bytes]) -> None:
    told = channel("خبر & «آخر»", "1 < 2")
    read = parse_feed(write(told), url=told.address)
    assert isinstance(read, Feed)
    assert [(item.title, item.url, item.published, item.author) for item in read.items] == [
        (entry.title, entry.address, entry.published, *entry.authors) for entry in told.entries
    ]
