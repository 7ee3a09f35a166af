"""Hosts visited: each in its turn, no sooner than it wants, no site while it rests or where it objects."""

from collections.abc import Mapping
from dataclasses import replace
from random import Random

from tawatur.collect.fetching.backoff import asked_rest
from tawatur.collect.fetching.clock import Clock
from tawatur.collect.fetching.exchange import Exchange, Reply
from tawatur.collect.fetching.failures import Failure
from tawatur.collect.fetching.hosts import Host, Hosts
from tawatur.collect.fetching.manners import Manners
from tawatur.collect.fetching.redirects import Trail, location_of
from tawatur.collect.fetching.rests import Rests
from tawatur.collect.fetching.robots import SiteRules, rules_of
from tawatur.collect.fetching.rulebook import Rulebook
from tawatur.collect.fetching.statuses import failure_of, troubles_site
from tawatur.collect.fetching.urls import host_of, site_of
from tawatur.collect.limits import MOST_ROBOTS_BYTES
from tawatur.records.refusal import RefusalReason


class Visits:
    """Asks addresses written as on the wire, and remembers what their hosts want."""

    def __init__(self, *, exchange: Exchange, manners: Manners, clock: Clock, random: Random) -> None:
        self._exchange = exchange
        self._manners = manners
        self._clock = clock
        self._hosts = Hosts()
        self._rests = Rests(random=random)
        self._rulebook = Rulebook()

    async def visit(self, url: str, headers: Mapping[str, str], asked: set[str]) -> Reply | Failure:
        """Ask one address when it is its host's turn, unless something speaks against it."""
        host, site = self._hosts.named(host_of(url)), site_of(url)
        async with host.turn:
            if url in asked:
                return Failure(
                    reason=RefusalReason.REPEATED, detail=f"{url} was asked for in this run already"
                )
            if objection := self._resting(site):
                return objection
            rules = await self._rules(site)
            objection = rules.objection(url, now=self._clock.monotonic()) or await self._paused(host, rules)
            if objection:
                return objection
            asked.add(url)
            try:
                reply = await self._exchange.ask(url, headers=headers, most=self._manners.most_bytes)
            finally:
                host.left = self._clock.monotonic()
            return self._noted(site, reply)

    async def sitemaps(self, url: str) -> tuple[str, ...]:
        """Return the sitemaps that the robots.txt of an address's site names, as written."""
        site = site_of(url)
        async with self._hosts.named(host_of(url)).turn:
            return () if self._resting(site) else (await self._rules(site)).sitemaps

    def _resting(self, site: str) -> Failure | None:
        return self._rests.objection(site, now=self._clock.monotonic())

    async def _paused(self, host: Host, rules: SiteRules) -> Failure | None:
        """Wait until the pause behind the host's last answer is over, unless it is too long."""
        pause = max(self._manners.pause, rules.pause)
        left = host.left + pause - self._clock.monotonic()
        if left > self._manners.patience:
            detail = f"its host wants pauses of {pause:g} s"
            return Failure(reason=RefusalReason.NOT_YET, detail=detail, retry_after=left)
        if left > 0:
            await self._clock.sleep(left)
        return None

    async def _rules(self, site: str) -> SiteRules:
        """Return the rules of a site, asked for once a day; those that cannot be renewed stay."""
        old = self._rulebook.of(site)
        if old and self._clock.monotonic() < old.until:
            return old
        answer = await self._ask_for_rules(site)
        new = rules_of(answer, now=self._clock.monotonic())
        if new.closed and old and not old.closed:
            old.until = new.until
            return old
        self._rulebook.keep(site, new)
        return new

    async def _ask_for_rules(self, site: str) -> Reply | Failure:
        # Redirections lead on at once: waiting here for another host's turn could wait for ever.
        trail = Trail(urls=(f"{site}/robots.txt",))
        while True:
            reply = await self._exchange.ask(trail.last, headers={}, most=MOST_ROBOTS_BYTES)
            if len(trail.urls) == 1:
                reply = self._noted(site, reply)
            if isinstance(reply, Failure) or not (location := location_of(reply.status, reply.headers)):
                return reply
            further = trail.behind(reply.status, location)
            if isinstance(further, Failure):
                return further
            trail = further

    def _noted(self, site: str, reply: Reply | Failure) -> Reply | Failure:
        """Remember what a reply says of its site's health; a site in trouble makes it a failure."""
        if not troubles_site(reply):
            self._rests.did_well(site)
            return reply
        asked = None
        if isinstance(reply, Reply):
            asked = asked_rest(reply.headers.get("Retry-After"), now=self._clock.now())
            reply = failure_of(reply)
        seconds = self._rests.failed(site, reply.detail, now=self._clock.monotonic(), asked=asked)
        return replace(reply, retry_after=seconds)
