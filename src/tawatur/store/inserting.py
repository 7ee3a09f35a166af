"""Writing many rows at once."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Dialect, TableClause, insert

_STATEMENTS_REMEMBERED = 64


def insert_rows(connection: Connection, table: TableClause, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write rows that bear the same columns, with values that the database's driver takes as they are.

    Rows by the thousand cost half of what they do where each value is looked at for its type.
    """
    if not rows:
        return
    statement, names = _insertion(table, connection.dialect, tuple(rows[0]))
    connection.exec_driver_sql(
        statement,
        [tuple([row[name] for name in names]) for row in rows] if names else [dict(row) for row in rows],
    )


@lru_cache(_STATEMENTS_REMEMBERED)
def _insertion(
    table: TableClause, dialect: Dialect, columns: tuple[str, ...]
) -> tuple[str, tuple[str, ...] | None]:
    """Return the statement that writes such rows, and in which order it takes the columns, if in any."""
    statement = insert(table).compile(dialect=dialect, column_keys=list(columns))
    return statement.string, tuple(statement.positiontup) if statement.positiontup else None
