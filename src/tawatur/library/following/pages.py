"""The pages of one host after another: asked for, held on disk, written down with their next time."""

import asyncio
from dataclasses import replace
from datetime import datetime
from functools import partial

from sqlalchemy import Connection

from tawatur.collect.canonical import article_key
from tawatur.collect.fetch import page_of
from tawatur.collect.fetching.answers import Answer, Fetched, NotModified, Unfetched
from tawatur.collect.fetching.urls import site_of
from tawatur.errors import StoreError
from tawatur.library.following.means import Means
from tawatur.library.following.page_decisions import (
    after_answer,
    after_no_answer,
    is_withdrawn,
    led_to_known,
    refused,
)
from tawatur.library.following.selection import host_of
from tawatur.outlets.directory import Directory
from tawatur.records.page import Page
from tawatur.records.refusal import Refusal, RefusalReason
from tawatur.store.fetched import hold_page
from tawatur.store.fetches import (
    WITHDRAWN,
    Address,
    AddressState,
    NewAddress,
    add_addresses,
    address_of_key,
    defer_addresses,
    next_of_host,
    save_address,
    source_of,
)
from tawatur.store.sources import defer_sources
from tawatur.store.troubles import Step, Trouble, count_troubles

_WITHDRAWN = "withdrawn"
_NO_TROUBLE = frozenset((RefusalReason.RESTING, RefusalReason.NOT_YET, RefusalReason.REPEATED))


class Pages:
    """Fetches what is due. While `room` is not set, nothing is: too much waits to be read."""

    def __init__(self, means: Means, directory: Directory) -> None:
        self._means = means
        self._directory = directory
        self.room = asyncio.Event()
        self.room.set()

    async def fetch_of(self, host: str) -> None:
        """Fetch what is due of a host, one page after the other, until nothing is.

        Raises:
            StoreError: the library fails.
        """
        while True:
            await self.room.wait()
            now = self._means.clock.now()
            address = await self._means.ledger.read(partial(next_of_host, host=host, now=now))
            if address is None:
                return
            try:
                await self._fetch(address)
            except StoreError:
                raise
            except Exception as error:  # noqa: BLE001 a bug that one page meets must not end the others
                self._means.watch.failed(f"page {address.id}", error)
                dropped = refused(address, "failed", now=now)
                await self._means.ledger.write(partial(save_address, address=dropped))

    async def _fetch(self, address: Address) -> None:
        asking = self._means.asking
        ask = asking.again if address.fetches else asking.first
        answer = await ask(address.url, validators=address.validators)
        outcome = await self._means.ledger.write(
            lambda connection: self.write_answer(connection, address, answer)
        )
        size = len(answer.content) if isinstance(answer, Fetched) else 0
        self._means.watch.fetched(address.url, outcome, size=size)

    def write_answer(self, connection: Connection, address: Address, answer: Answer) -> str:
        """Write down what an address answered, and hold its page to be read; what came of it in a word.

        What came after its source was given up is dropped.
        """
        source = source_of(connection, address)
        if address.source is not None and source is None:
            return "unfollowed"
        address = replace(address, source=source)
        if isinstance(answer, NotModified):
            save_address(connection, after_answer(address, answer))
            return "not-modified"
        page = page_of(answer)
        if isinstance(answer, Unfetched) or isinstance(page, Refusal):
            return self._write_refusal(connection, address, answer, page)
        if self._is_another(connection, address, answer):
            save_address(connection, led_to_known(address, now=answer.fetched))
            return "known"
        hold_page(connection, address.id, self._hinted(page, address))
        save_address(connection, after_answer(address, answer))
        return "fetched"

    def _write_refusal(
        self, connection: Connection, address: Address, answer: Fetched | Unfetched, page: Page | Refusal
    ) -> str:
        if isinstance(answer, Unfetched):
            save_address(connection, after_no_answer(address, answer))
            if answer.retry_at:
                defer_site(connection, answer.final_url, reason=answer.reason, until=answer.retry_at)
            reason = _WITHDRAWN if is_withdrawn(address, answer) else str(answer.reason)
        else:
            assert isinstance(page, Refusal), "only what is no page is refused"
            reason = str(page.reason)
            save_address(connection, refused(address, reason, now=answer.fetched))
        if reason not in _NO_TROUBLE and not (reason == _WITHDRAWN and address.reason in WITHDRAWN):
            trouble = Trouble(source=address.source, step=Step.FETCH, reason=reason)
            count_troubles(connection, [trouble], day=answer.fetched.date())
        return reason

    def _is_another(self, connection: Connection, address: Address, answer: Fetched) -> bool:
        """Tell whether an address led to a page known by another one; if not, remember where it led."""
        key = article_key(answer.final_url)
        if key is None or key == address.key:
            return False
        there = address_of_key(connection, key)
        if there is None:
            behind = NewAddress(
                key=key,
                url=answer.final_url,
                host=host_of(answer.final_url),
                state=AddressState.LED_HERE,
                title=None,
                published=None,
            )
            add_addresses(connection, [behind], source=address.source, now=answer.fetched)
        elif there.state is AddressState.WAITING:
            save_address(connection, replace(there, state=AddressState.LED_HERE, due=None))
        return there is not None and there.state is AddressState.FETCHED and address.fetches == 0

    def _hinted(self, page: Page, address: Address) -> Page:
        """Return a page with what its source says of it."""
        known = self._directory.by_url(page.url or "")
        return replace(
            page,
            outlet=None if known else address.outlet,
            title=address.title,
            date=address.published.isoformat() if address.published else None,
        )


def defer_site(connection: Connection, url: str, *, reason: str, until: datetime) -> None:
    """Ask nothing of the site of an address before it allows it, neither pages nor lists.

    A pause that is too long to be waited for holds pages alone: a list would wait for all of them.
    """
    site = site_of(url)
    defer_addresses(connection, site, until=until)
    if reason != RefusalReason.NOT_YET:
        defer_sources(connection, site, until=until)
