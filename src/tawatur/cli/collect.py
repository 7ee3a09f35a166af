"""`tawatur collect`: what is new at the sources that are followed, into the library."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import click

from tawatur.cli.batch import outlets_option
from tawatur.cli.collecting import Collecting, collect_here
from tawatur.cli.duration import duration
from tawatur.cli.library import library_option
from tawatur.library.corroborating import renew_claims
from tawatur.store.store import open_store


def collecting_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a verb `--warc`, `--metrics` and `--contact`, as it takes them."""
    for decorate in (
        click.option(
            "--contact",
            envvar="TAWATUR_CONTACT",
            help="Where the operators of sites reach you: mailto:... or a page, sent with every request.",
        ),
        click.option(
            "--metrics",
            type=click.IntRange(1, 65535),
            metavar="PORT",
            help="Give figures for Prometheus on this port of this machine.",
        ),
        click.option(
            "--warc",
            "archive",
            metavar="FILE",
            type=click.Path(dir_okay=False, path_type=Path),
            help="Keep all that is fetched in an archive too (.warc.gz), added to at its end.",
        ),
    ):
        command = decorate(command)
    return command


@click.command()
@library_option
@outlets_option
@click.option("--every", callback=duration, metavar="TIME", help="Look again so often (10m), until Ctrl-C.")
@collecting_options
def collect(
    library: Path, further_outlets: tuple[Path, ...], every: timedelta | None, **options: Any
) -> None:
    """Fetch what is due: sources by their own rhythm, their new pages, pages that may have been edited.

    What is cut off may be run again: it goes on where it was.
    """
    with open_store(library) as store:
        renew_claims(store, further_outlets=further_outlets)
        collect_here(Collecting(store=store, further_outlets=further_outlets, every=every, **options))
