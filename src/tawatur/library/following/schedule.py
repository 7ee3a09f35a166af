"""When a source is visited again: by its own rhythm, its wishes and its troubles."""

import math
from collections.abc import Iterable
from datetime import datetime, timedelta
from random import Random

from tawatur.records.feed import FeedHints

LEAST = timedelta(minutes=5)
MOST = timedelta(days=1)
UNTOLD = timedelta(hours=1)
"""Between two visits to a source of which no rhythm is known yet."""
PATIENCE = timedelta(days=30)
"""A source that has failed for so long is paused."""
LEAST_FAILURES = 20
"""It has failed so often by then: it is asked once a day at least."""
FARTHEST = timedelta(days=14)
"""Nothing is ever put off so far: what is due later was put off by a clock that was wrong."""

_MEMORY = timedelta(days=2)
"""What was learned so long ago counts a third."""
_WINDOW = timedelta(days=7)
_SPREAD = 0.1
_DAY = timedelta(days=1)
_HOUR = timedelta(hours=1)


def told_rate(dates: Iterable[datetime], *, now: datetime) -> float | None:
    """Return how many entries a day a source has had lately by its own dates, `None` where it tells too few.

    >>> hourly = [datetime(2026, 3, 2, hour) for hour in range(12)]
    >>> told_rate(hourly, now=datetime(2026, 3, 2, 12))
    24.0
    """
    past = [date for date in dates if date <= now]
    recent = [date for date in past if now - date <= _WINDOW]
    if len(past) < 2:
        return None
    span = _WINDOW if len(recent) < len(past) else max(_HOUR, now - min(past))
    return len(recent) / (span / _DAY)


def learned_rate(rate: float | None, *, new: int, since: timedelta) -> float:
    """Return the rate with what one more visit showed: so many new entries in so much time."""
    days = max(since, timedelta(minutes=1)) / _DAY
    if rate is None:
        return new / max(days, _HOUR / _DAY)
    weight = 1 - math.exp(-days * _DAY / _MEMORY)
    return rate * (1 - weight) + weight * new / days


def interval(rate: float | None, hints: FeedHints) -> timedelta:
    """Return the time between two visits: two for each entry that is expected, and what the source wants.

    >>> interval(48.0, FeedHints()), interval(48.0, FeedHints(every=timedelta(hours=1)))
    (datetime.timedelta(seconds=900), datetime.timedelta(seconds=3600))
    """
    wanted = max(hints.every or LEAST, LEAST)
    if rate is None:
        return min(MOST, max(UNTOLD, wanted))
    # Slower than one in two days comes out at a day anyway.
    return min(MOST, max(wanted, _DAY / (2 * max(rate, 0.1))))


def next_visit(now: datetime, every: timedelta, hints: FeedHints, *, random: Random) -> datetime:
    """Return when to come again: about `every` from now, and not while the source says that it rests.

    A tenth more or less keeps sources that were followed together from being asked together.
    """
    at = now + every * random.uniform(1 - _SPREAD, 1 + _SPREAD)
    for _ in range(7 * 24):
        if at.weekday() in hints.skip_days:
            at = at.replace(hour=0, minute=at.minute, second=0, microsecond=0) + _DAY
        elif at.hour in hints.skip_hours:
            at = at.replace(second=0, microsecond=0) + _HOUR
        else:
            break
    return at


def after_failures(
    now: datetime, every: timedelta, failures: int, retry_at: datetime | None, *, random: Random
) -> datetime:
    """Return when to try again: later each time, up to a day, and never before the source allows it."""
    # One that never worked has no rhythm yet.
    wait = min(MOST, (every or UNTOLD) * 2.0 ** min(failures, 20))
    at = now + wait * random.uniform(1 - _SPREAD, 1)
    return max(at, retry_at) if retry_at else at
