"""The places where articles assert claims, by the article; in which form claims are kept."""

import zlib
from collections.abc import Iterator
from typing import Any

import msgspec
import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_AT_ONCE = 500


def upgrade() -> None:
    """Make the table, and fill it from the claims, whatever else their records hold."""
    op.create_table(
        "members",
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("attribution", sa.Integer(), nullable=False),
        sa.Column("claim", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.id"]),
        sa.ForeignKeyConstraint(["claim"], ["claims.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("article", "attribution", "claim"),
        sqlite_with_rowid=False,
    )
    op.add_column("state", sa.Column("claims_form", sa.BigInteger(), nullable=True))
    connection = op.get_bind()
    for batch in _batches(connection):
        _insert(connection, {(*place, claim) for claim, record in batch for place in _asserted(record)})
    op.create_index("members_by_claim", "members", ["claim"])


def _batches(connection: sa.Connection) -> Iterator[list[tuple[int, bytes]]]:
    last = 0
    query = "SELECT id, record FROM claims WHERE id > ? ORDER BY id LIMIT ?"
    while batch := [tuple(row) for row in connection.exec_driver_sql(query, (last, _AT_ONCE))]:
        yield batch
        last = batch[-1][0]


def _insert(connection: sa.Connection, places: set[tuple[str, int, int]]) -> None:
    query = sa.text("SELECT name, id FROM articles WHERE name IN :names").bindparams(
        sa.bindparam("names", tuple({name for name, *_ in places}), expanding=True)
    )
    numbers = {row.name: row.id for row in connection.execute(query)}
    rows = [(numbers[name], number, claim) for name, number, claim in places if name in numbers]
    if rows:
        connection.exec_driver_sql("INSERT INTO members (article, attribution, claim) VALUES (?, ?, ?)", rows)


def _asserted(record: bytes) -> Iterator[tuple[str, int]]:
    """Yield the article and the attribution of each member of a claim that asserts it."""
    claim: dict[str, Any] = msgspec.msgpack.decode(zlib.decompress(record))
    for member in claim.get("members", ()):
        if member["attribution"] is not None and member["stance"] != "denies":
            yield member["article"], member["attribution"]
