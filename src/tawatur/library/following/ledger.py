"""The library as an asynchronous program works on it: one thread, one transaction after the other."""

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import structlog
from sqlalchemy import Connection

from tawatur.errors import StoreError
from tawatur.store.store import Store

T = TypeVar("T")

# A disk that is full, or a writer that does not stop, is waited for; a run of months must not end of it.
_TRIES = 60
_PAUSE_SECONDS = 10.0


async def patiently(work: Callable[[], Awaitable[T]]) -> T:
    """Return what `work` comes to, tried again for ten minutes while the library fails.

    Raises:
        StoreError: it failed to the last.
    """
    for left in range(_TRIES - 1, -1, -1):
        try:
            return await work()
        except StoreError as error:
            if not left:
                raise
            structlog.get_logger().warning("library.waits", error=str(error))
            await asyncio.sleep(_PAUSE_SECONDS)
    raise AssertionError("the last try returns or raises")


class Ledger:
    """Reads and writes the library beside the event loop.

    What has been handed over is written, whether or not whoever handed it over still waits.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="ledger")

    async def read(self, work: Callable[[Connection], T]) -> T:
        """Return what `work` finds.

        Raises:
            StoreError: the library cannot be read.
        """
        return await self._done(lambda: self._reading(work))

    async def write(self, work: Callable[[Connection], T]) -> T:
        """Return what `work` comes to, once it is written, all of it or nothing.

        Raises:
            StoreError: the library cannot be written to, and could not for ten minutes.
        """
        return await patiently(lambda: self._done(lambda: self._writing(work)))

    def close(self) -> None:
        """Let what was handed over be written, and end."""
        self._thread.shutdown()

    async def _done(self, work: Callable[[], T]) -> T:
        return await asyncio.shield(asyncio.get_running_loop().run_in_executor(self._thread, work))

    def _reading(self, work: Callable[[Connection], T]) -> T:
        with self._store.reading() as connection:
            return work(connection)

    def _writing(self, work: Callable[[Connection], T]) -> T:
        with self._store.writing() as connection:
            return work(connection)
