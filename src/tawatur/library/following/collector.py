"""Collecting: whatever is due is started, many at once, and nothing that fails ends the rest."""

import asyncio
from collections import Counter
from collections.abc import Coroutine, Iterable
from datetime import datetime, timedelta
from functools import partial
from random import Random, SystemRandom
from typing import Any

from sqlalchemy import Connection

from tawatur.errors import StoreError
from tawatur.library.following.intake import Intake
from tawatur.library.following.ledger import patiently
from tawatur.library.following.means import Means
from tawatur.library.following.pages import Pages
from tawatur.library.following.schedule import FARTHEST
from tawatur.library.following.visits import Visits
from tawatur.outlets.directory import Directory
from tawatur.store.fetched import count_held
from tawatur.store.fetches import due_hosts, next_address_due, recall_addresses
from tawatur.store.sources import due_sources, next_source_due, recall_sources
from tawatur.store.troubles import forget_old_troubles

MOST_TASKS = 256
MOST_HOSTS_OF_A_SOURCE = 8
"""Fetched from at once; a list of hundreds of slow hosts must not keep all others waiting."""
MOST_HELD = 2_000
"""Pages that wait to be read; with more, nothing is fetched."""
_LOOK_SECONDS = 1.0
_READING = "reading"
_READ_AT = 32
"""So many pages are worth a transaction while more are on their way; fewer wait for some looks."""
_MOST_LOOKS = 4


class Collector:
    """Visits sources and fetches their pages as they fall due; all state is in the library.

    `stop` may be called from a signal handler: what is on the wire is dropped, what has come
    is written, and the run ends.
    """

    def __init__(
        self, means: Means, intake: Intake, *, directory: Directory, random: Random | None = None
    ) -> None:
        self._means = means
        self._intake = intake
        self._pages = Pages(means, directory)
        self._visits = Visits(means, self._pages, random=random or SystemRandom())
        self._tasks: dict[str, asyncio.Task[None]] = {}
        # Of the tasks that fetch from a host, for whom they do.
        self._sources: dict[str, int | None] = {}
        self._stopping = asyncio.Event()
        self._looks = 0

    def stop(self) -> None:
        """End the run soon and cleanly."""
        self._stopping.set()

    async def collect(self) -> None:
        """Take up everything that is due by now, with what comes of it, until nothing is left to do.

        Raises:
            StoreError: the library fails, and did for ten minutes.
        """
        until = await self._begin_run()
        try:
            while not self._stopping.is_set():
                held = await self._start_due(until)
                if not self._tasks and not held:
                    return
                await self._wait()
        finally:
            await self._end()

    async def keep_collecting(self, every: timedelta) -> None:
        """Collect what is due again and again, `every` so often, until `stop` is called.

        A host that is slow keeps nobody else waiting: what falls due meanwhile is taken up.

        Raises:
            StoreError: the library fails, and did for ten minutes.
        """
        until = wake = self._means.clock.now()
        try:
            while not self._stopping.is_set():
                # A clock that was set back begins anew too.
                if not until <= self._means.clock.now() < wake:
                    until = await self._begin_run()
                    wake = until + every
                await self._start_due(until)
                await self._wait()
        finally:
            await self._end()

    async def next_due(self) -> datetime | None:
        """Return when something is due again, `None` where nothing is followed."""
        source = await self._means.ledger.read(next_source_due)
        address = await self._means.ledger.read(next_address_due)
        return min(filter(None, (source, address)), default=None)

    async def _begin_run(self) -> datetime:
        """Let everything be asked for again, and return what time it is."""
        self._means.asking.begin_run()
        now = self._means.clock.now()
        await self._means.ledger.write(partial(_tidy, now=now))
        return now

    async def _start_due(self, until: datetime) -> int:
        """Start whatever is due and not under way; return how many pages wait to be read."""
        now, ledger = self._means.clock.now(), self._means.ledger
        for source in await ledger.read(partial(due_sources, now=until)):
            self._start(f"source {source.id}", self._visits.visit(source))
        self._start_hosts(await ledger.read(partial(due_hosts, now=now)))
        held = await ledger.read(count_held)
        (self._pages.room.clear if held > MOST_HELD else self._pages.room.set)()
        if held and (held >= _READ_AT or self._looks > _MOST_LOOKS or not self._tasks):
            self._start(_READING, self._take_in())
        self._means.watch.busy(tasks=len(self._tasks), held=held)
        return held

    def _start_hosts(self, due: Iterable[tuple[str, int | None]]) -> None:
        """Start fetching from hosts, not too many of one source, so that none takes all the room."""
        under_way = Counter(self._sources.values())
        for host, source in due:
            name = f"host {host}"
            if name not in self._tasks and (source is None or under_way[source] < MOST_HOSTS_OF_A_SOURCE):
                self._start(name, self._pages.fetch_of(host))
                if name in self._tasks:
                    self._sources[name] = source
                    under_way[source] += 1

    def _start(self, name: str, work: Coroutine[Any, Any, None]) -> None:
        if name in self._tasks or (len(self._tasks) >= MOST_TASKS and name != _READING):
            work.close()
            return
        self._tasks[name] = asyncio.create_task(work, name=name)

    async def _take_in(self) -> None:
        self._looks = 0
        self._means.watch.taken_in(await patiently(self._intake.take_in))

    async def _wait(self) -> None:
        """Wait until something is done, or it is time to look for what is due."""
        stopping = asyncio.create_task(self._stopping.wait())
        done, _ = await asyncio.wait(
            {stopping, *self._tasks.values()}, timeout=_LOOK_SECONDS, return_when=asyncio.FIRST_COMPLETED
        )
        stopping.cancel()
        self._looks += not done
        self._reap()

    def _reap(self) -> None:
        for name, task in list(self._tasks.items()):
            if task.done():
                del self._tasks[name]
                self._sources.pop(name, None)
                error = None if task.cancelled() else task.exception()
                if isinstance(error, StoreError):
                    raise error
                if error:
                    self._means.watch.failed(name, error)

    async def _end(self) -> None:
        """Drop what is on the wire, and let what is being read be written."""
        for name, task in self._tasks.items():
            if name != _READING:
                task.cancel()
        await asyncio.gather(*self._tasks.values(), return_exceptions=True)
        self._reap()


def _tidy(connection: Connection, *, now: datetime) -> None:
    forget_old_troubles(connection, day=now.date())
    recall_sources(connection, later=now + FARTHEST, now=now)
    recall_addresses(connection, later=now + FARTHEST, now=now)
