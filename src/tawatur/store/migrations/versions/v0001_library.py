"""A library's first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table."""
    op.create_table(
        "families",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("merged_into", sa.Integer(), nullable=True),
        sa.Column("root", sa.Text(), nullable=True),
        sa.Column("root_from", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["merged_into"],
            ["families.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("name"),
    )
    op.create_table(
        "moved_claims",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("successor", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_table(
        "pages",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("digest", sa.LargeBinary(), nullable=True),
        sa.Column("added", sa.BigInteger(), nullable=False),
        sa.Column("seen", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("detail", sa.Text(), nullable=True),
        sa.Column("form", sa.Text(), nullable=True),
        sa.Column("encoding", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("byline", sa.Text(), nullable=True),
        sa.Column("date", sa.Text(), nullable=True),
        sa.Column("fetched", sa.BigInteger(), nullable=True),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("name"),
    )
    op.create_index(op.f("pages_by_address"), "pages", ["address"], unique=False)
    op.create_index(op.f("pages_by_digest"), "pages", ["digest"], unique=False)
    op.create_index(op.f("pages_by_reason"), "pages", ["reason"], unique=False)
    op.create_table(
        "parties",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("standing", sa.Text(), nullable=False),
        sa.Column("statements", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("key"),
    )
    op.create_index(op.f("parties_by_statements_id"), "parties", ["statements", "id"], unique=False)
    op.create_table(
        "state",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("change", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "stories",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("merged_into", sa.Integer(), nullable=True),
        sa.Column("first", sa.BigInteger(), nullable=False),
        sa.Column("last", sa.BigInteger(), nullable=False),
        sa.Column("articles", sa.Integer(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("outlets", sa.Integer(), nullable=False),
        sa.Column("origins_min", sa.Integer(), nullable=False),
        sa.Column("origins_max", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["merged_into"],
            ["stories.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("name"),
    )
    op.create_index(op.f("stories_by_last_id"), "stories", ["last", "id"], unique=False)
    op.create_index(op.f("stories_by_merged_into"), "stories", ["merged_into"], unique=False)
    op.create_table(
        "articles",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("page", sa.Integer(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("moment", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("story", sa.Integer(), nullable=True),
        sa.Column("family", sa.Integer(), nullable=True),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("first_seen", sa.BigInteger(), nullable=False),
        sa.Column("updated", sa.BigInteger(), nullable=False),
        sa.Column("change", sa.BigInteger(), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("precision", sa.Text(), nullable=True),
        sa.Column("how", sa.Text(), nullable=True),
        sa.Column("byline", sa.Text(), nullable=True),
        sa.Column("dateline", sa.Text(), nullable=True),
        sa.Column("credits", sa.LargeBinary(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("times", sa.LargeBinary(), nullable=False),
        sa.Column("furniture", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["family"],
            ["families.id"],
        ),
        sa.ForeignKeyConstraint(
            ["page"],
            ["pages.id"],
        ),
        sa.ForeignKeyConstraint(
            ["story"],
            ["stories.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("name"),
    )
    op.create_index(op.f("articles_by_change"), "articles", ["change"], unique=False)
    op.create_index(op.f("articles_by_day"), "articles", ["day"], unique=False)
    op.create_index(op.f("articles_by_family"), "articles", ["family"], unique=False)
    op.create_index(op.f("articles_by_moment_id"), "articles", ["moment", "id"], unique=False)
    op.create_index(
        op.f("articles_by_outlet_moment_id_family"),
        "articles",
        ["outlet", "moment", "id", "family"],
        unique=False,
    )
    op.create_index(op.f("articles_by_page"), "articles", ["page"], unique=False)
    op.create_index(
        op.f("articles_by_story_moment_id_outlet_page"),
        "articles",
        ["story", "moment", "id", "outlet", "page"],
        unique=False,
    )
    op.create_table(
        "claims",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("story", sa.Integer(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("origins_min", sa.Integer(), nullable=False),
        sa.Column("origins_max", sa.Integer(), nullable=False),
        sa.Column("denials", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["story"],
            ["stories.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("story", "rank"),
    )
    op.create_index(op.f("claims_by_key"), "claims", ["key"], unique=False)
    op.create_table(
        "attributions",
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("party", sa.Integer(), nullable=True),
        sa.Column("moment", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("direct", sa.Boolean(), nullable=False),
        sa.Column("inside", sa.Integer(), nullable=True),
        sa.Column("cue_start", sa.Integer(), nullable=False),
        sa.Column("cue_end", sa.Integer(), nullable=False),
        sa.Column("source_start", sa.Integer(), nullable=True),
        sa.Column("source_end", sa.Integer(), nullable=True),
        sa.Column("content_start", sa.Integer(), nullable=False),
        sa.Column("content_end", sa.Integer(), nullable=False),
        sa.Column("resolved", sa.Text(), nullable=True),
        sa.Column("licence", sa.Text(), nullable=False),
        sa.Column("said", sa.Text(), nullable=True),
        sa.Column("said_from", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["article"],
            ["articles.id"],
        ),
        sa.ForeignKeyConstraint(
            ["party"],
            ["parties.id"],
        ),
        sa.PrimaryKeyConstraint("article", "number"),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("attributions_by_party_moment_article_number"),
        "attributions",
        ["party", "moment", "article", "number"],
        unique=False,
    )
    op.create_table(
        "gists",
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("fingerprint", sa.LargeBinary(), nullable=False),
        sa.Column("stated", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article"],
            ["articles.id"],
        ),
        sa.PrimaryKeyConstraint("article"),
    )
    op.create_table(
        "origins",
        sa.Column("claim", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("story", sa.Integer(), nullable=False),
        sa.Column("moment", sa.BigInteger(), nullable=False),
        sa.Column("party", sa.Text(), nullable=False),
        sa.Column("first_outlet", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["claim"], ["claims.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["story"],
            ["stories.id"],
        ),
        sa.PrimaryKeyConstraint("claim", "number"),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("origins_by_moment_story"), "origins", ["moment", "story"], unique=False)
    op.create_table(
        "relays",
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("attribution", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article"],
            ["articles.id"],
        ),
        sa.PrimaryKeyConstraint("article", "attribution", "number"),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("relays_by_key_article"), "relays", ["key", "article"], unique=False)
    op.create_table(
        "revisions",
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("replaced", sa.BigInteger(), nullable=False),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article"],
            ["articles.id"],
        ),
        sa.PrimaryKeyConstraint("article", "number"),
    )
    op.create_index(op.f("revisions_by_replaced"), "revisions", ["replaced"], unique=False)
