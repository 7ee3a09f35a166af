"""The full-text tables, and how they are made."""

from sqlalchemy import Connection, Integer, TableClause, Text, column, insert, table

_ARTICLES = ("title_forms", "body_forms", "title_stems", "body_stems")
_STATEMENTS = ("content_forms", "content_stems", "source_forms", "source_stems", "marks")
_CLAIMS = ("stems",)


def _words(name: str, columns: tuple[str, ...]) -> TableClause:
    # A full-text table has a column of its own name, which takes commands, and `rank`, which takes values.
    return table(name, column("rowid", Integer), *(column(each, Text) for each in (name, "rank", *columns)))


article_words = _words("article_words", _ARTICLES)
statement_words = _words("statement_words", _STATEMENTS)
claim_words = _words("claim_words", _CLAIMS)
words_cut = table("words_cut", column("manner", Integer))

# Words come divided and folded already: all but ASCII's marks and blanks are letters of theirs.
_CUT = "tokenize = 'ascii'"
# New words wait in memory for so many bytes: what is written in fewer parts is merged less often, and
# of a large batch each article takes .18 ms and not the .24 that it takes with SQLite's own 1 MB.
_WAITING = 16 << 20
# Claims come and go with every article of their story. They are few enough to keep their words,
# and so the database can take them out by itself.
_DEFINITIONS = (
    f"CREATE VIRTUAL TABLE article_words USING fts5({', '.join(_ARTICLES)}, content = '', {_CUT})",
    f"CREATE VIRTUAL TABLE statement_words USING fts5({', '.join(_STATEMENTS)}, content = '', {_CUT})",
    f"CREATE VIRTUAL TABLE claim_words USING fts5({', '.join(_CLAIMS)}, {_CUT})",
    """
    CREATE TRIGGER claim_words_go AFTER DELETE ON claims
    BEGIN DELETE FROM claim_words WHERE rowid = old.id; END
    """,
    "CREATE TABLE words_cut (manner INTEGER NOT NULL)",
)


def create_tables(connection: Connection) -> None:
    """Make the tables of the search, empty."""
    for definition in _DEFINITIONS:
        connection.exec_driver_sql(definition)
    for words in (article_words, statement_words):
        connection.execute(insert(words).values({words.name: "hashsize", "rank": _WAITING}))
