"""Files and folders, and the pages in them."""

import stat
from collections.abc import Iterator
from glob import glob, has_magic
from pathlib import Path

from tawatur.collect.archives import pages_of_zip
from tawatur.collect.formats import Format, taken_apart
from tawatur.collect.streams import pages_in
from tawatur.records.page import Page
from tawatur.records.refusal import Refusal, RefusalReason


def pages_of_path(source: str) -> Iterator[Page | Refusal]:
    """Yield the pages of a file, of a folder with all below it, or of all that a pattern matches.

    A folder is gone through in the order of its names; hidden files (`.name`) and links
    to folders are left out, so that no loop of links is followed.
    """
    for path in _matches(source):
        if isinstance(path, Refusal):
            yield path
        else:
            yield from _pages_below(path)


def _matches(source: str) -> Iterator[Path | Refusal]:
    path = Path(source)
    if not source or "\0" in source:
        yield _unreadable(path, "no name of a file")
    elif has_magic(source) and not path.exists():
        # Path.glob takes no absolute pattern.
        found = sorted(glob(source, recursive=True))  # noqa: PTH207
        yield from map(Path, found)
        if not found:
            yield _unreadable(path, "no file matches the pattern")
    else:
        yield path


def _pages_below(path: Path) -> Iterator[Page | Refusal]:
    waiting = [path]
    while waiting:
        path = waiting.pop()
        try:
            mode = path.stat().st_mode
            if stat.S_ISREG(mode):
                yield from _pages_of_file(path)
            elif stat.S_ISDIR(mode):
                waiting += reversed(_entries(path))
            else:
                yield _unreadable(path, "neither a file nor a folder")
        except OSError as error:
            yield _unreadable(path, error.strerror or str(error))


def _entries(folder: Path) -> list[Path]:
    """Return what a folder holds that is to be read, in the order of the names."""
    return sorted(
        entry
        for entry in folder.iterdir()
        if not entry.name.startswith(".") and not (entry.is_symlink() and entry.is_dir())
    )


def _pages_of_file(path: Path) -> Iterator[Page | Refusal]:
    with path.open("rb") as stream:
        if taken_apart(path.name).format is Format.ZIP:
            yield from pages_of_zip(str(path), stream)
        else:
            yield from pages_in(str(path), stream, path.stat().st_size)


def _unreadable(path: Path, detail: str) -> Refusal:
    stem = taken_apart(str(path)).stem
    return Refusal(id=stem, reason=RefusalReason.UNREADABLE, detail=f"{path}: {detail}")
