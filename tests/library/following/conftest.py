"""A collector on the test web, by a clock of its own, that reads in this process."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from random import Random

import pytest
import structlog
from sqlalchemy import Table, func, select
from tests.web_of_sites.clock import TestClock
from tests.web_of_sites.server import Web

from tawatur.collect.fetching.fetcher import Fetcher
from tawatur.collect.fetching.manners import Manners
from tawatur.collect.warc_writing import WarcFile
from tawatur.library.following.collector import Collector
from tawatur.library.following.intake import Intake, take_in
from tawatur.library.following.running import Setting, collector
from tawatur.library.following.watching import Watch
from tawatur.outlets.directory import outlets
from tawatur.store.fetched import held_pages, let_go
from tawatur.store.sources import Followed, Source, follow, followed_sources
from tawatur.store.store import Store


class ReadingHere:
    """Reads in this process, since a test has little to read."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def take_in(self) -> Counter[str]:
        return await asyncio.to_thread(take_in, self._store, limit=256, workers=1)

    def close(self) -> None:
        pass


class ReadingNothing:
    """Lets pages go unread, for what is about fetching alone."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def take_in(self) -> Counter[str]:
        return await asyncio.to_thread(self._let_go)

    def close(self) -> None:
        pass

    def _let_go(self) -> Counter[str]:
        with self._store.writing() as connection:
            waiting = held_pages(connection, limit=256)
            let_go(connection, waiting)
        return Counter(passed=len(waiting))


class Following:
    """A library that follows sites of the test web."""

    def __init__(self, web: Web, clock: TestClock, store: Store) -> None:
        self.web = web
        self.clock = clock
        self.store = store
        self.watch = Watch()
        self.intake: Intake = ReadingHere(store)

    def count(self, table: Table) -> int:
        with self.store.reading() as connection:
            return connection.execute(select(func.count()).select_from(table)).scalar_one()

    def follow(self, *urls: str, **further: str) -> None:
        with self.store.writing() as connection:
            named = [Followed(url=url, **further) for url in urls]  # type: ignore[arg-type]
            follow(connection, named, now=self.clock.now())

    def sources(self) -> dict[str, Source]:
        with self.store.reading() as connection:
            return {source.what.url: source for source in followed_sources(connection)}

    def run(self, work: Callable[[Collector], Awaitable[None]], archive: WarcFile | None = None) -> None:
        async def inside() -> None:
            fetcher = Fetcher(
                manners=Manners(most_seconds=8.0, step_seconds=4.0),
                network=self.web.network(),
                clock=self.clock,
                random=Random(7),
            )
            setting = Setting(
                store=self.store,
                intake=self.intake,
                directory=outlets(),
                watch=self.watch,
                archive=archive,
                clock=self.clock,
                random=Random(1),
            )
            async with collector(setting, fetcher) as made:
                await work(made)

        asyncio.run(inside())

    def collect(self, *, archive: WarcFile | None = None) -> None:
        """Collect what is due now."""
        self.run(Collector.collect, archive)

    def collect_for(self, seconds: float) -> int:
        """Collect whenever something is due, for so long; return how many times."""
        times = 0
        until = self.clock.passed + seconds

        async def work(made: Collector) -> None:
            nonlocal times
            while self.clock.passed < until:
                await made.collect()
                times += 1
                due = await made.next_due()
                wait = (due - self.clock.now()).total_seconds() if due else until
                self.clock.passed += max(1.0, wait)

        self.run(work)
        return times


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    structlog.configure(logger_factory=structlog.ReturnLoggerFactory())
    yield
    structlog.reset_defaults()


@pytest.fixture
def clock() -> TestClock:
    return TestClock()


@pytest.fixture
def following(store: Store, clock: TestClock) -> Iterator[Callable[..., Following]]:
    """Follow on a web of the sites given, or of all."""
    webs: list[Web] = []

    def made(*sites: object) -> Following:
        web = Web(sites or None, clock=clock.monotonic)  # type: ignore[arg-type]
        web.__enter__()
        webs.append(web)
        return Following(web, clock, store)

    yield made
    for web in webs:
        web.__exit__(None, None, None)
        assert web.inside == []
