"""The words by which articles, statements and claims are found."""

from alembic import op

from tawatur.store.search.tables import create_tables

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables; whoever opens the library fills them."""
    create_tables(op.get_bind())
