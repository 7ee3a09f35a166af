"""`tawatur export`: everything the library has read, as data."""

import sys
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

import click

from tawatur.cli.library import library_option
from tawatur.exports.documents import line, page_document
from tawatur.exports.statement_table import table_lines
from tawatur.exports.timeml import timeml_document, timeml_name
from tawatur.records.read_page import ReadPage
from tawatur.store.store import open_store
from tawatur.store.whole import pages_read


class Format(StrEnum):
    """A form in which everything can be taken out."""

    JSONL = "jsonl"
    CSV = "csv"
    TIMEML = "timeml"


@click.command()
@library_option
@click.option(
    "--format",
    "chosen",
    type=click.Choice([form.value for form in Format]),
    default=Format.JSONL.value,
    show_default=True,
    help="JSON lines as of `read --json`; a table with a row for each statement; TimeML documents.",
)
@click.option(
    "--to",
    "place",
    type=click.Path(path_type=Path),
    help="The file to write, or the folder of the TimeML documents; else standard output.",
)
def export(library: Path, chosen: str, place: Path | None) -> None:
    """Write out every page of the library with its articles, attributions and times."""
    form = Format(chosen)
    if form is Format.TIMEML and place is None:
        raise click.UsageError("TimeML documents need a folder: --to FOLDER.")
    with open_store(library) as store, store.reading() as connection:
        pages = pages_read(connection)
        if place is None:
            _STREAMS[form](pages, sys.stdout.buffer)
            sys.stdout.buffer.flush()
            return
        try:
            _write_to(place, pages, form)
        except OSError as error:
            raise click.FileError(error.filename or str(place), hint=error.strerror) from error


def _write_to(place: Path, pages: Iterator[ReadPage], form: Format) -> None:
    if form is Format.TIMEML:
        _write_timeml(pages, place)
        return
    with place.open("wb") as file:
        _STREAMS[form](pages, file)


def _write_lines(pages: Iterator[ReadPage], out: BinaryIO) -> None:
    for page in pages:
        out.write(line(page_document(page)))


def _write_table(pages: Iterator[ReadPage], out: BinaryIO) -> None:
    for row in table_lines(article for page in pages for article in page.articles):
        out.write(row.encode())


def _write_timeml(pages: Iterator[ReadPage], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for page in pages:
        for article in page.articles:
            (folder / timeml_name(article)).write_bytes(timeml_document(article))


_STREAMS: Mapping[Format, Callable[[Iterator[ReadPage], BinaryIO], None]] = {
    Format.JSONL: _write_lines,
    Format.CSV: _write_table,
}
