"""An index of sitemaps as one list: what those of its sitemaps hold that may have changed."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from typing import NamedTuple

from tawatur.collect.fetching.answers import Fetched, NotModified, Validators
from tawatur.collect.listings import item_of_unfit
from tawatur.collect.sitemap_choice import chosen_sitemaps
from tawatur.library.following.asking import Asking
from tawatur.library.following.discovering import Listing, Listings, listing_of
from tawatur.library.following.visit_decisions import Failed, failure_of
from tawatur.records.feed import Feed, FeedHints, FeedItem
from tawatur.records.refusal import RefusalReason
from tawatur.store.sources import Source

_ARCHIVE = timedelta(days=7)
"""What is older than the last visit by so much, and yet was not met then, stands in an archive."""
_MOST_REMEMBERED = 20
"""Sitemaps of one index of which it is remembered how they were; five at most are asked for at a visit."""


async def listing_of_index(found: Listings, *, source: Source, asking: Asking) -> Listing | Failed:
    """Return what the index of a source lists, or why it lists nothing.

    Of the sitemaps whose validators the source remembers it is asked only whether they changed.
    An index that an index names is not followed further: it could go on for ever.
    """
    remembered = {one.url: one for one in source.parts}
    items = [item_of_unfit(link) for link in found.unfit_links]
    met: list[Validators] = []
    failed, worked = None, False
    for link in chosen_sitemaps(found.links, since=source.seen):
        part = await _part(link.url, asking=asking, validators=remembered.get(link.url))
        if isinstance(part, Failed):
            failed = part
        else:
            worked = True
            items += part.items
            met += (part.validators,) if part.validators else ()
    if failed and not worked:
        return failed
    # An index that is as it was may name sitemaps that are not: it is always asked for whole.
    return Listing(
        answer=replace(found.answer, validators=None),
        feed=_feed(found.answer.final_url, items),
        parts=_remembered(source.parts, met),
        archive_before=source.seen - _ARCHIVE if source.seen else None,
    )


class _Part(NamedTuple):
    items: tuple[FeedItem, ...]
    validators: Validators | None


async def _part(url: str, *, asking: Asking, validators: Validators | None) -> _Part | Failed:
    """Return the entries of one sitemap, none where it is as it was, or why there are none."""
    answer = await asking.first(url, validators=validators)
    if isinstance(answer, NotModified):
        return _Part((), answer.validators)
    if not isinstance(answer, Fetched):
        return _Part((), None) if answer.reason is RefusalReason.REPEATED else failure_of(answer)
    listed = await listing_of(answer)
    if isinstance(listed, Listings):
        return Failed(reason=RefusalReason.INDEX_PAGE, detail="names lists and no pages")
    return listed if isinstance(listed, Failed) else _Part(listed.feed.items, answer.validators)


def _feed(url: str, items: Iterable[FeedItem]) -> Feed:
    return Feed(
        url=url,
        title=None,
        home=None,
        language=None,
        updated=None,
        items=tuple(items),
        hints=FeedHints(),
    )


def _remembered(before: Iterable[Validators], met: Iterable[Validators]) -> tuple[Validators, ...]:
    """Return the validators to ask with next time: those met last stand behind, and are kept longest."""
    now = {one.url: one for one in met}
    return (*(one for one in before if one.url not in now), *now.values())[-_MOST_REMEMBERED:]
