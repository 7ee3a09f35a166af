"""`tawatur reread`: the library's pages once more, with today's reader."""

from pathlib import Path

import click

from tawatur.batches import cores
from tawatur.cli.add import tell
from tawatur.cli.batch import Batch, outlets_option
from tawatur.cli.library import library_option
from tawatur.library.corroborating import renew_claims
from tawatur.library.rereading import reread_pages
from tawatur.store.store import open_store


@click.command()
@library_option
@outlets_option
def reread(further_outlets: tuple[Path, ...], library: Path) -> None:
    """Read every page of the library again, as a better reader may find more in it.

    What only the reader sees differently is no edit and makes no revision.
    """
    batch = Batch(())
    with open_store(library) as store:
        renew_claims(store, further_outlets=further_outlets)
        tell(batch, reread_pages(store, workers=cores(), further_outlets=further_outlets))
