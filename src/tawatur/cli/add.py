"""`tawatur add`: pages into the library."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import click

from tawatur.batches import cores
from tawatur.cli.batch import Batch, outlets_option
from tawatur.cli.library import library_option
from tawatur.cli.wording import users_wording
from tawatur.collect.inputs import pages
from tawatur.library.adding import add_pages
from tawatur.library.corroborating import renew_claims
from tawatur.library.writing import Kept, Outcome
from tawatur.store.store import open_store


@click.command()
@library_option
@outlets_option
@click.argument("sources", metavar="PAGE...", nargs=-1, required=True)
def add(sources: tuple[str, ...], further_outlets: tuple[Path, ...], library: Path) -> None:
    """Read pages and keep them, with their stories and claims, in the library.

    What is cut off may be run again: nothing is lost, nothing is there twice.
    """
    batch = Batch(sources)
    with open_store(library) as store:
        renew_claims(store, further_outlets=further_outlets)
        written = add_pages(store, pages(sources), workers=cores(), further_outlets=further_outlets)
        tell(batch, written)
    batch.finish()


def tell(batch: Batch, written: Iterable[Kept]) -> None:
    """Show progress and each refusal, and at the end what became of all the pages."""
    outcomes: Counter[Outcome] = Counter()
    for kept in batch.counted(written):
        batch.tell(kept.refusal)
        outcomes[kept.outcome] += 1
    figures = {str(outcome): outcomes[outcome] for outcome in Outcome}
    click.echo(users_wording().say("pages_kept", **figures))
