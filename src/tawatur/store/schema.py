"""The tables of a library, as the newest migration leaves them (docs/library.md explains them).

Small columns stand before large ones: SQLite reads a row from its beginning.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

HEAD = "0007"
"""The revision of these tables; a library that carries it opens without a migration."""

metadata = MetaData(naming_convention={"ix": "%(table_name)s_by_%(column_0_N_name)s"})

state = Table(
    "state",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("change", BigInteger, nullable=False),
    Column("claims_form", BigInteger),
)

pages = Table(
    "pages",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("address", Text, index=True),
    Column("digest", LargeBinary, index=True),
    Column("added", BigInteger, nullable=False),
    Column("seen", BigInteger, nullable=False),
    Column("reason", Text, index=True),
    Column("detail", Text),
    Column("form", Text),
    Column("encoding", Text),
    Column("url", Text),
    Column("outlet", Text),
    Column("title", Text),
    Column("byline", Text),
    Column("date", Text),
    Column("fetched", BigInteger),
    Column("content", LargeBinary),
)

families = Table(
    "families",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("merged_into", ForeignKey("families.id")),
    Column("root", Text),
    Column("root_from", Text),
)

stories = Table(
    "stories",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("merged_into", ForeignKey("stories.id")),
    Column("first", BigInteger, nullable=False),
    Column("last", BigInteger, nullable=False),
    Column("articles", Integer, nullable=False),
    Column("pages", Integer, nullable=False),
    Column("outlets", Integer, nullable=False),
    Column("origins_min", Integer, nullable=False),
    Column("origins_max", Integer, nullable=False),
    Column("title", Text, nullable=False),
    # Few are: an index of all would be taken for the way to the others.
    Index(None, "merged_into", sqlite_where=text("merged_into IS NOT NULL")),
    Index(None, "last", "id"),
)

articles = Table(
    "articles",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("page", ForeignKey("pages.id"), nullable=False, index=True),
    Column("place", Text, nullable=False),
    Column("moment", BigInteger, nullable=False),
    Column("day", Date, index=True),
    Column("story", ForeignKey("stories.id")),
    Column("family", ForeignKey("families.id"), index=True),
    Column("outlet", Text),
    Column("first_seen", BigInteger, nullable=False),
    Column("updated", BigInteger, nullable=False),
    Column("change", BigInteger, nullable=False, index=True),
    Column("url", Text),
    Column("title", Text),
    Column("published", Text),
    Column("precision", Text),
    Column("how", Text),
    Column("byline", Text),
    Column("dateline", Text),
    Column("credits", LargeBinary, nullable=False),
    Column("body", Text, nullable=False),
    Column("times", LargeBinary, nullable=False),
    Column("furniture", LargeBinary, nullable=False),
    Index(None, "story", "moment", "id", "outlet", "page"),
    Index(None, "outlet", "moment", "id", "family"),
    Index(None, "moment", "id"),
)

gists = Table(
    "gists",
    metadata,
    Column("article", ForeignKey("articles.id"), primary_key=True),
    Column("fingerprint", LargeBinary, nullable=False),
    Column("stated", LargeBinary, nullable=False),
)

parties = Table(
    "parties",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("standing", Text, nullable=False),
    Column("statements", Integer, nullable=False),
    Index(None, "statements", "id"),
)

attributions = Table(
    "attributions",
    metadata,
    Column("article", ForeignKey("articles.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("party", ForeignKey("parties.id")),
    Column("moment", BigInteger, nullable=False),
    Column("kind", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("direct", Boolean(create_constraint=False), nullable=False),
    Column("inside", Integer),
    Column("cue_start", Integer, nullable=False),
    Column("cue_end", Integer, nullable=False),
    Column("source_start", Integer),
    Column("source_end", Integer),
    Column("content_start", Integer, nullable=False),
    Column("content_end", Integer, nullable=False),
    Column("resolved", Text),
    Column("licence", Text, nullable=False),
    Column("said", Text),
    Column("said_from", Text),
    Index(None, "party", "moment", "article", "number"),
    Index(None, "moment", "article", "number"),
    sqlite_with_rowid=False,
)

relays = Table(
    "relays",
    metadata,
    Column("article", ForeignKey("articles.id"), primary_key=True),
    Column("attribution", Integer, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("key", Text, nullable=False),
    Column("name", Text, nullable=False),
    Index(None, "key", "article"),
    sqlite_with_rowid=False,
)

revisions = Table(
    "revisions",
    metadata,
    Column("article", ForeignKey("articles.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("replaced", BigInteger, nullable=False),
    Column("published", Text),
    Column("title", Text),
    Column("body", Text, nullable=False),
    Index(None, "replaced"),
)

claims = Table(
    "claims",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", Text, nullable=False, index=True),
    Column("story", ForeignKey("stories.id"), nullable=False),
    Column("rank", Integer, nullable=False),
    Column("pages", Integer, nullable=False),
    Column("origins_min", Integer, nullable=False),
    Column("origins_max", Integer, nullable=False),
    Column("denials", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("record", LargeBinary, nullable=False),
    UniqueConstraint("story", "rank"),
)

members = Table(
    "members",
    metadata,
    Column("article", ForeignKey("articles.id"), primary_key=True),
    Column("attribution", Integer, primary_key=True),
    Column("claim", ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

moved_claims = Table(
    "moved_claims",
    metadata,
    Column("key", Text, primary_key=True),
    Column("successor", Text, nullable=False),
)

growth = Table(
    "growth",
    metadata,
    Column("hour", BigInteger, primary_key=True),
    Column("story", ForeignKey("stories.id"), primary_key=True, index=True),
    Column("voices", Integer, nullable=False),
    sqlite_with_rowid=False,
)

sources = Table(
    "sources",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("url", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("followed", BigInteger, nullable=False),
    Column("due", BigInteger, index=True),
    Column("every", Integer, nullable=False),
    Column("rate", Float),
    Column("asked", BigInteger),
    Column("seen", BigInteger),
    Column("changed", BigInteger),
    Column("articles", Integer, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("failing_since", BigInteger),
    Column("reason", Text),
    Column("detail", Text),
    Column("outlet", Text),
    Column("title", Text),
    Column("home", Text),
    Column("folders", Text, nullable=False),
    Column("hints", LargeBinary),
    Column("validated", Text),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("parts", LargeBinary),
)

addresses = Table(
    "addresses",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("source", ForeignKey("sources.id", ondelete="SET NULL"), index=True),
    Column("host", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("first_seen", BigInteger, nullable=False),
    Column("due", BigInteger),
    Column("fetches", Integer, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("published", BigInteger),
    Column("fetched", BigInteger),
    Column("reason", Text),
    Column("url", Text, nullable=False),
    Column("title", Text),
    Column("validated", Text),
    Column("etag", Text),
    Column("last_modified", Text),
    # Most pages are never asked for again.
    Index(None, "host", "due", sqlite_where=text("due IS NOT NULL")),
    Index(None, "due", "host", sqlite_where=text("due IS NOT NULL")),
)

fetched_pages = Table(
    "fetched_pages",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("fetched", BigInteger, nullable=False),
    Column("form", Text, nullable=False),
    Column("encoding", Text),
    Column("url", Text),
    Column("outlet", Text),
    Column("title", Text),
    Column("date", Text),
    Column("content", LargeBinary, nullable=False),
)

troubles = Table(
    "troubles",
    metadata,
    Column("day", Integer, primary_key=True),
    Column("source", Integer, primary_key=True),
    Column("step", Text, primary_key=True),
    Column("reason", Text, primary_key=True),
    Column("count", Integer, nullable=False),
    sqlite_with_rowid=False,
)
