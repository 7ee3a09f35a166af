"""A visit to one source: asked, understood, decided, and written down with what is new in it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from random import Random
from typing import NamedTuple

from sqlalchemy import Connection

from tawatur.collect.fetching.answers import Fetched, NotModified, Unfetched
from tawatur.errors import StoreError
from tawatur.library.following.discovering import Found, Listing, Listings, discover, listing_of
from tawatur.library.following.indexes import listing_of_index
from tawatur.library.following.means import Means
from tawatur.library.following.pages import Pages, defer_site
from tawatur.library.following.selection import (
    MOST_AT_ONCE,
    named,
    of_archive,
    passed_over,
    single,
    taken_at_first,
    taken_later,
    unfit,
)
from tawatur.library.following.visit_decisions import (
    Failed,
    after_failure,
    after_listing,
    after_nothing_new,
    as_page,
    failure_of,
)
from tawatur.records.refusal import RefusalReason
from tawatur.store.fetches import NewAddress, add_addresses, address_of_key, count_waiting, known_keys
from tawatur.store.sources import FollowedKind, Source, save_source
from tawatur.store.troubles import Step, Trouble, count_troubles

_UNFOLLOWED = "unfollowed"


class _Taken(NamedTuple):
    """For which source entries are to be fetched, and how many."""

    source: int
    number: int


class Visits:
    """Visits sources."""

    def __init__(self, means: Means, pages: Pages, *, random: Random) -> None:
        self._asking = means.asking
        self._ledger = means.ledger
        self._pages = pages
        self._clock = means.clock
        self._random = random
        self._watch = means.watch

    async def visit(self, source: Source) -> None:
        """Ask a source for what is new, and write down what it said and when to come again.

        Raises:
            StoreError: the library fails.
        """
        try:
            await self._visit(source)
        except StoreError:
            raise
        except Exception as error:  # noqa: BLE001 a bug that one source meets must not end the others
            self._watch.failed(f"source {source.id}", error)
            await self._failed(source, Failed(reason="failed", detail=f"a bug, please report it: {error!r}"))

    async def _visit(self, source: Source) -> None:
        if source.kind is FollowedKind.UNKNOWN:
            await self._met(
                source, await discover(source.what.url, fetch=self._fetch, sitemaps=self._asking.sitemaps)
            )
            return
        answer = await self._asking.first(source.what.url, validators=source.validators)
        if isinstance(answer, NotModified):
            later = after_nothing_new(source, answer, random=self._random)
            await self._ledger.write(
                lambda connection: save_source(connection, later, visited=source.what.url)
            )
            self._watch.visited(source.what.url, "not-modified")
        elif isinstance(answer, Unfetched):
            await self._failed(source, failure_of(answer))
        else:
            await self._met(source, await listing_of(answer))

    async def _fetch(self, url: str) -> Fetched | Unfetched:
        answer = await self._asking.first(url)
        assert not isinstance(answer, NotModified), "nothing was asked that could be unchanged"
        return answer

    async def _met(self, source: Source, found: Found) -> None:
        if isinstance(found, Listings):
            found = await listing_of_index(found, source=source, asking=self._asking)
        if isinstance(found, Listing):
            await self._listed(source, found)
        elif isinstance(found, Fetched):
            await self._ledger.write(lambda connection: self._follow_page(connection, source, found))
            self._watch.visited(source.what.url, "page")
        else:
            await self._failed(source, found)

    async def _listed(self, source: Source, found: Listing) -> None:
        entries, refused = named(found.feed.items), unfit(found.feed.items)

        def write(connection: Connection) -> _Taken | None:
            taken = self._write(connection, source, found, entries)
            if taken:
                _write_unfit(connection, refused, source=taken.source, now=found.answer.fetched)
            return taken

        taken = await self._ledger.write(write)
        self._watch.visited(
            source.what.url, "listed" if taken else _UNFOLLOWED, new=taken.number if taken else 0
        )

    def _write(
        self, connection: Connection, source: Source, found: Listing, entries: tuple[NewAddress, ...]
    ) -> "_Taken | None":
        """Write a source with the new addresses of its list, and return how many are to be fetched.

        `None` where nobody follows it any more.
        """
        visited, answer = source.what.url, found.answer
        if answer.url != visited:
            # Found by discovery: the list stands elsewhere than the address that somebody named.
            home = source.what.home or visited
            source = replace(source, what=replace(source.what, url=answer.url, home=home))
        known = known_keys(connection, [one.key for one in entries])
        unmet = [one for one in entries if one.key not in known]
        old = of_archive(unmet, before=found.archive_before)
        new = [one for one in unmet if one.key not in old]
        waiting = count_waiting(connection, source.id)
        taken = taken_later(new, waiting=waiting) if source.seen else taken_at_first(new)
        left = len(new) - len(taken)
        if left:
            # What is left is to be met again, whether or not the list changes.
            answer = replace(answer, validators=None)
        else:
            source = replace(source, parts=found.parts)
        later = after_listing(source, answer, found.feed, new=len(new), random=self._random)
        if (standing := save_source(connection, later, visited=visited)) is None:
            return None
        further = passed_over(one for one in unmet if one.key in old)
        add_addresses(connection, (*taken, *further), source=standing, now=answer.fetched)
        return _Taken(standing, len(taken))

    def _follow_page(self, connection: Connection, source: Source, answer: Fetched) -> None:
        """Follow one page by its address alone; what it holds today has come already."""
        page = single(source.what.url)
        if (standing := save_source(connection, as_page(source, now=self._now()))) is None:
            return
        if page and not known_keys(connection, [page.key]):
            add_addresses(connection, [page], source=standing, now=self._now())
        if page and (address := address_of_key(connection, page.key)):
            self._pages.write_answer(connection, address, answer)

    async def _failed(self, source: Source, failed: Failed) -> None:
        now = self._now()
        later = after_failure(source, failed, now=now, random=self._random)
        trouble = Trouble(source=source.id, step=Step.VISIT, reason=failed.reason)

        def write(connection: Connection) -> None:
            if save_source(connection, later) is not None:
                count_troubles(connection, [trouble], day=now.date())
            if failed.retry_at and failed.url:
                defer_site(connection, failed.url, reason=failed.reason, until=failed.retry_at)

        await self._ledger.write(write)
        self._watch.visited(source.what.url, failed.reason)

    def _now(self) -> datetime:
        return self._clock.now()


def _write_unfit(
    connection: Connection, refused: Sequence[NewAddress], *, source: int, now: datetime
) -> None:
    """Write down links of a list that nobody can ask for, and count those that were not met before."""
    known = known_keys(connection, [one.key for one in refused])
    new = [one for one in refused if one.key not in known][:MOST_AT_ONCE]
    if new:
        add_addresses(connection, new, source=source, now=now)
        met = Trouble(source=source, step=Step.FETCH, reason=RefusalReason.BAD_ADDRESS, count=len(new))
        count_troubles(connection, [met], day=now.date())
