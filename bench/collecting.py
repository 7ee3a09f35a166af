"""`make bench`, fourth part: what collecting takes in from a web on this machine.

The web is another process on one port, its names resolved to it; pauses are off, since they
are what really sets the pace. Run from the root: `python -m bench.collecting`.
"""

import asyncio
import resource
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

from bench.feeds_and_archives import archives, feeds
from tests.web_of_sites.site import LOOPBACK

from tawatur.collect.fetch import page_of
from tawatur.collect.fetching.addresses import Endpoint, PublicNetwork
from tawatur.collect.fetching.answers import Fetched
from tawatur.collect.fetching.fetcher import Fetcher
from tawatur.collect.fetching.manners import Manners
from tawatur.pipeline import read_page, resources
from tawatur.records.page import Page

ROOT = Path(__file__).parents[1]
HOSTS = 50
PAGES = 20_000
READ = 1_000
MARKS = 4


@contextmanager
def web() -> Iterator[int]:
    """Serve the web from another process; its port."""
    command = [sys.executable, "-m", "tests.web_of_sites", str(HOSTS)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:
        assert server.stdout
        assert server.stdin
        yield int(server.stdout.readline())
        server.stdin.close()


@asynccontextmanager
async def fetcher(port: int) -> AsyncIterator[Fetcher]:
    async def resolve(_host: str, _port: int) -> Sequence[Endpoint]:
        return [(LOOPBACK, port)]

    network = PublicNetwork(resolve=resolve, allowed=[LOOPBACK])
    async with Fetcher(network=network, manners=Manners(pause=0.0)) as made:
        yield made


def addresses(number: int) -> list[str]:
    return [f"http://site-{index % HOSTS}.example/khabar/{index}" for index in range(number)]


async def fetch_all(asking: Fetcher, urls: Sequence[str]) -> AsyncIterator[Fetched]:
    """Yield what addresses hold, a few hundred of them under way at any time."""
    for start in range(0, len(urls), 250):
        for answer in await asyncio.gather(*(asking.fetch(url) for url in urls[start : start + 250])):
            assert isinstance(answer, Fetched), answer
            yield answer


def resident() -> float:
    """Return the MB that this process holds now."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * resource.getpagesize() / 1024**2


async def fetching(port: int) -> None:
    """Print how many pages are fetched a second, and that memory stays where it is."""
    urls = addresses(PAGES)
    memory: list[float] = []
    number = packed = 0
    async with fetcher(port) as asking:
        wall, processor = time.perf_counter(), time.process_time()
        async for answer in fetch_all(asking, urls):
            number += 1
            packed += len(answer.content)
            if number % (PAGES // MARKS) == 0:
                memory.append(resident())
        wall, processor = time.perf_counter() - wall, time.process_time() - processor
    size, held = packed / number / 1024, ", ".join(f"{one:.0f}" for one in memory)
    print(
        f"{number:,} pages of {size:.0f} KB fetched: {number / wall:,.0f} a second by the clock on the wall,"
    )
    print(f"  {number / processor:,.0f} a second of one core; MB held on the way: {held}")


async def fetching_and_reading(port: int) -> None:
    """Print how many pages a second are fetched and read by one process."""
    bundled = resources()
    articles = 0
    async with fetcher(port) as asking:
        processor = time.process_time()
        async for answer in fetch_all(asking, addresses(READ)):
            page = page_of(answer)
            assert isinstance(page, Page)
            articles += bool(read_page(page, resources=bundled).articles)
        processor = time.process_time() - processor
    print(f"{articles} pages fetched and read: {articles / processor:,.0f} a second of one core")


def main() -> None:
    with web() as port:
        asyncio.run(fetching(port))
        asyncio.run(fetching_and_reading(port))
    feeds()
    archives()


if __name__ == "__main__":
    main()
