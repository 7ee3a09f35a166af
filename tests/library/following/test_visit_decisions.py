"""What a visit makes of a source."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from tawatur.collect.fetching.answers import Fetched, NotModified, Validators
from tawatur.library.following.visit_decisions import (
    Failed,
    after_failure,
    after_listing,
    after_nothing_new,
)
from tawatur.records.feed import Feed, FeedHints, FeedItem
from tawatur.records.refusal import RefusalReason
from tawatur.store.sources import Followed, FollowedKind, Source

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
URL = "http://river.example/feed"
VALIDATORS = Validators(url=URL, etag='"1"')
NEW = Source(
    id=1,
    what=Followed(url=URL),
    kind=FollowedKind.UNKNOWN,
    followed=NOON - HOUR,
    due=NOON,
    every=timedelta(0),
)


def feed(*hours_ago: float, hints: FeedHints | None = None) -> Feed:
    items = tuple(
        FeedItem(
            id=str(number),
            url=f"http://river.example/{number}",
            title="خبر",
            published=NOON - hours * HOUR,
            updated=None,
            author=None,
            summary=None,
            content=None,
            categories=(),
        )
        for number, hours in enumerate(hours_ago)
    )
    return Feed(
        url=URL,
        title="النهر",
        home=None,
        language=None,
        updated=None,
        items=items,
        hints=hints or FeedHints(),
    )


def answer(*, at: datetime = NOON, moved_to: str | None = None) -> Fetched:
    return Fetched(
        url=URL,
        final_url=URL,
        status=200,
        headers=(),
        content=b"",
        media_type="text/xml",
        encoding=None,
        validators=VALIDATORS,
        moved_to=moved_to,
        fetched=at,
    )


def test_the_first_visit_learns_the_rhythm_from_the_dates() -> None:
    met = after_listing(NEW, answer(), feed(1, 2, 3, 4), new=4, random=Random(1))
    assert (met.kind, met.every, met.seen, met.changed) == (FollowedKind.LISTING, HOUR / 2, NOON, NOON)
    assert (met.what.title, met.validators) == ("النهر", VALIDATORS)
    assert met.due
    assert abs(met.due - NOON - met.every) <= met.every / 10


def test_nothing_new_makes_visits_rarer_and_keeps_the_hints() -> None:
    hints = FeedHints(skip_hours=frozenset((12, 13)))
    met = after_listing(NEW, answer(), feed(1, 2, 3, 4, hints=hints), new=4, random=Random(1))
    unchanged = NotModified(
        url=URL, final_url=URL, validators=VALIDATORS, moved_to=None, fetched=NOON + HOUR / 2
    )
    later = after_nothing_new(met, unchanged, random=Random(1))
    assert later.every > met.every
    assert later.changed == NOON
    assert later.due
    assert later.due.hour == 14


def test_a_permanent_move_is_remembered() -> None:
    moved = after_listing(NEW, answer(moved_to="http://delta.example/feed"), feed(1), new=1, random=Random(1))
    assert moved.what.url == "http://delta.example/feed"


def test_what_is_gone_is_paused_at_once() -> None:
    gone = after_failure(NEW, Failed(reason=RefusalReason.GONE, detail="410"), now=NOON, random=Random(1))
    assert (gone.due, gone.reason, gone.failures) == (None, "gone", 1)


def test_what_fails_for_a_month_is_asked_ever_less_and_then_paused() -> None:
    source, times = NEW, 0
    now = NOON
    while source.due is not None:
        now = max(now, source.due)
        source = after_failure(source, Failed(reason="timed-out", detail=""), now=now, random=Random(1))
        times += 1
    assert timedelta(days=30) <= now - NOON <= timedelta(days=32)
    assert times <= 40


def test_a_clock_that_was_wrong_pauses_nothing() -> None:
    boot = datetime(1970, 1, 1, tzinfo=UTC)
    failed = after_failure(NEW, Failed(reason="no-host", detail=""), now=boot, random=Random(1))
    again = after_failure(failed, Failed(reason="no-host", detail=""), now=NOON, random=Random(1))
    assert again.due is not None


def test_success_forgets_failures() -> None:
    failed = after_failure(NEW, Failed(reason="timed-out", detail="..."), now=NOON, random=Random(1))
    well = after_listing(failed, answer(), feed(1), new=1, random=Random(1))
    assert (well.failures, well.failing_since, well.reason, well.detail) == (0, None, None, None)


@pytest.mark.parametrize("reason", [RefusalReason.RESTING, RefusalReason.NOT_YET])
def test_a_host_at_rest_is_no_failure_of_the_source(reason: RefusalReason) -> None:
    seen = replace(NEW, seen=NOON)
    later = after_failure(
        seen, Failed(reason=reason, detail="", retry_at=NOON + HOUR), now=NOON, random=Random(1)
    )
    assert later == replace(seen, due=NOON + HOUR)
