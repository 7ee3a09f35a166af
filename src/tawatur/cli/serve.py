"""`tawatur serve`: the reader over the library, in a browser."""

import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import click
import uvicorn
from fastapi import FastAPI

from tawatur.batches import end_with_parent
from tawatur.cli.batch import outlets_option
from tawatur.cli.collect import collecting_options
from tawatur.cli.collecting import Collecting
from tawatur.cli.collecting_beside import collecting_beside
from tawatur.cli.doors import answering, front_door
from tawatur.cli.library import library_option
from tawatur.cli.wording import users_wording
from tawatur.library.corroborating import renew_claims
from tawatur.pipeline import resources
from tawatur.store.store import Store, open_store
from tawatur.web.application import application

# The names by which a browser on this machine asks for it.
_OWN_NAMES = ("localhost", "127.0.0.1")
# Between two looks for what is due.
_LOOK = timedelta(minutes=1)
# How long an answer under way is waited for at the end.
_LAST_ANSWERS_SECONDS = 10
_EVERY_ADDRESS = ("0.0.0.0", "::")  # noqa: S104 - recognized here, never a default


@click.command()
@library_option
@outlets_option
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option(
    "--workers", default=1, show_default=True, type=click.IntRange(1, 64), help="How many processes answer."
)
@click.option("--collect", "collects", is_flag=True, help="Collect from what is followed all the while.")
@collecting_options
def serve(library: Path, further_outlets: tuple[Path, ...], host: str, port: int, **further: Any) -> None:
    """Open the library for reading in a browser, until Ctrl-C."""
    # Whoever listens to the whole network is known to it by names that only they know.
    hosts = ("*",) if host in _EVERY_ADDRESS else (*_OWN_NAMES, host)
    config = uvicorn.Config(
        partial(_opened, library, further_outlets, hosts),
        factory=True,
        workers=further.pop("workers"),
        # The other loop goes by a door's number alone, and would knock where connections are handed on.
        loop="asyncio",
        log_level="warning",
        server_header=False,
        timeout_graceful_shutdown=_LAST_ANSWERS_SECONDS,
    )
    with (
        _renewed(library, further_outlets) as store,
        _listening(host, port) as door,
        _collecting(store, further_outlets, **further),
    ):
        click.echo(users_wording().say("serving", address=_address(host, port)))
        _answer(config, door)


def _renewed(library: Path, further_outlets: tuple[Path, ...]) -> Store:
    """Open the library with claims that this version can read."""
    store = open_store(library)
    renew_claims(store, further_outlets=further_outlets)
    return store


@contextmanager
def _listening(host: str, port: int) -> Iterator[socket.socket]:
    """Open a door that browsers may knock at from now on; who answers comes later."""
    try:
        door = front_door(host, port)
    except OSError as error:
        said = users_wording().say("not_serving", address=_address(host, port), reason=error.strerror)
        raise click.ClickException(said) from error
    with door:
        # Or the system holds every answer's second packet back for 40 ms; connections inherit it.
        door.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        yield door


def _address(host: str, port: int) -> str:
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"


def _opened(library: Path, further_outlets: tuple[Path, ...], hosts: tuple[str, ...]) -> FastAPI:
    """Return the reader in the process that is to answer, which ends with the one that began it."""
    end_with_parent()
    return application(
        open_store(library),
        resources=resources(further_outlets),
        hosts=hosts,
        further_outlets=further_outlets,
    )


def _answer(config: uvicorn.Config, door: socket.socket) -> None:
    # A service is ended by SIGTERM, behind which collecting stops cleanly too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    if config.workers == 1:
        uvicorn.Server(config).run([door])
    else:
        answering(config, door).run()


def _collecting(
    store: Store, further_outlets: tuple[Path, ...], *, collects: bool, **options: Any
) -> AbstractContextManager[None]:
    if not collects:
        return nullcontext()
    return collecting_beside(Collecting(store=store, further_outlets=further_outlets, every=_LOOK, **options))
