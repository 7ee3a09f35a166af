"""One name for one reason: what was "forbidden" is told as asking for its address tells it now."""

from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Name the reason that the detail of each such refusal tells."""
    op.execute(
        """
        UPDATE pages SET reason = CASE
            WHEN detail LIKE 'closed to %' THEN 'robots'
            WHEN detail LIKE '%no robots.txt to be had%' THEN 'robots-unreachable'
            WHEN detail LIKE '%which is not public' OR detail LIKE '%none of the web%' THEN 'private-address'
            ELSE 'bad-address'
        END
        WHERE reason = 'forbidden'
        """
    )
