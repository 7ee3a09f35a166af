"""Where a library lies when nobody names a file."""

from pathlib import Path

from platformdirs import user_data_path

_FILE = "library.db"


def default_file() -> Path:
    """Return the user's library: `library.db` in the folder for data by the platform's convention."""
    return user_data_path("tawatur", appauthor=False) / _FILE
