"""A library opened: connections for readers and for the one who writes, errors in our words."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError

from tawatur.errors import StoreError
from tawatur.store.schema import HEAD
from tawatur.store.search.index import is_current

# How long a writer waits for another one, whose batch takes far less.
_PATIENCE_SECONDS = 60.0
_REASONS = {
    sqlite3.SQLITE_BUSY: "another process has been writing to it for too long; try again",
    sqlite3.SQLITE_LOCKED: "another process has been writing to it for too long; try again",
    sqlite3.SQLITE_READONLY: "it may not be written to",
    sqlite3.SQLITE_PERM: "it may not be written to",
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened",
    sqlite3.SQLITE_NOTADB: "it is no library",
    sqlite3.SQLITE_CORRUPT: "it is damaged; `tawatur doctor` tells where",
    sqlite3.SQLITE_IOERR: "the disk fails",
}


class Store:
    """A library, to be closed after use; safe to share between threads.

    Many read while one writes: readers see the library as it was when they began.
    """

    def __init__(self, file: Path, engine: Engine) -> None:
        self.file = file
        self._engine = engine
        self._writing_engine = engine.execution_options(writes=True)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Lend a connection that sees one state of the library.

        Raises:
            StoreError: the file fails.
        """
        with in_our_words(self.file), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Lend the only connection that may write; what it wrote stays if and only if the block ends well.

        Raises:
            StoreError: the file fails, or another process does not stop writing.
        """
        with in_our_words(self.file), self._writing_engine.begin() as connection:
            yield connection

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_store(file: Path) -> Store:
    """Open the library in `file`, made or brought up to date first where that is needed.

    Raises:
        StoreError: the file cannot be opened, is no library, or was written by a newer Tawatur.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{file}: the folder cannot be made: {error.strerror}") from error
    store = Store(file, _engine(file))
    try:
        with store.reading() as connection:
            current = _revision(connection) == HEAD and is_current(connection)
        if not current:
            _upgrade(store)
    except BaseException:
        store.close()
        raise
    return store


@contextmanager
def in_our_words(file: Path) -> Iterator[None]:
    """Turn what the database says of its file into an error of ours.

    Raises:
        StoreError: the block failed for a reason that lies with the file, not with the code.
    """
    try:
        yield
    except DBAPIError as error:
        code = getattr(error.orig, "sqlite_errorcode", None)
        reason = None if code is None else _REASONS.get(code & 0xFF)
        if reason is None:
            raise
        raise StoreError(f"the library {file}: {reason} ({error.orig})") from error


def _engine(file: Path) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=str(file)),
        connect_args={"timeout": _PATIENCE_SECONDS, "isolation_level": None},
    )
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: sqlite3.Connection, _record: object) -> None:
    # A commit survives the death of the process at once, the death of the machine from the next
    # checkpoint on; the file is whole after either.
    for setting in (
        "journal_mode = WAL",
        "synchronous = NORMAL",
        "foreign_keys = ON",
        "temp_store = MEMORY",
        "cache_size = -65536",
    ):
        connection.execute(f"PRAGMA {setting}")


def _begin(connection: Connection) -> None:
    # Who means to write says so at once: a reader that becomes a writer cannot wait for its turn.
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _revision(connection: Connection) -> str | None:
    """Return the revision of the library's tables, `None` where there are none yet."""
    tables = set(connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars())
    if not tables:
        return None
    if "alembic_version" not in tables:
        raise StoreError("the file is a database, and no library")
    return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one_or_none()


def _upgrade(store: Store) -> None:
    # Alembic takes longer to load than a library to open.
    from tawatur.store.search.rebuilding import rebuild  # noqa: PLC0415
    from tawatur.store.upgrade import upgrade  # noqa: PLC0415

    with store.writing() as connection:
        # Another process may have been quicker.
        if _revision(connection) != HEAD:
            upgrade(connection)
        if not is_current(connection):
            rebuild(connection)
