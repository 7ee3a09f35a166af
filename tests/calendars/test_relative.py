"""Times told from the moment a page was shown."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.calendars.relative import RelativeTime, before, find_relative
from tawatur.calendars.words import calendar_words
from tawatur.lexicons.number_words import number_words

SHOWN = datetime(2025, 3, 31, 12, 30, tzinfo=UTC)


def relative(text: str) -> tuple[RelativeTime, ...]:
    return find_relative(text, clock=SHOWN, calendar=calendar_words(), numbers=number_words())


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("منذ ساعتين", "2025-03-31T10:30", "hour"),
        ("منذ ساعة", "2025-03-31T11:30", "hour"),
        ("منذ ٥ دقائق", "2025-03-31T12:25", "minute"),
        ("منذ خمس عشرة دقيقة", "2025-03-31T12:15", "minute"),
        ("قبل 3 أيام", "2025-03-28T12:30", "day"),
        ("قبل يومين", "2025-03-29T12:30", "day"),
        ("منذ أسبوع", "2025-03-24T12:30", "week"),
        ("قبل شهر", "2025-02-28T12:30", "month"),
        ("منذ سنة", "2024-03-31T12:30", "year"),
        ("2 hours ago", "2025-03-31T10:30", "hour"),
        ("11 mins ago", "2025-03-31T12:19", "minute"),
    ],
)
def test_a_count_of_units_is_taken_from_the_clock(text: str, value: str, unit: str) -> None:
    (found,) = relative(f"خبر | {text} | قراءة")
    assert found.value.isoformat(timespec="minutes").removesuffix("+00:00") == value
    assert found.unit == unit
    assert found.span.of(f"خبر | {text} | قراءة") == text


@pytest.mark.parametrize(
    "text",
    [
        "منذ أيام",
        "3 ساعات قراءة",
        "منذ زمن",
        "ساعة",
        "hours ago",
        "منذ 99999999999 سنة",
        "منذ 9999999999999 يوما",
    ],
)
def test_what_tells_no_time(text: str) -> None:
    assert relative(text) == ()


def test_an_hour_ago_in_english_needs_no_figure() -> None:
    (found,) = relative("Posted an hour ago")
    assert found.value.hour == 11


@pytest.mark.parametrize(
    ("clock", "unit", "count", "value"),
    [
        (datetime(2024, 3, 31), "month", 1, datetime(2024, 2, 29)),
        (datetime(2024, 2, 29), "year", 1, datetime(2023, 2, 28)),
        (datetime(2025, 1, 15), "month", 1, datetime(2024, 12, 15)),
        (datetime(2025, 1, 1), "day", 1, datetime(2024, 12, 31)),
        (datetime(1, 1, 1), "day", 1, None),
        (datetime(1, 1, 1), "month", 1, None),
    ],
)
def test_before(clock: datetime, unit: str, count: int, value: datetime | None) -> None:
    assert before(clock, unit, count) == value


@given(st.text(st.sampled_from("منذ قبل 0123 ساعة يوم ago hour") | st.characters()))
def test_any_text_is_read(text: str) -> None:
    assert all(0 <= found.span.start < found.span.end <= len(text) for found in relative(text))
