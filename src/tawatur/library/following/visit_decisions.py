"""What a visit makes of a source: its state before and the answer give its state after, and nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from random import Random

from tawatur.collect.fetching.answers import Fetched, NotModified, Unfetched
from tawatur.library.following.schedule import (
    LEAST_FAILURES,
    PATIENCE,
    after_failures,
    interval,
    learned_rate,
    next_visit,
    told_rate,
)
from tawatur.records.feed import Feed
from tawatur.records.refusal import RefusalReason
from tawatur.store.sources import FollowedKind, Source

_NOTHING_SENT = frozenset((RefusalReason.RESTING, RefusalReason.NOT_YET, RefusalReason.REPEATED))


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """Why a visit brought nothing, in a word and a line for a person; `url` is the address that said so."""

    reason: str
    detail: str
    retry_at: datetime | None = None
    url: str | None = None


def after_listing(source: Source, answer: Fetched, feed: Feed, *, new: int, random: Random) -> Source:
    """Return the source behind a visit that found its list, with so many new entries in it."""
    now = answer.fetched
    rate = _rate(source, feed, new=new, now=now)
    every = interval(rate, feed.hints)
    return replace(
        source,
        what=replace(
            source.what,
            url=answer.moved_to or source.what.url,
            title=source.what.title or feed.title,
            home=source.what.home or feed.home,
        ),
        kind=FollowedKind.LISTING,
        due=next_visit(now, every, feed.hints, random=random),
        every=every,
        rate=rate,
        asked=now,
        seen=now,
        changed=now if new else source.changed,
        failures=0,
        failing_since=None,
        reason=None,
        detail=None,
        hints=feed.hints,
        validators=answer.validators,
    )


def after_nothing_new(source: Source, answer: NotModified, *, random: Random) -> Source:
    """Return the source behind a visit that found it as it was."""
    now = answer.fetched
    rate = learned_rate(source.rate, new=0, since=now - (source.seen or source.followed))
    every = interval(rate, source.hints)
    return replace(
        source,
        what=replace(source.what, url=answer.moved_to or source.what.url),
        due=next_visit(now, every, source.hints, random=random),
        every=every,
        rate=rate,
        asked=now,
        seen=now,
        failures=0,
        failing_since=None,
        reason=None,
        detail=None,
        validators=answer.validators,
    )


def after_failure(source: Source, failed: Failed, *, now: datetime, random: Random) -> Source:
    """Return the source behind a visit that brought nothing.

    One that is gone is paused at once, one that has failed for a month too. Where nothing was
    sent because its host rests, that is no failure of the source.
    """
    if failed.reason in _NOTHING_SENT:
        later = after_failures(now, source.every, 0, failed.retry_at, random=random)
        return replace(source, due=failed.retry_at or later)
    since = source.failing_since or now
    failures = source.failures + 1
    # A clock that was set right makes a minute a year: as many failures as days tell a month.
    worn_out = now - since >= PATIENCE and failures >= LEAST_FAILURES
    paused = failed.reason == RefusalReason.GONE or worn_out
    return replace(
        source,
        due=None
        if paused
        else after_failures(now, source.every, failures - 1, failed.retry_at, random=random),
        asked=now,
        failures=failures,
        failing_since=since,
        reason=failed.reason,
        detail=failed.detail,
    )


def as_page(source: Source, *, now: datetime) -> Source:
    """Return the source as one page, which its address alone follows from now on."""
    return replace(
        source,
        kind=FollowedKind.PAGE,
        due=None,
        asked=now,
        seen=now,
        changed=now,
        failures=0,
        failing_since=None,
        reason=None,
        detail=None,
    )


def failure_of(answer: Unfetched) -> Failed:
    """Return why an address gave nothing."""
    return Failed(reason=answer.reason, detail=answer.detail, retry_at=answer.retry_at, url=answer.final_url)


def _rate(source: Source, feed: Feed, *, new: int, now: datetime) -> float | None:
    if source.seen is None:
        return told_rate(_dates(feed), now=now)
    return learned_rate(source.rate, new=new, since=now - source.seen)


def _dates(feed: Feed) -> Sequence[datetime]:
    return [date for item in feed.items if (date := item.published or item.updated)]
