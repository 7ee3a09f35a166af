"""One collector a library: two would ask every site twice. Whether there is one, everybody can tell."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from tawatur.errors import StoreError


@contextmanager
def alone(library: Path) -> Iterator[None]:
    """Hold the right to collect into a library, until the block or the process ends, however that dies.

    Raises:
        StoreError: another process holds it.
    """
    # A lock of SQLite's, since it works alike on every system, on a file of its own.
    # Whoever looks whether it is held holds it for a moment.
    with closing(sqlite3.connect(_lock(library), timeout=1.0, isolation_level=None)) as lock:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            raise StoreError(f"the library {library}: another process is collecting into it") from error
        yield


def is_collected_into(library: Path) -> bool:
    """Tell whether any process is collecting into a library now."""
    file = _lock(library)
    if not file.exists():
        return False
    with closing(sqlite3.connect(file, timeout=0, isolation_level=None)) as lock:
        try:
            lock.execute("SELECT 1 FROM sqlite_master").fetchall()
        except sqlite3.OperationalError as error:
            return error.sqlite_errorcode == sqlite3.SQLITE_BUSY
    return False


def _lock(library: Path) -> Path:
    return library.with_name(f"{library.name}.collecting")
