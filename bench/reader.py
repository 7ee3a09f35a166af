"""`make bench`: how fast the reader and its API answer 20 clients at once, each asking without a pause.

Run from the root: `python -m bench.reader [LIBRARY]`; without a library one is made of
../shared/data/saudinewsnet. Every page is asked for twice: made anew, then as it is kept.
The clients share the cores with the reader.
"""

import asyncio
import random
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import quantiles
from urllib.parse import quote

DATA = Path(__file__).parents[2] / "shared" / "data" / "saudinewsnet"
CLIENTS = 20
WORKERS = 2
EACH = 300
READ = 3_000


def some(library: sqlite3.Connection, query: str) -> list[str]:
    """Return up to `EACH` values, always the same ones of a library."""
    values = [str(value) for (value,) in library.execute(query)]
    return random.Random(1).sample(values, min(EACH, len(values)))


def addresses(file: Path) -> dict[str, list[str]]:
    """Return different addresses of every kind of page and call."""
    with sqlite3.connect(file) as library:
        stories = some(library, "SELECT id FROM stories WHERE merged_into IS NULL")
        large = some(
            library, "SELECT id FROM stories WHERE merged_into IS NULL ORDER BY articles DESC LIMIT 50"
        )
        articles = some(library, "SELECT id FROM articles")
        claims = some(library, "SELECT key FROM claims WHERE pages > 1")
        parties = some(library, "SELECT id FROM parties WHERE statements > 2")
        quoted = some(library, "SELECT id FROM parties ORDER BY statements DESC LIMIT 50")
        outlets = some(library, "SELECT DISTINCT outlet FROM articles WHERE outlet IS NOT NULL")
        titles = some(library, "SELECT title FROM articles WHERE length(title) > 20")
    queries = [quote(" ".join(sorted(title.split(), key=len)[-2:])) for title in titles]
    return {
        "latest": ["/ar/", "/en/"],
        "trending": [f"/ar/trending?window={window}" for window in ("day", "week", "month")],
        "story": [f"/ar/story/{one}" for one in stories],
        "story, the 50 largest": [f"/ar/story/{one}" for one in large],
        "claim": [f"/ar/claim/{one}" for one in claims],
        "article": [f"/ar/article/{one}" for one in articles],
        "party": [f"/ar/party/{one}" for one in parties],
        "party, the 50 most quoted": [f"/ar/party/{one}" for one in quoted],
        "outlet": [f"/ar/outlet/{one}" for one in outlets],
        "search": [f"/ar/search?q={one}" for one in queries],
        "search, statements": [f"/ar/search?q={one}&sought=statements" for one in queries],
        "about": ["/ar/about"],
        "API stories": ["/api/v1/stories", "/api/v1/stories?limit=50"],
        "API story": [f"/api/v1/stories/{one}" for one in stories],
        "API article": [f"/api/v1/articles/{one}" for one in articles],
        "API party": [f"/api/v1/parties/{one}" for one in parties],
        "API statements": [f"/api/v1/parties/{one}/statements" for one in quoted],
        "API outlet": [f"/api/v1/outlets/{one}" for one in outlets],
        "API search": [f"/api/v1/search/articles?q={one}" for one in queries],
    }


@contextmanager
def served(library: Path) -> Iterator[int]:
    """Serve a library; its port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    command = ["serve", "--db", str(library), "--port", str(port), "--workers", str(WORKERS)]
    with subprocess.Popen([sys.executable, "-m", "tawatur", *command], stdout=subprocess.DEVNULL) as server:
        try:
            for _ in range(600):
                with socket.socket() as trial:
                    if trial.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.1)
            yield port
        finally:
            server.terminate()


class Client:
    """One browser with one connection that stays open."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, address: str) -> tuple[int, float]:
        """Return the status of an answer and the milliseconds until it was whole."""
        begun = time.perf_counter()
        if self._streams is None:
            self._streams = await asyncio.open_connection("127.0.0.1", self._port)
        reader, writer = self._streams
        writer.write(f"GET {address} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())
        head = (await reader.readuntil(b"\r\n\r\n")).lower()
        length = int(head.partition(b"content-length:")[2].split(b"\r\n", 1)[0])
        await reader.readexactly(length)
        return int(head.split(b" ", 2)[1]), (time.perf_counter() - begun) * 1000


async def asked(clients: Sequence[Client], wanted: Iterable[str]) -> list[tuple[int, float]]:
    """Ask for everything, each client for the next as soon as it has its last."""
    waiting = iter(wanted)

    async def busy(client: Client) -> list[tuple[int, float]]:
        return [await client.ask(address) for address in waiting]

    return [one for answers in await asyncio.gather(*map(busy, clients)) for one in answers]


def told(answers: Sequence[tuple[int, float]]) -> str:
    """Return the median and the 95th percentile, and whether anything was not answered as it should be."""
    times = sorted(time for _, time in answers)
    cuts = quantiles(times, n=20, method="inclusive")
    wrong = sum(status >= 500 for status, _ in answers)
    return f"{cuts[9]:7.1f} {cuts[18]:7.1f}" + (f" ({wrong} failed)" if wrong else "")


async def measure(port: int, kinds: dict[str, list[str]]) -> None:
    """Print both rounds of every kind, then a day of reading: few pages often, many once."""
    clients = [Client(port) for _ in range(CLIENTS)]
    for addresses in kinds.values():
        await asked(
            clients, (f"{one}{'&' if '?' in one else '?'}warm={n}" for n, one in enumerate(addresses[:8]))
        )
    print(f"{CLIENTS} clients, {WORKERS} processes          n  anew p50   p95  again p50   p95 (ms)")
    for kind, addresses in kinds.items():
        if (await clients[0].ask(addresses[0]))[0] == 404:
            continue
        anew = [
            f"{one}{'&' if '?' in one else '?'}n={n}"
            for n in range(1 + 100 // len(addresses))
            for one in addresses
        ]
        first = await asked(clients, anew)
        # Each process keeps its own pages.
        await asked(clients, anew * 2)
        again = await asked(clients, anew)
        print(f"{kind:<28} {len(anew):5} {told(first)}   {told(again)}")
    pages = [one for addresses in kinds.values() for one in addresses if one.startswith("/ar/")]
    chosen = random.Random(2)
    chosen.shuffle(pages)
    read = chosen.choices(pages, weights=[1 / rank for rank in range(1, len(pages) + 1)], k=READ)
    begun = time.perf_counter()
    answers = await asked(clients, read)
    rate = len(answers) / (time.perf_counter() - begun)
    print(f"{'as it is read':<28} {len(answers):5} {told(answers)}   {rate:.0f} pages a second")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        library = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(folder) / "library.db"
        if not library.exists():
            if not DATA.is_dir():
                print("the reader: no library to serve, and no ../shared/data/saudinewsnet to make one of")
                return
            command = [sys.executable, "-m", "tawatur", "add", str(DATA), "--db", str(library)]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        with served(library) as port:
            asyncio.run(measure(port, addresses(library)))


if __name__ == "__main__":
    main()
