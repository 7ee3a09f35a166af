"""Addresses fetched politely and safely, one at a time from each host, many hosts at once."""

import math
import ssl
from datetime import timedelta
from http import HTTPStatus
from random import Random, SystemRandom
from types import TracebackType
from typing import Self

import httpcore

from tawatur.collect.fetching.addresses import PublicNetwork
from tawatur.collect.fetching.answers import Answer, Fetched, NotModified, Unfetched, Validators
from tawatur.collect.fetching.clock import Clock, SystemClock
from tawatur.collect.fetching.conditional import conditions, renewed, validators_of
from tawatur.collect.fetching.exchange import Exchange, Reply
from tawatur.collect.fetching.failures import Failure
from tawatur.collect.fetching.manners import Manners
from tawatur.collect.fetching.redirects import Trail, location_of
from tawatur.collect.fetching.statuses import failure_of
from tawatur.collect.fetching.urls import on_the_wire
from tawatur.collect.fetching.visits import Visits
from tawatur.records.refusal import RefusalReason


class Fetcher:
    """Fetches from public addresses only, as far and as fast as each site allows.

    One fetcher is meant to live for months: what it holds is bounded. Proxies of the
    environment are not used, since they would connect where nothing is checked. `network`
    and `tls` make its connections, `clock` and `random` its pauses.
    """

    def __init__(
        self,
        *,
        manners: Manners | None = None,
        network: httpcore.AsyncNetworkBackend | None = None,
        tls: ssl.SSLContext | None = None,
        clock: Clock | None = None,
        random: Random | None = None,
    ) -> None:
        self._manners = manners or Manners()
        self._exchange = Exchange(network=network or PublicNetwork(), manners=self._manners, tls=tls)
        self._clock = clock or SystemClock()
        self._visits = Visits(
            exchange=self._exchange,
            manners=self._manners,
            clock=self._clock,
            random=random or SystemRandom(),
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Close every connection; a later fetch opens new ones."""
        await self._exchange.aclose()

    async def fetch(
        self, url: str, *, validators: Validators | None = None, asked: set[str] | None = None
    ) -> Answer:
        """Fetch one address; whatever stands in the way is a value that says so.

        With the `validators` of an earlier answer only what is new is asked for. `asked` holds
        what was asked for in this run, and those that are asked for now are added: none is
        asked for twice, be it at the same time or behind a redirection.
        """
        first = on_the_wire(url)
        if isinstance(first, Failure):
            return self._unfetched(url, url, first)
        trail = Trail(urls=(first,))
        asked = set() if asked is None else asked
        while True:
            reply = await self._visits.visit(trail.last, conditions(trail.last, validators), asked)
            if isinstance(reply, Failure):
                return self._unfetched(url, trail.last, reply)
            location = location_of(reply.status, reply.headers)
            if location is None:
                return self._answer(url, trail, reply, validators)
            further = trail.behind(reply.status, location)
            if isinstance(further, Failure):
                return self._unfetched(url, trail.last, further)
            trail = further

    async def sitemaps(self, url: str) -> tuple[str, ...]:
        """Return the sitemaps that the robots.txt of an address's site names, as written."""
        first = on_the_wire(url)
        return () if isinstance(first, Failure) else await self._visits.sitemaps(first)

    def _answer(self, url: str, trail: Trail, reply: Reply, validators: Validators | None) -> Answer:
        """Return what the reply at the end of a trail comes to."""
        if reply.status == HTTPStatus.NOT_MODIFIED and validators and validators.url == trail.last:
            return NotModified(
                url=url,
                final_url=trail.last,
                validators=renewed(validators, reply.headers),
                moved_to=trail.moved_to,
                fetched=self._clock.now(),
            )
        if failure := self._unfit(reply):
            return self._unfetched(url, trail.last, failure)
        return Fetched(
            url=url,
            final_url=trail.last,
            status=reply.status,
            headers=tuple(reply.headers.multi_items()),
            content=reply.content,
            media_type=reply.media_type,
            encoding=reply.charset,
            validators=validators_of(trail.last, reply.headers),
            moved_to=trail.moved_to,
            fetched=self._clock.now(),
        )

    def _unfit(self, reply: Reply) -> Failure | None:
        if reply.status != HTTPStatus.OK:
            return failure_of(reply)
        if reply.is_unread:
            detail = f"{reply.media_type} is no text"
            return Failure(reason=RefusalReason.NO_TEXT, detail=detail, status=reply.status)
        if reply.cut:
            detail = f"more than {self._manners.most_bytes / 1024**2:g} MB"
            return Failure(reason=RefusalReason.TOO_LARGE, detail=detail, status=reply.status)
        return None

    def _unfetched(self, url: str, final_url: str, failure: Failure) -> Unfetched:
        now = self._clock.now()
        # Rounded up: whoever comes back at that very time must not be a moment too early.
        wait = None if failure.retry_after is None else timedelta(seconds=math.ceil(failure.retry_after))
        return Unfetched(
            url=url,
            final_url=final_url,
            reason=failure.reason,
            detail=failure.detail,
            status=failure.status,
            retry_at=None if wait is None else now + wait,
            fetched=now,
        )
