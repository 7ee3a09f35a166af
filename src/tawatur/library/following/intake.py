"""What was fetched goes into the library, read in a process of its own so that fetching goes on meanwhile."""

import asyncio
import multiprocessing
import os
import signal
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Protocol

from tawatur.batches import end_with_parent
from tawatur.errors import StoreError
from tawatur.library.adding import add_pages
from tawatur.library.arranging import Arranger
from tawatur.library.writing import Kept, Outcome
from tawatur.store.fetched import FetchedPage, held_pages, let_go
from tawatur.store.sources import count_articles
from tawatur.store.store import Store, open_store
from tawatur.store.troubles import Step, Trouble, count_troubles

_AT_ONCE = 256
MOST_READ = 4_000
"""After so many pages a new process reads on, which takes a fiftieth of the time at most.

One that goes on for months grows to some 500 MB, by the words it remembers.
"""
# A fork of a process with threads may deadlock; these start clean.
_CONTEXT = multiprocessing.get_context("forkserver" if os.name == "posix" else "spawn")


class Intake(Protocol):
    """Takes pages that wait into the library."""

    async def take_in(self) -> Counter[str]:
        """Take in some of the pages that wait, and count what became of them."""

    def close(self) -> None:
        """End; what was begun is finished."""


class ReadingProcess:
    """Reads in another process. A page that kills it is let go, and the rest is read."""

    def __init__(self, file: Path, *, workers: int, further_outlets: tuple[Path, ...] = ()) -> None:
        self._file = file
        self._workers = workers
        self._further = further_outlets
        self._pool: ProcessPoolExecutor | None = None
        self._at_once = _AT_ONCE
        self._read = 0

    async def take_in(self) -> Counter[str]:
        """Take in some of the pages that wait, and count what became of them.

        Raises:
            StoreError: the library cannot be written to, or no process can be started.
        """
        pool = self._pool or await self._started()
        try:
            taken = await asyncio.get_running_loop().run_in_executor(
                pool, _take_in_file, self._file, self._at_once, self._workers, self._further
            )
        except StoreError:
            raise
        except Exception as error:  # noqa: BLE001 whatever brings the reader down must not end collecting
            return self._recovered(error)
        self._at_once = min(_AT_ONCE, self._at_once * 2)
        self._read += taken.total()
        if self._read >= MOST_READ:
            await asyncio.to_thread(self.close)
        return taken

    def close(self) -> None:
        """End; what was begun is finished."""
        if self._pool:
            self._pool.shutdown()
        self._pool = None

    async def _started(self) -> ProcessPoolExecutor:
        pool = ProcessPoolExecutor(1, mp_context=_CONTEXT, initializer=_begin)
        try:
            # A machine on which no process starts at all is no fault of any page.
            await asyncio.get_running_loop().run_in_executor(pool, os.getpid)
        except (OSError, BrokenExecutor) as error:
            pool.shutdown(wait=False)
            raise StoreError(f"no process can be started to read in: {error}") from error
        self._pool, self._read = pool, 0
        return pool

    def _recovered(self, error: Exception) -> Counter[str]:
        """Go on page by page with a new process; the one page that brings it down is let go."""
        if self._pool:
            self._pool.shutdown(wait=False, cancel_futures=True)
        self._pool = None
        if self._at_once > 1:
            self._at_once = 1
            return Counter()
        with open_store(self._file) as store:
            _drop_first(store)
        return Counter({f"failed: {type(error).__name__}": 1})


def take_in(
    store: Store,
    *,
    limit: int,
    workers: int,
    further_outlets: tuple[Path, ...] = (),
    arranger: Arranger | None = None,
) -> Counter[str]:
    """Take the first pages that wait into the library and count what became of them.

    Whatever is cut off is done again: the library knows what it has. Who takes in again and
    again keeps one `arranger`.

    Raises:
        StoreError: the library cannot be written to.
    """
    with store.reading() as connection:
        waiting = held_pages(connection, limit=limit)
    kept = list(
        add_pages(
            store,
            [one.page for one in waiting],
            workers=workers,
            further_outlets=further_outlets,
            arranger=arranger,
        )
    )
    with store.writing() as connection:
        for source, number in _added(waiting, kept).items():
            count_articles(connection, source, number)
        count_troubles(connection, _troubles(waiting, kept), day=datetime.now(UTC).date())
        let_go(connection, waiting)
    return Counter(str(one.outcome) for one in kept)


def _added(waiting: Sequence[FetchedPage], kept: Sequence[Kept]) -> Counter[int]:
    sources = _sources(waiting)
    added: Counter[int] = Counter()
    for one in kept:
        if one.outcome is Outcome.ADDED and (source := sources.get(one.given)):
            added[source] += len(one.articles)
    return added


def _troubles(waiting: Sequence[FetchedPage], kept: Sequence[Kept]) -> list[Trouble]:
    sources = _sources(waiting)
    return [
        Trouble(source=sources.get(one.given), step=Step.READ, reason=one.refusal.reason)
        for one in kept
        if one.refusal
    ]


def _sources(waiting: Sequence[FetchedPage]) -> dict[str, int | None]:
    return {one.page.id: one.source for one in waiting}


def _drop_first(store: Store) -> None:
    with store.writing() as connection:
        first = held_pages(connection, limit=1)
        lost = [Trouble(source=one.source, step=Step.READ, reason="failed") for one in first]
        count_troubles(connection, lost, day=datetime.now(UTC).date())
        let_go(connection, first)


def _begin() -> None:
    """Leave Ctrl-C to whoever started this process, and end when that one is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with_parent()


@cache
def _store(file: Path) -> Store:
    return open_store(file)


@cache
def _arranger(_file: Path) -> Arranger:
    return Arranger()


def _take_in_file(file: Path, limit: int, workers: int, further_outlets: tuple[Path, ...]) -> Counter[str]:
    return take_in(
        _store(file), limit=limit, workers=workers, further_outlets=further_outlets, arranger=_arranger(file)
    )
