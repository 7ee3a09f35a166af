"""When a page is asked for again, and when never."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tawatur.collect.fetching.answers import Fetched, Unfetched
from tawatur.library.following.page_decisions import MOST_TRIES, after_answer, after_no_answer, next_look
from tawatur.records.refusal import RefusalReason
from tawatur.store.fetches import Address, AddressState

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
URL = "http://river.example/khabar/1"
WAITING = Address(
    id=1,
    key="river.example/khabar/1",
    url=URL,
    host="river.example",
    source=1,
    outlet=None,
    alone=False,
    state=AddressState.WAITING,
    first_seen=NOON,
    due=NOON,
    published=NOON - timedelta(minutes=5),
)


def fetched(at: datetime) -> Fetched:
    return Fetched(
        url=URL,
        final_url=URL,
        status=200,
        headers=(),
        content=b"<p>",
        media_type="text/html",
        encoding=None,
        validators=None,
        moved_to=None,
        fetched=at,
    )


def unfetched(reason: RefusalReason, at: datetime = NOON, retry_at: datetime | None = None) -> Unfetched:
    return Unfetched(
        url=URL, final_url=URL, reason=reason, detail="", status=None, retry_at=retry_at, fetched=at
    )


def test_a_new_page_is_looked_at_four_times_more_at_growing_gaps() -> None:
    address, now, ages = WAITING, NOON, []
    while True:
        address = after_answer(address, fetched(now))
        if address.due is None:
            break
        now = address.due
        assert address.published
        ages.append((now - address.published) / HOUR)
    assert ages == [1, 6, 24, 48]
    assert address.fetches == 5


@pytest.mark.parametrize(
    ("published", "hours"), [(None, None), (-49.0, None), (-47.9, None), (-20.0, 4), (-5.8, 18.2), (3.0, 1)]
)
def test_old_and_undated_pages_are_looked_at_no_more(published: float | None, hours: float | None) -> None:
    at = None if published is None else NOON + published * HOUR
    look = next_look(at, now=NOON)
    assert (look and (look - NOON) / HOUR) == (hours and pytest.approx(hours))


def test_a_page_named_alone_is_watched_from_when_it_was_named() -> None:
    alone = replace(WAITING, published=None, alone=True)
    assert after_answer(alone, fetched(NOON)).due == NOON + HOUR


@pytest.mark.parametrize("reason", RefusalReason)
def test_every_reason_ends_sooner_or_later(reason: RefusalReason) -> None:
    address, now, tries = WAITING, NOON, 0
    while address.due is not None:
        now = address.due
        address = after_no_answer(address, unfetched(reason, now, now + HOUR))
        assert address.due is None or address.due > now
        tries += 1
    assert tries <= 24 * 7 + 1
    assert address.state in (AddressState.REFUSED, AddressState.LED_HERE)
    assert address.reason == reason


def test_what_may_pass_is_tried_again_later_each_time() -> None:
    address, now, gaps = WAITING, NOON, []
    while True:
        address = after_no_answer(address, unfetched(RefusalReason.TIMED_OUT, now))
        if address.due is None:
            break
        gaps.append(address.due - now)
        now = address.due
    assert len(gaps) == MOST_TRIES - 1
    assert gaps == sorted(set(gaps))


def test_a_page_we_have_stays_when_it_is_gone() -> None:
    known = after_answer(WAITING, fetched(NOON))
    gone = after_no_answer(known, unfetched(RefusalReason.GONE, NOON + HOUR))
    assert (gone.state, gone.due, gone.fetched) == (AddressState.FETCHED, None, NOON + HOUR)
    missing = after_no_answer(known, unfetched(RefusalReason.NOT_FOUND, NOON + HOUR))
    later = after_no_answer(missing, unfetched(RefusalReason.NOT_FOUND, NOON + 6 * HOUR))
    assert (missing.due, missing.fetched) == (WAITING.published + 6 * HOUR, NOON + HOUR)  # type: ignore[operator]
    assert (later.due, later.fetched) == (WAITING.published + 24 * HOUR, NOON + HOUR)  # type: ignore[operator]
    denied = after_no_answer(known, unfetched(RefusalReason.DENIED, NOON + HOUR))
    assert (denied.state, denied.due, denied.fetched) == (AddressState.FETCHED, None, NOON)
    silent = after_no_answer(known, unfetched(RefusalReason.TIMED_OUT, NOON + HOUR))
    assert (silent.state, silent.due) == (AddressState.FETCHED, WAITING.published + 6 * HOUR)  # type: ignore[operator]


def test_a_host_that_rests_costs_no_try() -> None:
    resting = after_no_answer(WAITING, unfetched(RefusalReason.RESTING, NOON, NOON + HOUR))
    assert (resting.failures, resting.due, resting.state) == (0, NOON + HOUR, AddressState.WAITING)
