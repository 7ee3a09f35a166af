"""What a feed asks of its visitors: how often to come, when not to, and where else to look."""

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from tawatur.collect.canonical import canonical_url
from tawatur.collect.loose_fields import mappings, string
from tawatur.records.feed import FeedHints

_PERIODS = {
    "hourly": timedelta(hours=1),
    "daily": timedelta(days=1),
    "weekly": timedelta(weeks=1),
    "monthly": timedelta(days=30),
    "yearly": timedelta(days=365),
}
_LONGEST_PERIOD = timedelta(days=365)
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NUMBER = re.compile(r"\s*([0-9]{1,7})\s*\Z")
# Feedparser keeps the last hour and day of these lists.
_HOURS = re.compile(r"<skipHours\b[^>]{0,200}>(.{0,2000}?)</skipHours", re.IGNORECASE | re.DOTALL)
_SKIPPED_DAYS = re.compile(r"<skipDays\b[^>]{0,200}>(.{0,2000}?)</skipDays", re.IGNORECASE | re.DOTALL)
_HOUR = re.compile(r"<hour>\s{0,20}([0-9]{1,2})\s{0,20}<", re.IGNORECASE)
_DAY = re.compile(r"<day>\s{0,20}([a-z]{6,9})\s{0,20}<", re.IGNORECASE)


def hints_of(markup: str, feed: dict[str, Any], *, url: str) -> FeedHints:
    """Return the hints of a feed, from its markup and from what feedparser made of it."""
    links = mappings(feed, "links")
    moved = string(feed, "newlocation") or string(feed, "itunes_new-feed-url")
    hours = frozenset(int(hour) % 24 for hour in _listed(_HOURS, _HOUR, markup) if int(hour) <= 24)
    days = frozenset(
        _DAYS.index(day.lower()) for day in _listed(_SKIPPED_DAYS, _DAY, markup) if day.lower() in _DAYS
    )
    return FeedHints(
        every=_every(feed),
        # A feed that closes every hour or day has misread its list.
        skip_hours=hours if len(hours) < 24 else frozenset(),
        skip_days=days if len(days) < 7 else frozenset(),
        next_page=_linked(links, ("next", "prev-archive"), url),
        hub=_linked(links, ("hub",), url),
        moved_to=canonical_url(moved, base=url) if moved else None,
    )


def _every(feed: dict[str, Any]) -> timedelta | None:
    """Return the longer of `ttl` (minutes) and the period of the syndication module."""
    told = []
    if minutes := _number(feed, "ttl"):
        told.append(timedelta(minutes=minutes))
    if period := _PERIODS.get((string(feed, "sy_updateperiod") or "").strip().lower()):
        told.append(period / (_number(feed, "sy_updatefrequency") or 1))
    return min(max(told), _LONGEST_PERIOD) if told else None


def _number(feed: dict[str, Any], field: str) -> int | None:
    found = _NUMBER.match(string(feed, field) or "")
    return int(found[1]) if found else None


def _listed(block: re.Pattern[str], entry: re.Pattern[str], markup: str) -> list[str]:
    found = block.search(markup)
    return entry.findall(found[1]) if found else []


def _linked(links: Sequence[dict[str, Any]], names: tuple[str, ...], url: str) -> str | None:
    """Return the first link of a relation; `next` must not lead back to the feed itself."""
    for link in links:
        address = canonical_url(string(link, "href") or "", base=url) if link.get("rel") in names else None
        if address and address != canonical_url(url):
            return address
    return None
