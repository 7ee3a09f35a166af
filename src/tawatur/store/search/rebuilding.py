"""Filling the full-text tables anew from what the library holds."""

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, select

from tawatur.store.articles import read_articles
from tawatur.store.schema import articles, claims
from tawatur.store.search.document import article_words, words_of
from tawatur.store.search.index import put_articles, put_claims, take_all_out

_BATCH = 500


def rebuild(connection: Connection) -> None:
    """Fill the tables anew; to be done where `is_current` tells that words are cut otherwise today."""
    take_all_out(connection)
    for numbers in _batches(connection):
        read = read_articles(connection, numbers)
        put_articles(connection, ((number, article_words(one)) for number, one in read.items()))
    told = connection.execute(select(claims.c.id, claims.c.text))
    put_claims(connection, ((row.id, words_of(row.text).stems) for row in told))


def _batches(connection: Connection) -> Iterator[Sequence[int]]:
    last = 0
    while numbers := (
        connection.execute(
            select(articles.c.id).where(articles.c.id > last).order_by(articles.c.id).limit(_BATCH)
        )
        .scalars()
        .all()
    ):
        yield numbers
        last = numbers[-1]
