"""Addresses of pages that sources have named: which were asked for, which are to be asked for and when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import Connection, and_, bindparam, func, not_, select, update
from sqlalchemy.dialects.sqlite import insert

from tawatur.collect.canonical import article_key
from tawatur.collect.fetching.answers import Validators
from tawatur.records.refusal import RefusalReason
from tawatur.store.moments import seconds, time_of
from tawatur.store.packing import storable_or_none
from tawatur.store.rows import AnyRow
from tawatur.store.schema import addresses, sources
from tawatur.store.sources import FollowedKind, of_site, validator_columns, validators_of

WITHDRAWN = (RefusalReason.NOT_FOUND, RefusalReason.GONE)
"""With these a site answers for a page that it has taken back."""
_AT_ONCE = 500


class AddressState(StrEnum):
    """What has become of an address."""

    WAITING = "waiting"
    FETCHED = "fetched"
    PASSED_OVER = "passed-over"
    """It stood too far down when its source was first met."""
    REFUSED = "refused"
    """It gave no page, for a reason that will not pass or has not passed in time."""
    LED_HERE = "led-here"
    """Another address led to it, which was fetched instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAddress:
    """An address as a source names it; `key` is what all addresses of its page have in common.

    `reason` is why it is refused, where it is that from the beginning.
    """

    key: str
    url: str
    host: str
    state: AddressState
    title: str | None
    published: datetime | None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """An address that a source has named. It is asked for at `due`, never again where that is `None`.

    `fetched` is when it last gave its page, or was found withdrawn.
    """

    id: int
    key: str
    url: str
    host: str
    source: int | None
    outlet: str | None
    alone: bool
    """Somebody named this one page, and no list."""
    state: AddressState
    first_seen: datetime
    due: datetime | None
    fetches: int = 0
    failures: int = 0
    title: str | None = None
    published: datetime | None = None
    fetched: datetime | None = None
    reason: str | None = None
    validators: Validators | None = None


# Its source was given up before it was asked for.
_LEFT = and_(addresses.c.state == AddressState.WAITING, addresses.c.due.is_(None))
_WITHDRAWN = select(addresses.c.fetched).where(
    addresses.c.key == bindparam("key"),
    addresses.c.state == AddressState.FETCHED,
    addresses.c.reason.in_(WITHDRAWN),
)


def known_keys(connection: Connection, keys: Sequence[str]) -> frozenset[str]:
    """Return which of the keys are those of addresses met before.

    One that was never asked for, since its source is no longer followed, counts as new.
    """
    found: set[str] = set()
    for start in range(0, len(keys), _AT_ONCE):
        part = keys[start : start + _AT_ONCE]
        met = select(addresses.c.key).where(addresses.c.key.in_(part), not_(_LEFT))
        found |= set(connection.execute(met).scalars())
    return frozenset(found)


def count_waiting(connection: Connection, source: int) -> int:
    """Count the addresses of a source that have not been asked for yet."""
    return connection.execute(
        select(func.count()).where(addresses.c.source == source, addresses.c.state == AddressState.WAITING)
    ).scalar_one()


def add_addresses(
    connection: Connection, named: Sequence[NewAddress], *, source: int | None, now: datetime
) -> None:
    """Write down addresses not met before, or met and never asked for; those that wait are due at once."""
    if not named:
        return
    rows = [
        {
            "key": one.key,
            "url": one.url,
            "host": one.host,
            "source": source,
            "state": one.state,
            "title": storable_or_none(one.title),
            "published": _moment(one.published),
            "first_seen": seconds(now),
            "due": seconds(now) if one.state is AddressState.WAITING else None,
            "fetches": 0,
            "failures": 0,
            "reason": one.reason,
        }
        for one in named
    ]
    statement = insert(addresses)
    again = {name: statement.excluded[name] for name in ("source", "state", "due")}
    connection.execute(statement.on_conflict_do_update(index_elements=["key"], set_=again, where=_LEFT), rows)


