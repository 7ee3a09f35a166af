"""Dates of feeds, in every way they are written."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.collect.feed_building import URL, entry, rss, rss_item

from tawatur.collect.feed_dates import feed_date
from tawatur.collect.feeds import parse_feed
from tawatur.records.feed import Feed


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
        ("2003", "2003-01-01T00:00"),
        ("2003-12", "2003-12-01T00:00"),
        ("031231", "2003-12-31T00:00"),
        ("2003-335", "2003-12-01T00:00"),
        ("2025-W09-6", "2025-03-01T00:00"),
        ("2025-3-1 9:05:03", "2025-03-01T09:05"),
        ("2003-12-31T24:00:00Z", "2004-01-01T00:00"),
        ("2003-12-31T23:59:60Z", "2004-01-01T00:00"),
        ("2003-12-31T10:14:55.25-08:00", "2003-12-31T18:14"),
        ("2003-12-31T10:14:55+08", "2003-12-31T02:14"),
        ("20250301T100000+0300", "2025-03-01T07:00"),
        ("20250301100000", "2025-03-01T10:00"),
        ("2025/03/01 10:00:00", "2025-03-01T10:00"),
        ("2025.03.01 10:00", "2025-03-01T10:00"),
        ("1740823200", "2025-03-01T10:00"),
        ("1740823200000", "2025-03-01T10:00"),
        ("Sat, 01 Mar 2025 10:00", "2025-03-01T10:00"),
        ("Sat, 01 Mar 2025 10:00:00", "2025-03-01T10:00"),
        ("Sat,01 Mar 2025 10:00:00 GMT", "2025-03-01T10:00"),
        ("Sat, 01-Mar-25 10:00:00 GMT", "2025-03-01T10:00"),
        ("Saturday, 01 March 2025 10:00:00 GMT", "2025-03-01T10:00"),
        ("Sat, Mar 1 2025 10:00:00 PST", "2025-03-01T18:00"),
        ("Sat, 01 Mar 2025 10:00:00 +03:00", "2025-03-01T07:00"),
        ("Sat, 01 Mar 2025 10:00:00 +3", "2025-03-01T07:00"),
        ("Sat, 01 Mar 2025 10:00:00 UTC+3", "2025-03-01T07:00"),
        ("Sat, 01 Mar 2025 10:00:00 GMT+0300 (AST)", "2025-03-01T07:00"),
        ("Sat, 01 Mar 2025 10:00:00 +0300 (AST)", "2025-03-01T07:00"),
        ("Sat, 01 Mar 2025 10:00:00 Z", "2025-03-01T10:00"),
        ("Fri, 28 Feb 2025 24:00:00 GMT", "2025-03-01T00:00"),
        ("Sat Mar  1 10:00:00 2025", "2025-03-01T10:00"),
        ("Sat Mar 1 10:00:00 +0300 2025", "2025-03-01T07:00"),
        ("Sat, 2025/03/01 10:00:00 EST", "2025-03-01T15:00"),
        ("2025-03-01 10:00:00.0", "2025-03-01T10:00"),
        ("Κυρ, 11 Ιούλ 2004 12:00:00 EST", "2004-07-11T17:00"),
        ("2025-március-1T9:15-05:00", "2025-03-01T14:15"),
        ("2025년 03월 01일  19:00:00", "2025-03-01T10:00"),
        ("2025-03-01 오후 7:00:00", "2025-03-01T10:00"),
        ("Sam, 01 mars 2025 10:00:00 +0100", "2025-03-01T09:00"),
        ("Mar 1 2025 10:00AM", "2025-03-01T10:00"),
        ("0000-00-00 00:00:00", None),
        ("9" * 40, None),
        ("Sat, 01 Mar 2025 10:00:00 +9999", "2025-03-01T10:00"),
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


DATED = r"[0-9]{2,4}[-/. ][0-9]{1,2}[-/. ][0-9]{1,2}[T ,][0-9:.]{2,12} ?[+-]?[0-9:]{0,6}"


@given(st.text() | st.from_regex(DATED))
def test_whatever_stands_for_a_date_is_one_or_none(text: str) -> None:
    told = feed_date(text, None, clock=None)
    assert told is None or (told.utcoffset() == timedelta(0) and told.year >= 1990)
