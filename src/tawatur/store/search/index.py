"""The words in the full-text tables: put in, taken out, and told from those that were cut otherwise."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, TypeAlias
from zlib import crc32

from sqlalchemy import Connection, delete, insert, select

from tawatur.lexicons.word_roots import word_roots
from tawatur.store.inserting import insert_rows
from tawatur.store.search.document import MOST_STATEMENTS, ArticleWords
from tawatur.store.search.tables import article_words, claim_words, statement_words, words_cut

# To be raised when words come to be cut in another way; changes of the word list tell themselves.
_MANNER = 1

Rows: TypeAlias = list[dict[str, Any]]


def put_articles(connection: Connection, found: Iterable[tuple[int, ArticleWords]]) -> None:
    """Write the words of articles the tables do not hold, each with its number."""
    texts: Rows = []
    statements: Rows = []
    for number, words in found:
        texts.append(_article_row(number, words))
        statements += _statement_rows(number, words)
    insert_rows(connection, article_words, texts)
    insert_rows(connection, statement_words, statements)


def remove_articles(connection: Connection, found: Iterable[tuple[int, ArticleWords]]) -> None:
    """Take the words of articles out again, each with its number.

    The tables hold no texts, so they must be told exactly the words that were put in.
    """
    texts: Rows = []
    statements: Rows = []
    for number, words in found:
        texts.append(_article_row(number, words) | {"article_words": "delete"})
        statements += (row | {"statement_words": "delete"} for row in _statement_rows(number, words))
    insert_rows(connection, article_words, texts)
    insert_rows(connection, statement_words, statements)


def put_claims(connection: Connection, found: Iterable[tuple[int, str]]) -> None:
    """Write the words of new claims, each with its number and stems; a deleted claim's go by themselves."""
    rows = [{"rowid": number, "stems": stems} for number, stems in found]
    insert_rows(connection, claim_words, rows)


def is_current(connection: Connection) -> bool:
    """Tell whether the words in the tables were cut as this version cuts them."""
    return connection.execute(select(words_cut.c.manner)).scalar() == _manner()


def take_all_out(connection: Connection) -> None:
    """Empty the tables; what comes in from now on is cut as this version cuts words."""
    connection.execute(insert(article_words).values(article_words="delete-all"))
    connection.execute(insert(statement_words).values(statement_words="delete-all"))
    connection.execute(delete(claim_words))
    connection.execute(delete(words_cut))
    connection.execute(insert(words_cut).values(manner=_manner()))


def statement_row(article: int, number: int) -> int:
    """Return under which number a statement stands in its table."""
    return article * MOST_STATEMENTS + number


def statement_at(row: int) -> tuple[int, int]:
    """Return the article and the number in it of the statement under `row`.

    >>> statement_at(statement_row(12, 3))
    (12, 3)
    """
    return divmod(row, MOST_STATEMENTS)


@cache
def _manner() -> int:
    known = word_roots()
    return crc32(repr((_MANNER, sorted(known.begun), sorted(known.whole))).encode())


def _article_row(number: int, words: ArticleWords) -> dict[str, Any]:
    return {
        "rowid": number,
        "title_forms": words.title.forms,
        "body_forms": words.body.forms,
        "title_stems": words.title.stems,
        "body_stems": words.body.stems,
    }


def _statement_rows(article: int, words: ArticleWords) -> Iterator[dict[str, Any]]:
    for number, one in enumerate(words.statements):
        yield {
            "rowid": statement_row(article, number),
            "content_forms": one.content.forms,
            "content_stems": one.content.stems,
            "source_forms": one.source.forms,
            "source_stems": one.source.stems,
            "marks": one.marks,
        }
