"""`make bench`: how fast the reader and its API answer 20 clients at once, each asking without a pause.

Run from the root: `python -m bench.reader [LIBRARY]`; without a library one is made of
../shared/data/saudinewsnet. Every page is asked for twice: made anew, then as it is kept.
The clients share the cores with the reader and cost next to nothing (bench/clients.py); what the reader
works for one answer is told too, as on a busy machine nothing else can be compared.
"""

import random
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import quantiles
from urllib.parse import quote

from bench.clients import Answer, Clients, seconds_worked

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
def served(library: Path) -> Iterator[tuple[int, int]]:
    """Serve a library; its port and the number of the process."""
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
            yield port, server.pid
        finally:
            server.terminate()


class Round:
    """What a round of questions took: times, and the work of the reader."""

    def __init__(self, answers: Sequence[Answer], worked: float) -> None:
        self._times = sorted(answer.milliseconds for answer in answers)
        self._failed = sum(answer.status >= 500 for answer in answers)
        self._worked = worked * 1000 / len(answers)

    def __str__(self) -> str:
        cuts = quantiles(self._times, n=20, method="inclusive")
        told = f"{cuts[9]:7.1f} {cuts[18]:7.1f} {self._worked:7.2f}"
        return told + (f" ({self._failed} failed)" if self._failed else "")


def asked(clients: Clients, wanted: Sequence[str], process: int) -> Round:
    """Ask for everything, and tell what it took."""
    before = seconds_worked(process)
    answers = clients.ask(wanted)
    return Round(answers, seconds_worked(process) - before)


def numbered(addresses: Sequence[str]) -> list[str]:
    """Return at least 100 addresses that nobody has asked for before."""
    return [
        f"{one}{'&' if '?' in one else '?'}n={n}"
        for n in range(1 + 100 // len(addresses))
        for one in addresses
    ]


def measure(port: int, process: int, kinds: dict[str, list[str]]) -> None:
    """Print both rounds of every kind, then a day of reading: few pages often, many once."""
    clients = Clients(port, CLIENTS)
    for addresses in kinds.values():
        clients.ask(f"{one}{'&' if '?' in one else '?'}warm={n}" for n, one in enumerate(addresses[:8]))
    print(
        f"{CLIENTS} clients, {WORKERS} processes; the median, the 95th percentile, and the work in one, in ms"
    )
    print(f"{'':<28}     n  anew: p50     p95    work  again: p50   p95    work")
    for kind, addresses in kinds.items():
        anew = numbered(addresses)
        first = asked(clients, anew, process)
        # Each process keeps its own pages.
        clients.ask(anew * 3)
        again = asked(clients, anew * 3, process)
        print(f"{kind:<28} {len(anew):5} {first}     {again}", flush=True)
    pages = [one for addresses in kinds.values() for one in addresses]
    chosen = random.Random(2)
    chosen.shuffle(pages)
    read = chosen.choices(pages, weights=[1 / rank for rank in range(1, len(pages) + 1)], k=READ)
    begun = time.perf_counter()
    day = asked(clients, read, process)
    rate = len(read) / (time.perf_counter() - begun)
    print(f"{'as it is read':<28} {len(read):5} {day}     {rate:.0f} a second")
    clients.close()


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        library = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(folder) / "library.db"
        if not library.exists():
            if not DATA.is_dir():
                print("the reader: no library to serve, and no ../shared/data/saudinewsnet to make one of")
                return
            command = [sys.executable, "-m", "tawatur", "add", str(DATA), "--db", str(library)]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        with served(library) as (port, process):
            measure(port, process, addresses(library))


if __name__ == "__main__":
    main()
