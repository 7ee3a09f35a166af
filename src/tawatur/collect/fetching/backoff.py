"""How long a host in trouble is let alone."""

from datetime import datetime
from email.utils import parsedate_to_datetime
from random import Random

LEAST_REST = 60.0
MOST_REST = 6 * 3600.0
"""A host that never answers is tried four times a day: an outage of our own line looks alike."""
MOST_ASKED_REST = 24 * 3600.0
"""What a host asks for is kept up to a day, so that no slip of theirs loses it for good."""


def rest(failures: int, *, random: Random) -> float:
    """Return the seconds to wait behind so many failures in a row.

    Doubled each time, and spread over a half to the whole of it, so that hosts which failed
    together are not asked together.

    >>> [round(rest(failures, random=Random(7))) for failures in (1, 2, 3, 20)]
    [40, 79, 159, 14297]
    """
    whole = min(MOST_REST, LEAST_REST * 2.0 ** min(failures - 1, 20))
    return random.uniform(whole / 2, whole)


def asked_rest(retry_after: str | None, *, now: datetime) -> float | None:
    """Return the seconds that a Retry-After asks for, `None` where it asks for nothing readable.

    >>> asked_rest("120", now=datetime(2024, 5, 6))
    120.0
    """
    if retry_after is None:
        return None
    value = retry_after.strip()
    if value.isascii() and value.isdigit():
        return min(MOST_ASKED_REST, float(value[:12]))
    try:
        until = parsedate_to_datetime(value)
    # A year or an offset beyond all bounds overflows.
    except (ValueError, OverflowError):
        return None
    # A zone of "-0000" is UTC by RFC 5322, which the library hands on as no zone at all.
    until = until if until.tzinfo else until.replace(tzinfo=now.tzinfo)
    return min(MOST_ASKED_REST, max(0.0, (until - now).total_seconds()))
