"""Writing what was read into a library, a batch in one transaction, and telling edits from the rest."""

from collections.abc import Callable, Iterator, Sequence

from tawatur.library.matching import matched
from tawatur.library.writing import Kept, Outcome, Writing, write_again, write_new
from tawatur.records.article import Article
from tawatur.records.page import Page
from tawatur.store.articles import articles_of_page
from tawatur.store.entry import Entry, Reading
from tawatur.store.numbering import next_change
from tawatur.store.pages import (
    StoredPage,
    digest_of,
    find_pages,
    mark_reading,
    page_as_it_came,
    replace_page,
)
from tawatur.store.store import Store

Read = Callable[[Page], Reading]


def keep(store: Store, entries: Sequence[Entry], *, read: Read, now: int) -> tuple[Kept, ...]:
    """Write a batch of pages, all or none of them, and tell what became of each.

    `read` reads the earlier state of a page that has changed: only what one reader
    reads differently in two states of a page is an edit.

    Raises:
        StoreError: the library cannot be written to.
    """
    kept: list[Kept] = []
    with store.writing() as connection:
        writing = Writing(connection=connection, change=next_change(connection), now=now)
        for wave in _waves(entries):
            held = find_pages(connection, wave)
            kept += write_new(writing, [entry for entry in wave if entry.name not in held])
            kept += [_again(writing, entry, held[entry.name], read) for entry in wave if entry.name in held]
    return tuple(kept)


def _again(writing: Writing, entry: Entry, held: StoredPage, read: Read) -> Kept:
    """Write a page that the library knows, unless it is as it was."""
    refusal = entry.reading.refusal
    if refusal or entry.page is None:
        # What was read once stays, whatever the address answers today.
        if held.refused and entry.page:
            replace_page(writing.connection, held, entry, writing.now)
        elif held.refused:
            mark_reading(writing.connection, held, refusal)
        return Kept(name=held.name, outcome=Outcome.REFUSED, refusal=refusal)
    if held.digest == digest_of(entry.page) and not held.refused:
        return Kept(name=held.name, outcome=Outcome.UNCHANGED)
    earlier = _earlier(writing, held, read)
    replace_page(writing.connection, held, entry, writing.now)
    return write_again(writing, held, entry.reading.articles, earlier)


def _earlier(writing: Writing, held: StoredPage, read: Read) -> dict[int, Article]:
    """Return the articles of a stored page as today's reader reads them, by number."""
    known = articles_of_page(writing.connection, held.id)
    page = page_as_it_came(writing.connection, held.id)
    again = [entry.read.article for entry in read(page).articles] if page else []
    return known | {number: again[place] for place, number in matched(known, again).items()}


def _waves(entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    """Share pages out so that no two in one wave may be the same page."""
    wave: list[Entry] = []
    seen: set[str] = set()
    for entry in entries:
        marks = {f"name {entry.name}", f"address {entry.address or entry.name}"}
        if marks & seen:
            yield wave
            wave, seen = [], set()
        wave.append(entry)
        seen |= marks
    if wave:
        yield wave
