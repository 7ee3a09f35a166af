"""`tawatur reread`: the library's pages once more, with today's reader."""

from collections import Counter
from pathlib import Path

import click

from tawatur.batches import cores
from tawatur.cli.batch import Batch, outlets_option
from tawatur.cli.library import library_option
from tawatur.cli.wording import users_wording
from tawatur.library.corroborating import renew_claims
from tawatur.library.rereading import reread_pages
from tawatur.library.writing import Outcome
from tawatur.store.pages import count_pages
from tawatur.store.store import open_store


@click.command()
@library_option
@outlets_option
def reread(further_outlets: tuple[Path, ...], library: Path) -> None:
    """Read every page of the library again, as a better reader may find more in it.

    Statements, times and furniture are found anew, and the claims of every story. What only the
    reader sees differently is no edit and makes no revision. What is cut off may be run again.
    """
    batch = Batch(())
    outcomes: Counter[Outcome] = Counter()
    with open_store(library) as store:
        renew_claims(store, further_outlets=further_outlets)
        with store.reading() as connection:
            pages = sum(count_pages(connection).values())
        written = reread_pages(store, workers=cores(), further_outlets=further_outlets)
        for kept in batch.counted(written, of=pages):
            batch.tell(kept.refusal)
            outcomes[kept.outcome] += 1
    said = {str(outcome): outcomes[outcome] for outcome in Outcome}
    read = outcomes.total()
    click.echo(users_wording().say("pages_reread", read=read, empty=max(0, pages - read), **said))
