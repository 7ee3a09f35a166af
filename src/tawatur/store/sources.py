"""What is followed: each source with its schedule and how it has fared."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, and_, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert

from tawatur.collect.fetching.answers import Validators
from tawatur.records.feed import FeedHints
from tawatur.store.moments import seconds, time_of
from tawatur.store.packing import packed, storable_or_none, unpacked_hints, unpacked_validators
from tawatur.store.rows import AnyRow
from tawatur.store.schema import addresses, sources, troubles


class FollowedKind(StrEnum):
    """What the address of a source holds."""

    UNKNOWN = "unknown"
    """It has not been asked for yet."""
    LISTING = "listing"
    """A feed, or a sitemap of news."""
    PAGE = "page"
    """One page, followed for as long as its silent edits are watched for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """A source as somebody names it; `outlet` is its canonical id where the outlets data know it."""

    url: str
    outlet: str | None = None
    title: str | None = None
    home: str | None = None
    folders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A source that is followed.

    It is visited again at `due`, never where that is `None`: then it is one page, or it is paused
    and `reason` says why. `every` is the learned time between two visits and `rate` the new entries a
    day that it was learned from. `asked` is the last visit, `seen` the last that worked,
    `changed` the last that brought something new; `articles` counts what it brought into the
    library. `failures` counts those since `seen`. `parts` are the validators of the sitemaps that
    an index names.
    """

    id: int
    what: Followed
    kind: FollowedKind
    followed: datetime
    due: datetime | None
    every: timedelta
    rate: float | None = None
    asked: datetime | None = None
    seen: datetime | None = None
    changed: datetime | None = None
    articles: int = 0
    failures: int = 0
    failing_since: datetime | None = None
    reason: str | None = None
    detail: str | None = None
    hints: FeedHints = field(default_factory=FeedHints)
    validators: Validators | None = None
    parts: tuple[Validators, ...] = ()

    @property
    def paused(self) -> bool:
        """Whether it is asked for no more though it should be; one page has been asked for."""
        return self.due is None and self.kind is not FollowedKind.PAGE


_FOLDERS = "\n"


def follow(
    connection: Connection,
    named: Iterable[Followed],
    *,
    now: datetime,
    kind: FollowedKind = FollowedKind.UNKNOWN,
) -> int:
    """Begin to follow those sources that are not followed yet, each at once; return how many."""
    rows = [
        {
            "url": one.url,
            "kind": kind,
            "followed": seconds(now),
            "due": seconds(now),
            "every": 0,
            "articles": 0,
            "failures": 0,
            **_named(one),
        }
        for one in {one.url: one for one in named}.values()
    ]
    known = _known(connection, [row["url"] for row in rows])
    rows = [row for row in rows if row["url"] not in known]
    if rows:
        connection.execute(insert(sources), rows)
    return len(rows)


def unfollow(connection: Connection, numbers: Sequence[int]) -> None:
    """Forget sources and their troubles, and ask for their pages no more; what they brought stays."""
    connection.execute(update(addresses).where(addresses.c.source.in_(numbers)).values(due=None))
    connection.execute(delete(troubles).where(troubles.c.source.in_(numbers)))
    connection.execute(delete(sources).where(sources.c.id.in_(numbers)))


def followed_sources(connection: Connection) -> tuple[Source, ...]:
    """Return every source, in the order they were followed."""
    return tuple(map(_source, connection.execute(select(sources).order_by(sources.c.id))))


def due_sources(connection: Connection, *, now: datetime) -> tuple[Source, ...]:
    """Return the sources to be visited by now, those due for longest first."""
    rows = connection.execute(
        select(sources).where(sources.c.due <= seconds(now)).order_by(sources.c.due, sources.c.id)
    )
    return tuple(map(_source, rows))


def recall_sources(connection: Connection, *, later: datetime, now: datetime) -> None:
    """Let sources be due now that are due later than anything is put off."""
    connection.execute(update(sources).where(sources.c.due > seconds(later)).values(due=seconds(now)))


def defer_sources(connection: Connection, site: str, *, until: datetime) -> None:
    """Visit no source of a site (scheme, host and port) before a time; those paused stay so."""
    connection.execute(
        update(sources)
        .where(sources.c.due < seconds(until), of_site(sources.c.url, site))
        .values(due=seconds(until))
    )


def of_site(url: Column[str], site: str) -> ColumnElement[bool]:
    """Return the condition that a canonical address is of a site."""
    # The strokes alone stand between "/" and "0": a path follows in every canonical address.
    return and_(url >= f"{site}/", url < f"{site}0")


def next_source_due(connection: Connection) -> datetime | None:
    """Return when the next source is due, `None` where none is."""
    moment = connection.execute(select(func.min(sources.c.due))).scalar()
    return None if moment is None else time_of(moment)


def save_source(connection: Connection, source: Source, *, visited: str | None = None) -> int | None:
    """Write a source as it is now, and return its number, `None` where it is no longer followed.

    `visited` is the address that it had until now, where that is another. One that has moved
    onto another's address is that other one from now on.
    """
    # A number alone may be another source's by now.
    if _known(connection, [visited or source.what.url]).get(visited or source.what.url) != source.id:
        return None
    standing = _known(connection, [source.what.url]).get(source.what.url, source.id)
    if standing != source.id:
        connection.execute(update(addresses).where(addresses.c.source == source.id).values(source=standing))
        unfollow(connection, [source.id])
    else:
        # Articles are counted where they are written, at the same time as this.
        connection.execute(update(sources).where(sources.c.id == source.id).values(_columns(source)))
    return standing


def count_articles(connection: Connection, source: int, number: int) -> None:
    """Count articles that a source has brought."""
    connection.execute(
        update(sources).where(sources.c.id == source).values(articles=sources.c.articles + number)
    )


def _known(connection: Connection, urls: Sequence[str]) -> dict[str, int]:
    rows = connection.execute(select(sources.c.url, sources.c.id).where(sources.c.url.in_(urls)))
    return {row.url: row.id for row in rows}


def _named(what: Followed) -> dict[str, Any]:
    return {
        "outlet": what.outlet,
        "title": storable_or_none(what.title),
        "home": what.home,
        "folders": storable_or_none(_FOLDERS.join(what.folders)),
    }


def _columns(source: Source) -> dict[str, Any]:
    return {
        "url": source.what.url,
        "kind": source.kind,
        "due": _moment(source.due),
        "every": int(source.every.total_seconds()),
        "rate": source.rate,
        "asked": _moment(source.asked),
        "seen": _moment(source.seen),
        "changed": _moment(source.changed),
        "failures": source.failures,
        "failing_since": _moment(source.failing_since),
        "reason": source.reason,
        "detail": storable_or_none(source.detail),
        "hints": packed(source.hints),
        "parts": packed(source.parts) if source.parts else None,
        **validator_columns(source.validators),
        **_named(source.what),
    }


def validator_columns(validators: Validators | None) -> dict[str, str | None]:
    """Return what an address is asked with next time, as columns."""
    return {
        "validated": validators.url if validators else None,
        "etag": validators.etag if validators else None,
        "last_modified": validators.last_modified if validators else None,
    }


def validators_of(row: AnyRow) -> Validators | None:
    """Return what an address is asked with next time, from its columns."""
    if row.validated is None:
        return None
    return Validators(url=row.validated, etag=row.etag, last_modified=row.last_modified)


def _source(row: AnyRow) -> Source:
    return Source(
        id=row.id,
        what=Followed(
            url=row.url,
            outlet=row.outlet,
            title=row.title,
            home=row.home,
            folders=tuple(filter(None, row.folders.split(_FOLDERS))),
        ),
        kind=FollowedKind(row.kind),
        followed=time_of(row.followed),
        due=_time(row.due),
        every=timedelta(seconds=row.every),
        rate=row.rate,
        asked=_time(row.asked),
        seen=_time(row.seen),
        changed=_time(row.changed),
        articles=row.articles,
        failures=row.failures,
        failing_since=_time(row.failing_since),
        reason=row.reason,
        detail=row.detail,
        hints=FeedHints() if row.hints is None else unpacked_hints(row.hints),
        validators=validators_of(row),
        parts=() if row.parts is None else unpacked_validators(row.parts),
    )


def _moment(time: datetime | None) -> int | None:
    return None if time is None else seconds(time)


def _time(moment: int | None) -> datetime | None:
    return None if moment is None else time_of(moment)
