"""One collector a library: two would ask every site twice."""

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
    with closing(sqlite3.connect(f"{library}.collecting", timeout=0, isolation_level=None)) as lock:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            raise StoreError(f"the library {library}: another process is collecting into it") from error
        yield
