"""Voices of stories counted by the hour instead of every origin for itself; indexes for lists by time."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Count what the library holds, and let go of what it was counted from."""
    op.create_table(
        "growth",
        sa.Column("hour", sa.BigInteger(), nullable=False),
        sa.Column("story", sa.Integer(), nullable=False),
        sa.Column("voices", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["story"], ["stories.id"]),
        sa.PrimaryKeyConstraint("hour", "story"),
        sqlite_with_rowid=False,
    )
    op.execute(
        """
        INSERT INTO growth (hour, story, voices)
        SELECT last - last % 3600 AS hour, story, count(*) FROM (
            SELECT story, max(moment) AS last FROM origins
            GROUP BY story, party, coalesce(first_outlet, '')
        ) AS voices
        GROUP BY last - last % 3600, story
        """
    )
    op.create_index("growth_by_story", "growth", ["story"])
    op.drop_table("origins")
    # Few stories are merged: an index of those alone is never taken for the way to all others.
    op.drop_index("stories_by_merged_into", "stories")
    op.create_index(
        "stories_by_merged_into",
        "stories",
        ["merged_into"],
        sqlite_where=sa.text("merged_into IS NOT NULL"),
    )
    op.create_index("attributions_by_moment_article_number", "attributions", ["moment", "article", "number"])
