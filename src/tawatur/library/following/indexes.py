"""An index of sitemaps as one list: what those of its sitemaps hold that may have changed."""

from collections import OrderedDict
from dataclasses import replace
from datetime import datetime, timedelta
from typing import NamedTuple

from tawatur.collect.fetching.answers import Fetched, NotModified, UnfetchedReason, Validators
from tawatur.collect.sitemap_choice import chosen_sitemaps
from tawatur.library.following.asking import Asking
from tawatur.library.following.discovering import Listing, Listings, listing_of
from tawatur.library.following.visit_decisions import Failed, failure_of
from tawatur.records.feed import Feed, FeedHints, FeedItem
from tawatur.records.refusal import RefusalReason

_ARCHIVE = timedelta(days=7)
"""What is older than the last visit by so much, and yet was not met then, stands in an archive."""
_MOST_REMEMBERED = 1_000


class Indexes:
    """Asks for the sitemaps of indexes.

    When each was last changed is remembered for as long as this lives: without it, whole
    sitemaps come again.
    """

    def __init__(self, asking: Asking) -> None:
        self._asking = asking
        self._validators: OrderedDict[str, Validators] = OrderedDict()

    async def listing(self, found: Listings, *, seen: datetime | None) -> Listing | Failed:
        """Return what an index lists that was visited at `seen`, or why it lists nothing.

        An index that an index names is not followed further: it could go on for ever.
        """
        items: list[FeedItem] = []
        validators: list[Validators] = []
        failed, worked = None, False
        chosen = chosen_sitemaps(found.links, since=seen)
        for link in chosen:
            part = await self._part(link.url)
            if isinstance(part, Failed):
                failed = part
            else:
                worked = True
                items += part.items
                validators += (part.validators,) if part.validators else ()
        if failed and not worked:
            return failed
        feed = Feed(
            url=found.answer.final_url,
            title=None,
            home=None,
            language=None,
            updated=None,
            items=tuple(items),
            hints=FeedHints(),
        )
        # An index that is as it was may name sitemaps that are not: it is always asked for whole.
        answer = replace(found.answer, validators=None)
        return Listing(
            answer=answer,
            feed=feed,
            parts=tuple(validators),
            archive_before=seen - _ARCHIVE if seen else None,
        )

    def remember(self, listing: Listing) -> None:
        """Ask next time only for what is new since a listing, all of which has been written down."""
        for one in listing.parts:
            self._validators.pop(one.url, None)
            self._validators[one.url] = one
        while len(self._validators) > _MOST_REMEMBERED:
            self._validators.popitem(last=False)

    async def _part(self, url: str) -> "_Part | Failed":
        """Return the entries of one sitemap, none where it is as it was, or why there are none."""
        answer = await self._asking.first(url, validators=self._validators.get(url))
        if isinstance(answer, NotModified):
            return _Part((), answer.validators)
        if not isinstance(answer, Fetched):
            return _Part((), None) if answer.reason is UnfetchedReason.REPEATED else failure_of(answer)
        listed = await listing_of(answer)
        if isinstance(listed, Listings):
            return Failed(reason=RefusalReason.INDEX_PAGE, detail="names lists and no pages")
        return listed if isinstance(listed, Failed) else _Part(listed.feed.items, answer.validators)


class _Part(NamedTuple):
    items: tuple[FeedItem, ...]
    validators: Validators | None
