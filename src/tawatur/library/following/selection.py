"""Which entries of a list are to be fetched: those not met before, the newest first, within bounds."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from urllib.parse import urlsplit

from tawatur.collect.canonical import article_key, canonical_url
from tawatur.collect.feed_items import digest
from tawatur.library.following.watching import loggable
from tawatur.records.feed import FeedItem
from tawatur.records.refusal import RefusalReason
from tawatur.store.fetches import AddressState, NewAddress

MOST_AT_FIRST = 100
"""Entries fetched of a source that is met for the first time: the rest was there before we came."""
MOST_AT_ONCE = 500
"""New entries taken at one visit, and links that nobody can ask for; the others are as new at the next."""
MOST_WAITING = 2_000
"""Of a source of which so many wait, no more are taken."""


def named(items: Iterable[FeedItem]) -> tuple[NewAddress, ...]:
    """Return the pages that entries lead to, each once, those with the latest dates first."""
    found: dict[str, NewAddress] = {}
    for item in items:
        key = article_key(item.url) if item.url else None
        if item.url is None or key is None:
            continue
        found.setdefault(
            key,
            NewAddress(
                key=key,
                url=item.url,
                host=host_of(item.url),
                state=AddressState.WAITING,
                title=item.title,
                published=item.published or item.updated,
            ),
        )
    # The order is kept among those that tell no date, which stand behind.
    return tuple(
        sorted(
            found.values(), key=lambda one: one.published.timestamp() if one.published else 0.0, reverse=True
        )
    )


def unfit(items: Iterable[FeedItem]) -> tuple[NewAddress, ...]:
    """Return the links of entries that nobody can ask for, each once, as refused.

    What stands in one may be secret, or a program: its place alone is kept, and a digest of the
    whole that tells it from others.
    """
    links = dict.fromkeys(item.unfit_link for item in items if item.unfit_link)
    return tuple(
        NewAddress(
            key=digest(link),
            url=loggable(link),
            host="",
            state=AddressState.REFUSED,
            title=None,
            published=None,
            reason=RefusalReason.BAD_ADDRESS,
        )
        for link in links
    )


def taken_at_first(new: Sequence[NewAddress]) -> tuple[NewAddress, ...]:
    """Return all entries of a source met for the first time, those beyond the bound as passed over."""
    return (*new[:MOST_AT_FIRST], *passed_over(new[MOST_AT_FIRST:]))


def taken_later(new: Sequence[NewAddress], *, waiting: int) -> tuple[NewAddress, ...]:
    """Return the entries taken now of a source of which so many wait already."""
    return tuple(new[: max(0, min(MOST_AT_ONCE, MOST_WAITING - waiting))])


def of_archive(new: Sequence[NewAddress], *, before: datetime | None) -> frozenset[str]:
    """Return the keys of those entries that were there before somebody touched the sitemap they stand in.

    Of those that tell no date, what stands behind the first hundred is taken for such.
    """
    if before is None:
        return frozenset()
    undated = [one.key for one in new if one.published is None]
    old = (one.key for one in new if one.published is not None and one.published < before)
    return frozenset((*old, *undated[MOST_AT_FIRST:]))


def passed_over(entries: Iterable[NewAddress]) -> tuple[NewAddress, ...]:
    """Return entries as those that are remembered and not fetched."""
    return tuple(replace(one, state=AddressState.PASSED_OVER) for one in entries)


def single(url: str) -> NewAddress | None:
    """Return one page by its address, `None` where it is none."""
    canonical, key = canonical_url(url), article_key(url)
    if canonical is None or key is None:
        return None
    return NewAddress(
        key=key,
        url=canonical,
        host=host_of(canonical),
        state=AddressState.WAITING,
        title=None,
        published=None,
    )


def host_of(url: str) -> str:
    """Return the host that an address is asked of."""
    return urlsplit(url).hostname or ""
