"""What a file's name says of its form."""

from enum import StrEnum
from typing import NamedTuple


class Format(StrEnum):
    """How the bytes of a file are to be taken."""

    HTML = "html"
    TEXT = "text"
    JSON_LINES = "json-lines"
    JSON = "json"
    ZIP = "zip"
    WARC = "warc"


_BY_SUFFIX = {
    "html": Format.HTML,
    "htm": Format.HTML,
    "xhtml": Format.HTML,
    "txt": Format.TEXT,
    "jsonl": Format.JSON_LINES,
    "ndjson": Format.JSON_LINES,
    "json": Format.JSON,
    "zip": Format.ZIP,
    "warc": Format.WARC,
}


class Named(NamedTuple):
    """A file's name taken apart."""

    stem: str
    format: Format | None
    gzipped: bool


def taken_apart(name: str) -> Named:
    """Take a file's name apart; of a path only the last part counts.

    >>> taken_apart("2015/07/derna.flood.html.gz")
    Named(stem='derna.flood', format=<Format.HTML: 'html'>, gzipped=True)
    """
    last = name.replace("\\", "/").rstrip("/").rpartition("/")[2]
    gzipped = last.lower().endswith(".gz")
    plain = last[:-3] if gzipped else last
    stem, dot, suffix = plain.rpartition(".")
    form = _BY_SUFFIX.get(suffix.lower()) if dot else None
    return Named(stem if form and stem else plain or last or name, form, gzipped)
