"""Writing pages and their articles within one transaction, whoever brings them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection

from tawatur.library.entries import renamed
from tawatur.library.matching import matched
from tawatur.records.article import Article
from tawatur.records.refusal import Refusal
from tawatur.store.articles import articles_of_page, insert_articles, mark_updated, replace_article
from tawatur.store.entry import ArticleEntry, Entry
from tawatur.store.pages import StoredPage, insert_pages
from tawatur.store.revisions import insert_revision


class Outcome(StrEnum):
    """What became of a page."""

    ADDED = "added"
    UPDATED = "updated"
    """Its text was another before, or an article came to it."""
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A page given to the library under the id `given`.

    `name` is its id there, `articles` the numbers of those written.
    """

    given: str
    name: str
    outcome: Outcome
    refusal: Refusal | None = None
    articles: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """One change of the library: its connection, its number and when it is made."""

    connection: Connection
    change: int
    now: int


def write_new(writing: Writing, entries: Sequence[Entry]) -> Iterator[Kept]:
    """Write pages that the library does not hold, refused ones too."""
    stored = insert_pages(writing.connection, entries, writing.now)
    articles = [
        (page.id, _renamed(article, page.name))
        for page, entry in zip(stored, entries, strict=True)
        for article in entry.reading.articles
    ]
    written = iter(_insert(writing, articles))
    for page, entry in zip(stored, entries, strict=True):
        refusal = entry.reading.refusal
        yield Kept(
            given=entry.name,
            name=page.name,
            outcome=Outcome.REFUSED if refusal else Outcome.ADDED,
            refusal=refusal,
            articles=tuple(next(written) for _ in entry.reading.articles),
        )


def write_again(
    writing: Writing, held: StoredPage, found: Sequence[ArticleEntry], earlier: Mapping[int, Article]
) -> Kept:
    """Write a page's articles over those held of it.

    `earlier` are the articles of another state of the page, by number: where one differs from
    what is found now, somebody has edited it. An article that is no longer found stays.
    """
    known = articles_of_page(writing.connection, held.id)
    same = matched(known, [entry.read.article for entry in found])
    edited = []
    for place, number in same.items():
        again = named(found[place], known[number])
        replace_article(writing.connection, number, again, change=writing.change)
        if number in earlier and _differs(earlier[number], found[place].read.article):
            insert_revision(writing.connection, number, earlier[number], writing.now)
            edited.append(number)
    mark_updated(writing.connection, edited, writing.now)
    fresh = [(held.id, _renamed(entry, held.name)) for place, entry in enumerate(found) if place not in same]
    written = _insert(writing, fresh)
    return Kept(
        given=held.name,
        name=held.name,
        outcome=Outcome.UPDATED if edited or written else Outcome.UNCHANGED,
        articles=(*same.values(), *written),
    )


def named(entry: ArticleEntry, held: Article) -> ArticleEntry:
    """Give an article the id by which the library holds it, at whatever place of its page it stands now."""
    article = entry.read.article
    if (article.id, article.page) == (held.id, held.page):
        return entry
    return renamed(entry, held.id, held.page)


def _insert(writing: Writing, entries: Sequence[tuple[int, ArticleEntry]]) -> tuple[int, ...]:
    return insert_articles(writing.connection, entries, now=writing.now, change=writing.change)


def _renamed(entry: ArticleEntry, page: str) -> ArticleEntry:
    """Give an article the name of its page in the library."""
    article = entry.read.article
    if article.page == page:
        return entry
    return renamed(entry, page + article.id.removeprefix(article.page), page)


def _differs(earlier: Article, later: Article) -> bool:
    return (earlier.title, earlier.body) != (later.title, later.body)
