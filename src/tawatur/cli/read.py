"""`tawatur read`: pages in, articles with who said what out."""

import sys
from functools import partial
from pathlib import Path

import click

from tawatur.cli.batch import Batch, page_arguments
from tawatur.cli.read_view import show_page
from tawatur.cli.terminal import terminal
from tawatur.cli.wording import users_wording
from tawatur.exports.documents import line, page_document
from tawatur.exports.timeml import timeml_document, timeml_name
from tawatur.pipeline import read_page, resources
from tawatur.records.page import Page
from tawatur.records.read_page import ReadPage
from tawatur.records.refusal import Refusal


@click.command()
@click.option(
    "--timeml",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write each article into this folder as a TimeML document instead.",
)
@page_arguments
def read(
    sources: tuple[str, ...], further_outlets: tuple[Path, ...], folder: Path | None, *, as_json: bool
) -> None:
    """Read pages: their articles, and who says what in them through whom and when."""
    batch = Batch(sources)
    resources(further_outlets)
    if folder is not None:
        _write_timeml(batch, further_outlets, folder)
    elif as_json:
        _print_lines(batch, further_outlets)
    else:
        _print_views(batch, further_outlets)
    batch.finish()


def _print_lines(batch: Batch, further_outlets: tuple[Path, ...]) -> None:
    work = partial(page_line, further_outlets)
    for item, result in batch.watched(work, lambda made: made[1]):
        if isinstance(result, Refusal):
            encoded = line(page_document(ReadPage(id=item.id, articles=(), refusal=result)))
        else:
            encoded = result[0]
        sys.stdout.buffer.write(encoded)
    sys.stdout.buffer.flush()


def _print_views(batch: Batch, further_outlets: tuple[Path, ...]) -> None:
    shown, wording = terminal(sys.stdout), users_wording()
    for _, result in batch.each(partial(page_read, further_outlets), lambda made: made.refusal):
        if isinstance(result, ReadPage) and result.articles:
            for row in show_page(result, shown, wording):
                click.echo(row)


def _write_timeml(batch: Batch, further_outlets: tuple[Path, ...], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for _, result in batch.watched(partial(page_read, further_outlets), lambda made: made.refusal):
        if isinstance(result, ReadPage):
            for article in result.articles:
                (folder / timeml_name(article)).write_bytes(timeml_document(article))


def page_read(further_outlets: tuple[Path, ...], page: Page) -> ReadPage:
    """Read one page in a worker process."""
    return read_page(page, resources=resources(further_outlets))


def page_line(further_outlets: tuple[Path, ...], page: Page) -> tuple[bytes, Refusal | None]:
    """Read one page in a worker process, down to its line of JSON: bytes are cheap to hand over."""
    made = page_read(further_outlets, page)
    return line(page_document(made)), made.refusal
