"""`make bench`, the library: how fast it takes articles in, how large it gets, how fast it answers.

Beside it stands a bare SQLite table with the same titles and texts: what keeping alone costs.
Run from the root: `python -m bench.library [ARTICLES] [FILE]`, by default over the whole of
SaudiNewsNet under `shared/data/`, into a file that is thrown away.
"""

import resource
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from contextlib import closing
from functools import partial
from itertools import chain, islice
from pathlib import Path

from tawatur.batches import Item, cores
from tawatur.collect.inputs import pages
from tawatur.library.adding import add_pages
from tawatur.outlets.directory import outlets
from tawatur.records.page import Page, PageForm
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


def main() -> None:
    """Print the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else None
    with tempfile.TemporaryDirectory() as folder:
        file = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(folder) / "library.db"
        with open_store(file) as store:
            added(store, islice(articles(), count))
            one_more(store)
            listed(store)
        bare(Path(folder) / "bare.db", islice(articles(), count))


def articles() -> Iterable[Item]:
    """Yield the articles of the collection, day by day."""
    return chain.from_iterable(pages([str(file)]) for file in sorted(DATA.glob("*.zip")))


def added(store: Store, items: Iterable[Item]) -> None:
    """Tell how fast articles are taken in and what they take on the disk."""
    begun, used = time.perf_counter(), time.process_time()
    written = sum(1 for _ in add_pages(store, items, workers=cores()))
    wall, own = time.perf_counter() - begun, time.process_time() - used
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"add: {written} pages in {wall:.0f} s on {cores()} cores, {written / wall:.0f} a second")
    print(f"     {1000 * own / written:.1f} ms CPU of the writing process a page, {peak} MiB at most")
    print(f"     {store.file.stat().st_size / written / 1000:.1f} kB a page on the disk")


def one_more(store: Store) -> None:
    """Tell what one more article costs, the first and the median of those after it."""
    text = "أعلنت بلدية مرسانة أمس افتتاح الجسر الجديد على نهر السوسن. وقال رئيسها إن العمل دام {} شهرا."
    made = (
        Page(id=f"one-more-{n}", form=PageForm.ARTICLE, content=text.format(n).encode(), date="2015-08-08")
        for n in range(21)
    )
    first, *rest = (cpu(partial(add_one, store, page)) for page in made)
    print(f"one more: {1000 * first:.0f} ms CPU the first, {1000 * sorted(rest)[len(rest) // 2]:.0f} ms then")


def add_one(store: Store, page: Page) -> None:
    """Read a page and keep it."""
    for _ in add_pages(store, [page], workers=1):
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


def cpu(work: Callable[[], object]) -> float:
    """Return the seconds of CPU that `work` takes this process."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


if __name__ == "__main__":
    main()
