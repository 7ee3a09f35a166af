"""The whole library, a page at a time: for whoever takes everything out."""

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, select

from tawatur.records.read_page import ReadArticle, ReadPage
from tawatur.store.articles import read_articles
from tawatur.store.schema import articles

_PAGES_AT_ONCE = 200


def pages_read(connection: Connection) -> Iterator[ReadPage]:
    """Yield every page with the articles that were read on it, in the order in which the pages came.

    The memory is that of `_PAGES_AT_ONCE` pages, however many there are.
    """
    for numbers in _numbers(connection):
        read = read_articles(connection, [article for _, article in numbers])
        by_page: dict[int, list[ReadArticle]] = {}
        for page, article in numbers:
            by_page.setdefault(page, []).append(read[article])
        for found in by_page.values():
            yield ReadPage(id=found[0].article.page, articles=tuple(found), refusal=None)


def _numbers(connection: Connection) -> Iterator[Sequence[tuple[int, int]]]:
    """Yield the numbers of pages and their articles, the main article of each page first."""
    last = 0
    while True:
        pages = (
            select(articles.c.page)
            .where(articles.c.page > last)
            .distinct()
            .order_by(articles.c.page)
            .limit(_PAGES_AT_ONCE)
        )
        rows = connection.execute(
            select(articles.c.page, articles.c.id)
            .where(articles.c.page.in_(pages))
            .order_by(articles.c.page, articles.c.id)
        ).all()
        if not rows:
            return
        yield [(row.page, row.id) for row in rows]
        last = rows[-1].page
