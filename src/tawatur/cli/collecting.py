"""Collecting from the command line: put together, logged, stopped by signals or by whoever started it."""

import asyncio
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from pathlib import Path
from wsgiref.simple_server import WSGIServer

import structlog
from prometheus_client import start_http_server

from tawatur.batches import cores
from tawatur.collect.fetching.fetcher import Fetcher
from tawatur.collect.fetching.manners import AGENT, Manners
from tawatur.collect.warc_writing import WarcFile
from tawatur.errors import StoreError
from tawatur.library.following.alone import alone
from tawatur.library.following.collector import Collector
from tawatur.library.following.intake import ReadingProcess
from tawatur.library.following.running import Setting, collector
from tawatur.library.following.watching import Watch
from tawatur.outlets.directory import outlets
from tawatur.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Collecting:
    """How to collect into a library: with `every`, again and again until stopped, else once."""

    store: Store
    further_outlets: tuple[Path, ...]
    every: timedelta | None
    archive: Path | None = None
    metrics: int | None = None
    contact: str | None = None


def collect_here(how: Collecting) -> None:
    """Collect until it is done, or until SIGINT or SIGTERM.

    Raises:
        StoreError: the library fails, or another process is collecting into it.
    """
    log_to_stderr()
    with alone(how.store.file), equipped(how) as equipment:
        asyncio.run(run(how, equipment, _stopped_by_signals))


@dataclass(frozen=True, slots=True, kw_only=True)
class Equipment:
    """What is opened once, however often collecting is begun anew."""

    watch: Watch
    archive: WarcFile | None


@contextmanager
def equipped(how: Collecting) -> Iterator[Equipment]:
    """Lend the figures' door and the archive.

    Raises:
        StoreError: the archive cannot be written to, or the port of the figures is taken.
    """
    watch = Watch()
    with ExitStack() as closing:
        if how.metrics:
            server = _figures(watch, how.metrics)
            closing.callback(server.server_close)
            closing.callback(server.shutdown)
        archive = closing.enter_context(_archive(how.archive)) if how.archive else None
        yield Equipment(watch=watch, archive=archive)


def _stopped_by_signals(collector: Collector) -> None:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):
            loop.add_signal_handler(number, collector.stop)


async def run(how: Collecting, equipment: Equipment, begun: Callable[[Collector], None]) -> None:
    """Collect as told; `begun` is given what can be stopped.

    Raises:
        StoreError: the library or the archive fails.
    """
    setting = Setting(
        store=how.store,
        intake=ReadingProcess(
            how.store.file, workers=max(1, cores() - 1), further_outlets=how.further_outlets
        ),
        directory=outlets(how.further_outlets),
        watch=equipment.watch,
        archive=equipment.archive,
    )
    async with collector(setting, Fetcher(manners=Manners(contact=how.contact))) as made:
        begun(made)
        await (made.keep_collecting(how.every) if how.every else made.collect())


def _figures(watch: Watch, port: int) -> WSGIServer:
    try:
        server, _ = start_http_server(port, addr="127.0.0.1", registry=watch.registry)
    except OSError as error:
        raise StoreError(f"the figures cannot be given on port {port}: {error.strerror}") from error
    return server


def _archive(path: Path) -> WarcFile:
    try:
        return WarcFile(path, software=f"{AGENT}/{version('tawatur')}", now=datetime.now(UTC))
    except OSError as error:
        raise StoreError(f"the archive {path} cannot be written to: {error.strerror}") from error


def log_to_stderr() -> None:
    """Log in lines for people on a terminal, in lines of JSON elsewhere."""
    people = sys.stderr.isatty()
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            *(() if people else (structlog.processors.format_exc_info,)),
            structlog.dev.ConsoleRenderer()
            if people
            else structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