def due_hosts(connection: Connection, *, now: datetime) -> tuple[tuple[str, int | None], ...]:
    """Return the hosts of which something is to be asked by now, each with every source that named it."""
    rows = connection.execute(
        select(addresses.c.host, addresses.c.source).distinct().where(addresses.c.due <= seconds(now))
    )
    return tuple((row[0], row[1]) for row in rows)


def recall_addresses(connection: Connection, *, later: datetime, now: datetime) -> None:
    """Let addresses be due now that are due later than anything is put off."""
    connection.execute(update(addresses).where(addresses.c.due > seconds(later)).values(due=seconds(now)))


def next_of_host(connection: Connection, host: str, *, now: datetime) -> Address | None:
    """Return what is to be asked of a host first: pages not yet fetched, of those the newest."""
    row = connection.execute(
        _selected.where(addresses.c.host == host, addresses.c.due <= seconds(now))
        .order_by(addresses.c.fetches > 0, addresses.c.published.desc().nulls_last(), addresses.c.id)
        .limit(1)
    ).one_or_none()
    return None if row is None else _address(row)


def address_of_key(connection: Connection, key: str) -> Address | None:
    """Return an address by its key, `None` where it was never met."""
    row = connection.execute(_selected.where(addresses.c.key == key)).one_or_none()
    return None if row is None else _address(row)


def source_of(connection: Connection, address: Address) -> int | None:
    """Return the source of an address as it is now, `None` where it has been given up meanwhile."""
    return connection.execute(select(addresses.c.source).where(addresses.c.id == address.id)).scalar()


def next_address_due(connection: Connection) -> datetime | None:
    """Return when the next address is due, `None` where none is."""
    moment = connection.execute(select(func.min(addresses.c.due))).scalar()
    return None if moment is None else time_of(moment)


def withdrawn_at(connection: Connection, url: str) -> datetime | None:
    """Return when the page of an address, once there, was found withdrawn, `None` where it is not."""
    row = connection.execute(_WITHDRAWN, {"key": article_key(url)}).one_or_none()
    return None if row is None else _time(row.fetched)


def save_address(connection: Connection, address: Address) -> None:
    """Write an address as it is now."""
    connection.execute(update(addresses).where(addresses.c.id == address.id).values(_columns(address)))


def defer_addresses(connection: Connection, site: str, *, until: datetime) -> None:
    """Ask for no page of a site (scheme, host and port) before a time."""
    host = urlsplit(site).hostname or ""
    connection.execute(
        update(addresses)
        .where(addresses.c.host == host, addresses.c.due < seconds(until), of_site(addresses.c.url, site))
        .values(due=seconds(until))
    )


def count_addresses(connection: Connection) -> dict[AddressState, int]:
    """Count the addresses by what has become of them."""
    rows = connection.execute(select(addresses.c.state, func.count()).group_by(addresses.c.state))
    return {AddressState(row[0]): row[1] for row in rows}


_selected = select(addresses, sources.c.outlet, sources.c.kind).join(
    sources, sources.c.id == addresses.c.source, isouter=True
)


def _columns(address: Address) -> dict[str, Any]:
    return {
        "state": address.state,
        "due": _moment(address.due),
        "fetches": address.fetches,
        "failures": address.failures,
        "fetched": _moment(address.fetched),
        "reason": address.reason,
        **validator_columns(address.validators),
    }


def _address(row: AnyRow) -> Address:
    return Address(
        id=row.id,
        key=row.key,
        url=row.url,
        host=row.host,
        source=row.source,
        outlet=row.outlet,
        alone=row.kind == FollowedKind.PAGE,
        state=AddressState(row.state),
        first_seen=time_of(row.first_seen),
        due=_time(row.due),
        fetches=row.fetches,
        failures=row.failures,
        title=row.title,
        published=_time(row.published),
        fetched=_time(row.fetched),
        reason=row.reason,
        validators=validators_of(row),
    )


def _moment(time: datetime | None) -> int | None:
    return None if time is None else seconds(time)


def _time(moment: int | None) -> datetime | None:
    return None if moment is None else time_of(moment)
