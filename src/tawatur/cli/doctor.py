"""`tawatur doctor`: whether the library is sound."""

import sys
from pathlib import Path

import click

from tawatur.cli.library import library_option
from tawatur.errors import StoreError
from tawatur.store.checks import CHECKS
from tawatur.store.store import open_store


@click.command()
@library_option
def doctor(library: Path) -> None:
    """Check the library's file and all that its parts say of one another.

    The exit status is 1 where anything is wrong.
    """
    if not library.exists():
        raise StoreError(f"the library {library}: there is none yet; `tawatur add` makes it")
    ill = False
    with open_store(library) as store:
        for name, check in CHECKS.items():
            with store.reading() as connection:
                found = check(connection)
            click.echo(f"{name}: {'sound' if not found else 'ill'}")
            for line in found:
                click.echo(f"  {line}")
            ill = ill or bool(found)
    if ill:
        sys.exit(1)
