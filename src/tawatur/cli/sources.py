"""`tawatur sources`: what is followed and how it fares."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import click
import msgspec

from tawatur.cli.library import library_option
from tawatur.cli.terminal import plain
from tawatur.cli.wording import Wording, users_wording
from tawatur.collect.opml import write_opml
from tawatur.records.subscription import Subscription
from tawatur.store.sources import Source, followed_sources
from tawatur.store.store import open_store
from tawatur.store.troubles import Trouble, troubles_since

_LATELY = timedelta(days=30)


@click.command()
@library_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON lines instead of a view for people.")
@click.option("--opml", is_flag=True, help="Print a list of feeds that other readers take (OPML).")
def sources(library: Path, *, as_json: bool, opml: bool) -> None:
    """Show what is followed: last seen, last new, articles, errors of 30 days, paused or when due."""
    with open_store(library) as store, store.reading() as connection:
        listed = followed_sources(connection)
        troubles = troubles_since(connection, (datetime.now(UTC) - _LATELY).date())
    if opml:
        sys.stdout.buffer.write(write_opml(map(_subscription, listed), title="Tawatur"))
        return
    lines = _records(listed, troubles) if as_json else _view(listed, troubles, users_wording())
    for line in lines:
        click.echo(line)


def _subscription(source: Source) -> Subscription:
    what = source.what
    return Subscription(url=what.url, title=what.title, home=what.home, folders=what.folders)


def _records(listed: Sequence[Source], troubles: Sequence[Trouble]) -> Iterator[str]:
    for source in listed:
        record: dict[str, Any] = asdict(source) | {
            "every": int(source.every.total_seconds()),
            "paused": source.paused,
            "errors": [
                {"step": one.step, "reason": one.reason, "count": one.count}
                for one in _of(source.id, troubles)
            ],
        }
        what = record.pop("what")
        del record["hints"], record["validators"], record["parts"]
        yield msgspec.json.encode(what | record).decode()


def _view(listed: Sequence[Source], troubles: Sequence[Trouble], speaks: Wording) -> Iterator[str]:
    if not listed:
        yield speaks.say("sources_none")
    for source in listed:
        what = source.what
        yield plain(" · ".join(filter(None, (what.title, what.outlet, what.url))))
        yield plain("  " + " · ".join(_parts(source, speaks)))
        yield from _errors(_of(source.id, troubles), speaks, "  ")
    yield from _errors(_of(None, troubles), speaks, "")


def _errors(met: Sequence[Trouble], speaks: Wording, indent: str) -> Iterator[str]:
    if met:
        told = ", ".join(f"{one.step} {one.reason} {one.count}" for one in met)
        yield plain(indent + speaks.say("source_errors", errors=told))


def _parts(source: Source, speaks: Wording) -> Iterator[str]:
    yield speaks.say("source_seen", when=_when(source.seen, speaks))
    yield speaks.say("source_new", when=_when(source.changed, speaks))
    yield speaks.count("articles", source.articles)
    if source.paused:
        yield speaks.say("source_paused", reason=source.reason or "")
    elif source.due:
        yield speaks.say("source_due", when=_when(source.due, speaks))
    else:
        yield speaks.say("source_page")
    if source.failures:
        yield speaks.say("source_failing", failures=source.failures, reason=source.detail or source.reason)


def _of(source: int | None, troubles: Iterable[Trouble]) -> list[Trouble]:
    return [one for one in troubles if one.source == source]


def _when(time: datetime | None, speaks: Wording) -> str:
    return f"{time:%Y-%m-%d %H:%M}Z" if time else speaks.say("never")
