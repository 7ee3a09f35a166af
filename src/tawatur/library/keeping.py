"""Writing what was read into a library, a batch in one transaction, and telling edits from the rest."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tawatur.batches import uncollected
from tawatur.library.arranging import Arranger, find_roots
from tawatur.library.corroborating import corroborate
from tawatur.library.matching import matched
from tawatur.library.writing import Kept, Outcome, Writing, write_again, write_new
from tawatur.pipeline import Resources, read_articles
from tawatur.records.article import Article
from tawatur.records.page import Page, PageForm
from tawatur.records.refusal import Refusal
from tawatur.store.articles import articles_of_page, families_of, stories_of
from tawatur.store.entry import Entry
from tawatur.store.numbering import next_change
from tawatur.store.pages import (
    StoredPage,
    digest_of,
    find_pages,
    mark_reading,
    page_as_it_came,
    replace_page,
)
from tawatur.store.placing import count_stories
from tawatur.store.store import Store

_WAVE = 512
_SAID = ("outlet", "title", "byline", "date")


def keep(
    store: Store, entries: Iterable[Entry], *, arranger: Arranger, known: Resources, now: int
) -> tuple[Kept, ...]:
    """Write a batch of pages, with what it does to stories and claims, all or nothing.

    Few of the entries are at hand at once.

    The earlier state of a page that has changed is read with `known` too: only what one
    reader reads differently in two states of a page is an edit.

    Raises:
        StoreError: the library cannot be written to.
    """
    kept: list[Kept] = []
    with store.writing() as connection:
        writing = Writing(connection=connection, change=next_change(connection), now=now)
        for wave in _waves(entries):
            held = find_pages(connection, wave)
            kept += write_new(writing, [entry for entry in wave if entry.name not in held])
            kept += [_again(writing, entry, held[entry.name], known) for entry in wave if entry.name in held]
        settle(writing, kept, arranger=arranger, known=known)
    arranger.written(writing.change)
    return tuple(kept)


def settle(writing: Writing, kept: Sequence[Kept], *, arranger: Arranger, known: Resources) -> None:
    """Bring stories and claims up to date with the articles that a change wrote."""
    numbers = [number for one in kept for number in one.articles]
    edited = stories_of(writing.connection, numbers)
    if edited:
        find_roots(writing, families_of(writing.connection, numbers))
        count_stories(writing.connection, edited)
    changed = arranger.place(writing, numbers)
    with uncollected():
        corroborate(writing, {*edited, *changed}, known=known)


def _again(writing: Writing, entry: Entry, held: StoredPage, known: Resources) -> Kept:
    """Write a page that the library knows, unless it is as it was."""
    refusal = entry.reading.refusal
    if refusal or entry.page is None:
        # What was read once stays, whatever the address answers today.
        if held.refused and entry.page:
            replace_page(writing.connection, held, entry, writing.now)
        elif held.refused:
            mark_reading(writing.connection, held, refusal)
        return Kept(given=entry.name, name=held.name, outcome=Outcome.REFUSED, refusal=refusal)
    if held.digest == digest_of(entry.page) and not held.refused:
        return Kept(given=entry.name, name=held.name, outcome=Outcome.UNCHANGED)
    came = page_as_it_came(writing.connection, held.id)
    if came and not held.refused and _tells_no_more(entry.page, came):
        return Kept(given=entry.name, name=held.name, outcome=Outcome.UNCHANGED)
    earlier = _earlier(writing, held, came and _as_given(came, entry.page), known)
    replace_page(writing.connection, held, entry, writing.now)
    return replace(write_again(writing, held, entry.reading.articles, earlier), given=entry.name)


def _tells_no_more(page: Page, came: Page) -> bool:
    """Tell whether a page is the one that came, and who gives it now says nothing else of it."""
    said = [(getattr(page, name), getattr(came, name)) for name in _SAID]
    return (page.content, page.form) == (came.content, came.form) and all(
        now in (None, then) for now, then in said
    )


def _as_given(came: Page, page: Page) -> Page:
    """Return a page as it came, with what is said of it now: feed and archive may name one page otherwise.

    What a record says of itself is part of it.
    """
    if came.form is PageForm.ARTICLE:
        return came
    return replace(came, **{name: getattr(page, name) for name in _SAID})


def _earlier(writing: Writing, held: StoredPage, page: Page | None, known: Resources) -> dict[int, Article]:
    """Return the articles of a stored page as today's reader reads them, by number."""
    articles = articles_of_page(writing.connection, held.id)
    again = read_articles(page, resources=known) if page else ()
    if isinstance(again, Refusal):
        return articles
    return articles | {number: again[place] for place, number in matched(articles, again).items()}


def _waves(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    """Share pages out, not too many at once, so that no two in one wave may be the same page."""
    wave: list[Entry] = []
    seen: set[str] = set()
    for entry in entries:
        marks = {f"name {entry.name}", f"address {entry.address or entry.name}"}
        if marks & seen or len(wave) == _WAVE:
            yield wave
            wave, seen = [], set()
        wave.append(entry)
        seen |= marks
    if wave:
        yield wave
