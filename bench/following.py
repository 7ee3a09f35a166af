"""`make bench`, fifth part: pages a second from a web on this machine into a library on disk.

Fetched by one process, read and kept by another. Run from the root: `python -m bench.following`.
"""

import asyncio
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

import structlog
from bench.collecting import addresses, fetcher, resident, web

from tawatur.library.following.intake import ReadingProcess
from tawatur.library.following.running import Setting, collector
from tawatur.library.following.selection import single
from tawatur.library.following.watching import Watch
from tawatur.outlets.directory import outlets
from tawatur.store.fetches import add_addresses
from tawatur.store.pages import count_pages
from tawatur.store.store import Store, open_store

PAGES = 300


def fill(store: Store) -> None:
    """Let pages of 50 hosts wait to be fetched."""
    named = [page for url in addresses(PAGES) if (page := single(url))]
    with store.writing() as connection:
        add_addresses(connection, named, source=None, now=datetime.now(UTC))


async def follow(port: int, library: Path) -> None:
    """Print how many pages a second get into the library."""
    with open_store(library) as store:
        fill(store)
        setting = Setting(
            store=store, intake=ReadingProcess(library, workers=1), directory=outlets(), watch=Watch()
        )
        began, processor = time.perf_counter(), time.process_time()
        async with fetcher(port) as asking, collector(setting, asking) as made:
            await made.collect()
        wall, processor = time.perf_counter() - began, time.process_time() - processor
        with store.reading() as connection:
            kept = count_pages(connection).get(None, 0)
    print(f"{kept:,} pages fetched, read and kept: {kept / wall:,.0f} a second by the clock on the wall;")
    print(f"  the process that fetches: {kept / processor:,.0f} a second of one core, {resident():.0f} MB")


def main() -> None:
    structlog.configure(logger_factory=structlog.ReturnLoggerFactory())
    with web() as port, tempfile.TemporaryDirectory() as folder:
        asyncio.run(follow(port, Path(folder) / "library.db"))


if __name__ == "__main__":
    main()
