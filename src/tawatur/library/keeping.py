"""Writing what was read into a library, a batch in one transaction, and telling edits from the rest."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from sqlalchemy import Connection

from tawatur.library.matching import matched
from tawatur.records.article import Article
from tawatur.records.page import Page
from tawatur.records.refusal import Refusal
from tawatur.store.articles import articles_of_page, insert_articles, mark_updated, replace_article
from tawatur.store.entry import ArticleEntry, Entry, Reading
from tawatur.store.numbering import next_change
from tawatur.store.pages import (
    StoredPage,
    digest_of,
    find_pages,
    insert_pages,
    mark_reading,
    page_as_it_came,
    replace_page,
)
from tawatur.store.revisions import insert_revision
from tawatur.store.store import Store

Read = Callable[[Page], Reading]


class Outcome(StrEnum):
    """What became of a page."""

    ADDED = "added"
    UPDATED = "updated"
    """Its text was another before, or an article came to it."""
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A page given to the library; `name` is its id there, `articles` the numbers of those it wrote."""

    name: str
    outcome: Outcome
    refusal: Refusal | None = None
    articles: tuple[int, ...] = ()


def keep(store: Store, entries: Sequence[Entry], *, read: Read, now: int) -> tuple[Kept, ...]:
    """Write a batch of pages, all or none of them; what became of each comes in an order of its own.

    `read` reads the earlier state of a page that has changed: only what one reader
    reads differently in two states of a page is an edit.

    Raises:
        StoreError: the library cannot be written to.
    """
    kept: list[Kept] = []
    with store.writing() as connection:
        writing = _Writing(connection, read, now, next_change(connection))
        for wave in _waves(entries):
            kept += writing.wave(wave)
    return tuple(kept)


class _Writing:
    """One transaction that takes pages in."""

    def __init__(self, connection: Connection, read: Read, now: int, change: int) -> None:
        self._connection = connection
        self._read = read
        self._now = now
        self._change = change

    def wave(self, entries: Sequence[Entry]) -> Iterator[Kept]:
        """Write pages of which no two are one."""
        held = find_pages(self._connection, entries)
        yield from self._new([entry for entry in entries if entry.name not in held])
        for entry in entries:
            if entry.name in held:
                yield self._again(entry, held[entry.name])

    def _new(self, entries: Sequence[Entry]) -> Iterator[Kept]:
        stored = insert_pages(self._connection, entries, self._now)
        written = iter(
            self._insert(
                [
                    (page.id, _renamed(article, page.name))
                    for page, entry in zip(stored, entries, strict=True)
                    for article in entry.reading.articles
                ]
            )
        )
        for page, entry in zip(stored, entries, strict=True):
            refusal = entry.reading.refusal
            yield Kept(
                name=page.name,
                outcome=Outcome.REFUSED if refusal else Outcome.ADDED,
                refusal=refusal,
                articles=tuple(next(written) for _ in entry.reading.articles),
            )

    def _again(self, entry: Entry, held: StoredPage) -> Kept:
        """Write a page that the library knows, unless it is as it was."""
        if entry.reading.refusal:
            # What was read once stays, whatever the address answers today.
            if held.refused:
                self._refuse(entry, held)
            return Kept(name=held.name, outcome=Outcome.REFUSED, refusal=entry.reading.refusal)
        assert entry.page is not None
        if held.digest == digest_of(entry.page) and not held.refused:
            return Kept(name=held.name, outcome=Outcome.UNCHANGED)
        earlier = self._earlier(held)
        replace_page(self._connection, held, entry, self._now)
        written, edited = self.rewrite(held, entry.reading.articles, earlier)
        return Kept(
            name=held.name,
            outcome=Outcome.UPDATED if edited else Outcome.UNCHANGED,
            articles=written,
        )

    def rewrite(
        self, held: StoredPage, found: Sequence[ArticleEntry], earlier: dict[int, Article]
    ) -> tuple[tuple[int, ...], bool]:
        """Write a page's articles anew; tell their numbers, and whether an article came or changed.

        `earlier` are the texts that count as another state of the page, by number.
        """
        known = articles_of_page(self._connection, held.id)
        same = matched(known, [entry.read.article for entry in found])
        edited = []
        for place, number in same.items():
            replace_article(self._connection, number, found[place], change=self._change)
            if number in earlier and _differs(earlier[number], found[place].read.article):
                insert_revision(self._connection, number, earlier[number], self._now)
                edited.append(number)
        mark_updated(self._connection, edited, self._now)
        fresh = [
            (held.id, _renamed(entry, held.name)) for place, entry in enumerate(found) if place not in same
        ]
        written = self._insert(fresh)
        return (*same.values(), *written), bool(edited or written)

    def _earlier(self, held: StoredPage) -> dict[int, Article]:
        """Return the articles of a stored page as today's reader reads them, by number."""
        known = articles_of_page(self._connection, held.id)
        page = page_as_it_came(self._connection, held.id)
        again = [entry.read.article for entry in self._read(page).articles] if page else []
        return known | {number: again[place] for place, number in matched(known, again).items()}

    def _insert(self, entries: Sequence[tuple[int, ArticleEntry]]) -> tuple[int, ...]:
        return insert_articles(self._connection, entries, now=self._now, change=self._change)

    def _refuse(self, entry: Entry, held: StoredPage) -> None:
        if entry.page:
            replace_page(self._connection, held, entry, self._now)
        else:
            mark_reading(self._connection, held, entry.reading.refusal)


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


def _renamed(entry: ArticleEntry, page: str) -> ArticleEntry:
    """Give an article the name of its page in the library."""
    article = entry.read.article
    if article.page == page:
        return entry
    name = page + article.id.removeprefix(article.page)
    return replace(entry, read=replace(entry.read, article=replace(article, id=name, page=page)))


def _differs(earlier: Article, later: Article) -> bool:
    return (earlier.title, earlier.body) != (later.title, later.body)
