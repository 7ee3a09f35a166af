"""`tawatur serve`: the reader over the library, in a browser."""

from contextlib import AbstractContextManager, nullcontext
from datetime import timedelta
from pathlib import Path
from typing import Any

import click
import uvicorn

from tawatur.cli.batch import outlets_option
from tawatur.cli.collect import collecting_options
from tawatur.cli.collecting import Collecting, collecting_beside
from tawatur.cli.library import library_option
from tawatur.cli.wording import users_wording
from tawatur.pipeline import resources
from tawatur.store.store import Store, open_store
from tawatur.web.application import application

# The names by which a browser on this machine asks for it.
_OWN_NAMES = ("localhost", "127.0.0.1")
# Between two looks for what is due.
_LOOK = timedelta(minutes=1)
_EVERY_ADDRESS = ("0.0.0.0", "::")  # noqa: S104 - recognized here, never a default


@click.command()
@library_option
@outlets_option
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option("--collect", "collects", is_flag=True, help="Collect from what is followed all the while.")
@collecting_options
def serve(library: Path, further_outlets: tuple[Path, ...], host: str, port: int, **collecting: Any) -> None:
    """Open the library for reading in a browser, until Ctrl-C."""
    # Whoever listens to the whole network is known to it by names that only they know.
    hosts = ("*",) if host in _EVERY_ADDRESS else (*_OWN_NAMES, host)
    with open_store(library) as store:
        app = application(
            store, resources=resources(further_outlets), hosts=hosts, further_outlets=further_outlets
        )
        with _collecting(store, further_outlets, **collecting):
            click.echo(users_wording().say("serving", address=f"http://{host}:{port}/"))
            uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False)


def _collecting(
    store: Store, further_outlets: tuple[Path, ...], *, collects: bool, **options: Any
) -> AbstractContextManager[None]:
    if not collects:
        return nullcontext()
    return collecting_beside(Collecting(store=store, further_outlets=further_outlets, every=_LOOK, **options))
