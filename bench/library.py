"""`make bench`, the library: how fast it takes articles in, how large it gets, how fast it answers.

Beside it stands a bare SQLite table with the same titles and texts: what keeping alone costs.
Run from the root: `python -m bench.library [ARTICLES] [FILE]`, by default over the whole of
SaudiNewsNet under `shared/data/`, into a file that is thrown away.
"""

import os
import sqlite3
import sys
import tempfile
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from itertools import chain, islice
from pathlib import Path

from tawatur.batches import Item, cores
from tawatur.collect.inputs import pages
from tawatur.library.adding import add_pages
from tawatur.library.arranging import Arranger
from tawatur.outlets.directory import outlets
from tawatur.records.page import Page
from tawatur.store.cursors import Part
from tawatur.store.heads import latest_articles
from tawatur.store.parties import most_quoted
from tawatur.store.search.articles import search_articles
from tawatur.store.search.query import parse
from tawatur.store.search.results import Shown
from tawatur.store.store import Store, open_store
from tawatur.store.stories import latest_stories

DATA = Path(__file__).parents[1].parent / "shared" / "data" / "saudinewsnet"
QUERIES = ("الملك سلمان", '"مجلس الوزراء"', "النفط -أسعار", "عدن الحوثيين", "source:الجبير اليمن", "مدرسة")
ROUNDS = 50
_ONE_BY_ONE = 100
_SECONDS_BETWEEN_LOOKS = 0.5


def main() -> None:
    """Print the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else None
    with tempfile.TemporaryDirectory() as folder:
        file = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(folder) / "library.db"
        with open_store(file) as store:
            left: deque[Item] = deque()
            added(store, all_but_last(islice(articles(), count), left))
            one_more(store, left)
            listed(store)
        bare(Path(folder) / "bare.db", islice(articles(), count))


def articles() -> Iterable[Item]:
    """Yield the articles of the collection, day by day."""
    return chain.from_iterable(pages([str(file)]) for file in sorted(DATA.glob("*.zip")))


def all_but_last(items: Iterable[Item], left: deque[Item]) -> Iterator[Item]:
    """Yield items save the last ones, which are `left`."""
    for item in items:
        left.append(item)
        if len(left) > _ONE_BY_ONE:
            yield left.popleft()


def added(store: Store, items: Iterable[Item]) -> None:
    """Tell how fast articles are taken in and what they take in memory and on the disk."""
    with memory() as peak:
        begun, used = time.perf_counter(), time.process_time()
        written = sum(1 for _ in add_pages(store, items, workers=cores()))
        wall, own = time.perf_counter() - begun, time.process_time() - used
    print(f"add: {written} pages in {wall:.0f} s on {cores()} cores, {written / wall:.0f} a second")
    print(f"     {1000 * own / written:.1f} ms CPU of the writing process a page")
    print(f"     {peak[0] >> 20} MiB at most in all processes, {peak[1] >> 20} in the writing one")
    print(f"     {store.file.stat().st_size / written / 1000:.1f} kB a page on the disk")


@contextmanager
def memory() -> Iterator[list[int]]:
    """Measure the most memory of this process and all it starts, and of this one, in bytes."""
    peak, done = [0, 0], threading.Event()

    def look() -> None:
        while not done.wait(_SECONDS_BETWEEN_LOOKS):
            sizes = [proportional(process) for process in (os.getpid(), *descendants(os.getpid()))]
            peak[:] = max(peak[0], sum(sizes)), max(peak[1], sizes[0])

    looking = threading.Thread(target=look)
    looking.start()
    try:
        yield peak
    finally:
        done.set()
        looking.join()


def descendants(process: int) -> Iterator[int]:
    """Yield the processes that a process has started, and those that they have."""
    for children in Path(f"/proc/{process}/task").glob("*/children"):
        for child in map(int, children.read_text().split()):
            yield child
            yield from descendants(child)


def proportional(process: int) -> int:
    """Return the memory of a process, what it shares counted in parts; 0 when it is gone."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return next((int(line.split()[1]) << 10 for line in lines if line.startswith("Pss:")), 0)


def one_more(store: Store, items: Iterable[Item]) -> None:
    """Tell what one more article costs where nothing is at hand, and where the days around it are."""
    arranger = Arranger()
    first, *rest = (wall(partial(add_one, store, item, arranger)) for item in items)
    middle, most = (1000 * sorted(rest)[int(part * len(rest))] for part in (0.5, 0.95))
    print(f"one more: {1000 * first:.0f} ms the first, then {middle:.0f} ms (median), {most:.0f} ms (p95)")


def add_one(store: Store, item: Item, arranger: Arranger) -> None:
    """Read a page and keep it."""
    for _ in add_pages(store, [item], workers=1, arranger=arranger):
        pass


def listed(store: Store) -> None:
    """Tell the 95th percentile of what pages are made from."""
    directory = outlets()
    with store.reading() as connection:
        asked: dict[str, Callable[[], object]] = {
            "latest stories": lambda: latest_stories(connection, Part(limit=20)),
            "latest articles": lambda: latest_articles(connection, Part(limit=50)),
            "most quoted": lambda: most_quoted(connection, Part(limit=50)),
        }
        for typed in QUERIES:
            asked[f"search {typed}"] = partial(
                search_articles, connection, parse(typed), Shown(), outlets=directory
            )
        for name, ask in asked.items():
            times = sorted(cpu(ask) for _ in range(ROUNDS))
            print(f"{1000 * times[int(0.95 * ROUNDS)]:6.1f} ms CPU p95: {name}")


def bare(file: Path, items: Iterable[Item]) -> None:
    """Tell what it costs to keep the same texts and nothing else."""
    used, count = time.process_time(), 0
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE texts (id INTEGER PRIMARY KEY, title TEXT, body TEXT)")
        for item in items:
            if isinstance(item, Page):
                row = (item.title, item.content.decode("utf-8", "replace"))
                connection.execute("INSERT INTO texts (title, body) VALUES (?, ?)", row)
                count += 1
        connection.commit()
    each = 1000 * (time.process_time() - used) / count
    print(f"bare SQLite: {each:.2f} ms CPU a text, {file.stat().st_size / count / 1000:.1f} kB on the disk")


def wall(work: Callable[[], object]) -> float:
    """Return how many seconds pass while `work` is done."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def cpu(work: Callable[[], object]) -> float:
    """Return the seconds of CPU that `work` takes this process."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


if __name__ == "__main__":
    main()
