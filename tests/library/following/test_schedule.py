"""When a source is visited again."""

from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.library.following.schedule import (
    LEAST,
    MOST,
    UNTOLD,
    after_failures,
    interval,
    learned_rate,
    next_visit,
    told_rate,
)
from tawatur.records.feed import FeedHints

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
"""A Monday."""
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("rate", "every"),
    [(None, UNTOLD), (0.0, MOST), (0.4, MOST), (1.0, DAY / 2), (24.0, HOUR / 2), (10_000.0, LEAST)],
)
def test_a_source_is_visited_twice_for_each_entry_within_bounds(rate: float | None, every: timedelta) -> None:
    assert interval(rate, FeedHints()) == every


def test_a_source_is_not_visited_more_often_than_it_wants_and_never_less_than_once_a_day() -> None:
    assert interval(10_000.0, FeedHints(every=HOUR)) == HOUR
    assert interval(None, FeedHints(every=timedelta(days=365))) == MOST


@pytest.mark.parametrize(
    ("ago", "rate"),
    [
        ([], None),
        ([1], None),
        ([-5, -6], None),
        ([1, 2, 3, 4, 5, 6], 24.0),
        # Beyond a week back entries say nothing of today.
        ([24, 48, 72, 96, 120, 144, 24 * 30], 6 / 7),
        ([0.001, 0.002], 48.0),
    ],
)
def test_the_rate_is_told_by_dates(ago: list[float], rate: float | None) -> None:
    dates = [NOON - hours * HOUR for hours in ago]
    assert told_rate(dates, now=NOON) == (rate if rate is None else pytest.approx(rate))


def test_a_source_that_falls_silent_is_left_alone_and_one_that_wakes_is_found_again() -> None:
    rate, days = 50.0, 0.0
    while interval(rate, FeedHints()) < MOST:
        every = interval(rate, FeedHints())
        rate, days = learned_rate(rate, new=0, since=every), days + every / DAY
    assert 5 < days < 15
    for _ in range(3):
        rate = learned_rate(rate, new=50, since=DAY)
    assert interval(rate, FeedHints()) < HOUR


def test_hours_and_days_of_rest_are_kept() -> None:
    hints = FeedHints(skip_hours=frozenset(range(13, 24)), skip_days=frozenset((1,)))
    due = next_visit(NOON, 2 * HOUR, hints, random=Random(1))
    assert (due.day, due.hour) == (4, 0)


@given(
    st.frozensets(st.integers(0, 23), max_size=23),
    st.frozensets(st.integers(0, 6), max_size=6),
    st.integers(300, 86_400),
    st.integers(),
)
def test_no_visit_falls_into_a_rest_or_before_its_time(
    hours: frozenset[int], days: frozenset[int], every: int, seed: int
) -> None:
    hints = FeedHints(skip_hours=hours, skip_days=days)
    due = next_visit(NOON, timedelta(seconds=every), hints, random=Random(seed))
    assert due.hour not in hours
    assert due.weekday() not in days
    assert due >= NOON + timedelta(seconds=0.89 * every)


def test_each_failure_doubles_the_wait_up_to_a_day_and_a_wish_is_kept() -> None:
    waits = [after_failures(NOON, HOUR, tried, None, random=Random(1)) - NOON for tried in range(8)]
    assert waits == sorted(waits)
    assert 0.9 * HOUR <= waits[0] <= HOUR
    assert waits[-1] <= MOST
    assert after_failures(NOON, HOUR, 0, NOON + 3 * DAY, random=Random(1)) == NOON + 3 * DAY
