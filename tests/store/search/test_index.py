"""What stands in the full-text tables follows what stands in the library."""

from sqlalchemy import Connection
from tests.store.search.made_up import Quote, article, claim, entry, new_story, put

from tawatur.store.articles import replace_article
from tawatur.store.claims import replace_claims
from tawatur.store.entry import claim_entry
from tawatur.store.packing import storable_record
from tawatur.store.search.document import article_words
from tawatur.store.search.index import is_current, put_articles, remove_articles
from tawatur.store.search.rebuilding import rebuild
from tawatur.store.search.tables import words_cut
from tawatur.store.store import Store, open_store

FIRST = article("a", "عنوان قديم", "نص قديم قاله شاهد.", Quote("نص قديم", "شاهد"))
SECOND = article("a", "عنوان جديد", "كلام آخر كله جديد.", Quote("كلام آخر", "شاهدة"), Quote("جديد", None))
OTHER = article("b", "خبر", "نص ثالث.")


def contents(connection: Connection) -> list[tuple[object, ...]]:
    """Give every word of every row of the full-text tables, with its place."""
    rows: list[tuple[object, ...]] = []
    for table in ("article_words", "statement_words", "claim_words"):
        connection.exec_driver_sql(f"CREATE VIRTUAL TABLE temp.v USING fts5vocab(main, {table}, instance)")
        rows += (tuple(row) for row in connection.exec_driver_sql("SELECT * FROM temp.v"))
        connection.exec_driver_sql("DROP TABLE temp.v")
    return sorted(rows, key=repr)


def test_an_article_written_anew_leaves_nothing_of_the_old_words(store: Store) -> None:
    with store.writing() as connection:
        (number, _) = put(connection, FIRST, OTHER)
        once = contents(connection)
        replace_article(connection, number, entry(SECOND), change=2)
        changed = contents(connection)
        rebuild(connection)
        assert contents(connection) == changed != once
        replace_article(connection, number, entry(FIRST), change=3)
        assert contents(connection) == once


def test_what_is_put_in_and_taken_out_was_never_there(store: Store) -> None:
    with store.writing() as connection:
        put(connection, FIRST)
        before = contents(connection)
        put_articles(connection, [(9, article_words(SECOND))])
        remove_articles(connection, [(9, article_words(SECOND))])
        assert contents(connection) == before


def test_the_words_read_are_those_of_the_text_that_is_kept() -> None:
    odd = article("odd", "ع\0نوان", "نص\ud800 غريب.", Quote("غريب", "شا\0هد"))
    kept = storable_record(odd)
    assert kept != odd
    assert article_words(kept) == article_words(odd)


def test_words_cut_otherwise_are_cut_anew_when_the_library_is_opened(store: Store) -> None:
    with store.writing() as connection:
        put(connection, FIRST)
        before = contents(connection)
        connection.execute(words_cut.update().values(manner=0))
        connection.exec_driver_sql("INSERT INTO article_words (article_words) VALUES ('delete-all')")
    with open_store(store.file) as again, again.reading() as connection:
        assert is_current(connection)
        assert contents(connection) == before


def test_the_words_of_a_claim_go_with_it(store: Store) -> None:
    with store.writing() as connection:
        (number,) = put(connection, FIRST)
        story = new_story(connection, number)
        replace_claims(
            connection,
            {story: [claim_entry(claim("جسر الوادي آمن", "a")), claim_entry(claim("العمل مستمر", "a"))]},
        )
        assert {row[0] for row in contents(connection)} >= {"جسر", "مستمر"}
        replace_claims(connection, {story: [claim_entry(claim("الطريق مغلق", "a"))]})
        assert {row[0] for row in contents(connection)} & {"جسر", "مستمر", "مغلق"} == {"مغلق"}
        kept = contents(connection)
        rebuild(connection)
        assert contents(connection) == kept
