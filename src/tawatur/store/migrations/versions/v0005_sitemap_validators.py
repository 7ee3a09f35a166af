"""What the sitemaps of an index are asked with next time; one page that is followed is not paused."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make room for the validators of an index, and take from pages the reason they never had."""
    op.add_column("sources", sa.Column("parts", sa.LargeBinary(), nullable=True))
    op.execute("UPDATE sources SET reason = NULL WHERE kind = 'page' AND reason = 'page'")
