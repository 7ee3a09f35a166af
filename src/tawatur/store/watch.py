"""Telling cheaply whether anybody has written to a library since one last looked."""

import sqlite3
from pathlib import Path

from tawatur.store.store import in_our_words


class Watch:
    """Looks at a library for changes, from one thread, until closed."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._connection = sqlite3.connect(file, isolation_level=None, check_same_thread=False)

    def version(self) -> int:
        """Return a number that changes with every write of anybody; it means nothing to another process.

        It takes microseconds and waits for nobody.

        Raises:
            StoreError: the file fails.
        """
        with in_our_words(self._file):
            (number,) = self._connection.execute("PRAGMA data_version").fetchone()
        return int(number)

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()
