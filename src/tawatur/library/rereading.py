"""Reading the library's own pages again: what a better reader finds replaces what was found before."""

from collections import deque
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from sqlalchemy import Connection

from tawatur.batches import each_page
from tawatur.library.arranging import Arranger
from tawatur.library.corroborating import corroborate_all
from tawatur.library.entries import page_entry, unpacked_stated
from tawatur.library.keeping import settle
from tawatur.library.matching import matched
from tawatur.library.writing import Kept, Outcome, Writing, named, write_again
from tawatur.pipeline import Resources, resources
from tawatur.records.page import Page
from tawatur.records.refusal import Refusal
from tawatur.store.articles import articles_of_page, read_articles
from tawatur.store.entry import ArticleEntry, Reading, decoded
from tawatur.store.gists import gists_of
from tawatur.store.moments import seconds
from tawatur.store.numbering import next_change
from tawatur.store.pages import StoredPage, find_page, mark_reading, stored_pages
from tawatur.store.store import Store

# So many pages are held as they came at once, and so many are written in one change: the stories that
# more than one of them tells are corroborated once.
_TAKEN_OUT, _WRITTEN = 64, 256


def reread_pages(store: Store, *, workers: int, further_outlets: tuple[Path, ...] = ()) -> Iterator[Kept]:
    """Read every page of the library again and tell what became of each, as it is written.

    A text that only the reader sees differently is no edit: nothing becomes a revision. A
    page that the reader now refuses keeps what was read before. At the end the claims of every
    story are found anew, also where its pages read as they did.

    A run that is cut off has written whole batches; repeated, it writes the rest.

    Raises:
        StoreError: the library cannot be written to.
    """
    held: deque[StoredPage] = deque()
    arranger, known = Arranger(), resources(further_outlets)
    batch: list[tuple[StoredPage, Reading]] = []
    for item, made in each_page(_pages(store, held), partial(page_entry, further_outlets), workers=workers):
        page = held.popleft()
        if isinstance(made, Refusal):
            yield Kept(given=item.id, name=item.id, outcome=Outcome.REFUSED, refusal=made)
            continue
        batch.append((page, decoded(made)))
        if len(batch) == _WRITTEN:
            yield from _write(store, batch, arranger, known)
            batch = []
    if batch:
        yield from _write(store, batch, arranger, known)
    corroborate_all(store, known=known)


def _pages(store: Store, held: deque[StoredPage]) -> Iterator[Page]:
    """Yield the pages as they came; what the library knows of each goes to `held`."""
    last = 0
    while True:
        with store.reading() as connection:
            batch = stored_pages(connection, after=last, limit=_TAKEN_OUT)
        if not batch:
            return
        last = batch[-1][0].id
        for stored, page in batch:
            held.append(stored)
            yield page


def _write(
    store: Store, batch: Sequence[tuple[StoredPage, Reading]], arranger: Arranger, known: Resources
) -> tuple[Kept, ...]:
    with store.writing() as connection:
        writing = Writing(
            connection=connection, change=next_change(connection), now=seconds(datetime.now(UTC))
        )
        kept = tuple(_again(writing, held, reading) for held, reading in batch)
        settle(writing, kept, arranger=arranger, known=known)
    arranger.written(writing.change)
    return kept


def _again(writing: Writing, held: StoredPage, reading: Reading) -> Kept:
    connection = writing.connection
    today = find_page(connection, held.id)
    if today.digest != held.digest:
        # Another process has taken in a newer state meanwhile, with the same reader.
        return Kept(given=held.name, name=held.name, outcome=Outcome.UNCHANGED)
    if reading.refusal:
        if today.refused:
            mark_reading(connection, held, reading.refusal)
        return Kept(given=held.name, name=held.name, outcome=Outcome.REFUSED, refusal=reading.refusal)
    if _is_held(connection, held, reading.articles):
        return Kept(given=held.name, name=held.name, outcome=Outcome.UNCHANGED)
    mark_reading(connection, held, None)
    written = write_again(writing, held, reading.articles, earlier={})
    return Kept(given=held.name, name=held.name, outcome=Outcome.UPDATED, articles=written.articles)


def _is_held(connection: Connection, page: StoredPage, found: Sequence[ArticleEntry]) -> bool:
    """Tell whether the library holds all that was found on a page, and all that was made of it."""
    known = articles_of_page(connection, page.id)
    same = matched(known, [entry.read.article for entry in found])
    if len(same) < len(found):
        return False
    held, gists = read_articles(connection, tuple(same.values())), gists_of(connection, tuple(same.values()))
    for place, number in same.items():
        again = named(found[place], known[number])
        fingerprint, stated = gists.get(number, (b"", b""))
        if (held[number], fingerprint) != (again.read, again.fingerprint):
            return False
        # As bytes, what is the same may differ from process to process: sets are in no order.
        if stated != again.stated and unpacked_stated(stated) != unpacked_stated(again.stated):
            return False
    return True
