"""Times as the library sorts by them: whole seconds since 1970 in UTC."""

from datetime import UTC, datetime

from tawatur.records.article import Precision, Published
from tawatur.records.attribution import Said

_DAY_LENGTH = len("2025-05-11")
# A clock in the east shows tomorrow already.
_AHEAD = 24 * 60 * 60
_FIRSTS = {Precision.YEAR: "-01-01", Precision.MONTH: "-01"}


def seconds(time: datetime) -> int:
    """Return an aware time in seconds."""
    return int(time.timestamp())


def time_of(moment: int) -> datetime:
    """Return the aware time of a number of seconds."""
    return datetime.fromtimestamp(moment, UTC)


def moment_of(published: Published | None, seen: int) -> int:
    """Return by which moment an article sorts: its publication's first, else when it was seen.

    A time without an offset counts as UTC. What is dated more than a day ahead of when it was
    seen is dated wrong.

    >>> from tawatur.records.article import PublishedFrom
    >>> month = Published(value="2025-05", precision=Precision.MONTH, how=PublishedFrom.META)
    >>> time_of(moment_of(month, 2_000_000_000)).isoformat()
    '2025-05-01T00:00:00+00:00'
    """
    if published is None:
        return seen
    moment = _parsed(published.value + _FIRSTS.get(published.precision, ""))
    return moment if moment <= seen + _AHEAD else seen


def moment_said(said: Said | None, published: int) -> int:
    """Return by which moment a statement sorts: the day it was made, else when it was published."""
    if said is None or len(said.value) < _DAY_LENGTH:
        return published
    try:
        day = _parsed(said.value[:_DAY_LENGTH])
    except ValueError:
        # A week or a season (2025-W19, 2025-SU) and what else TIMEX3 knows.
        return published
    return published if time_of(day).date() == time_of(published).date() else min(day, published)


def _parsed(value: str) -> int:
    time = datetime.fromisoformat(value)
    return seconds(time if time.tzinfo else time.replace(tzinfo=UTC))
