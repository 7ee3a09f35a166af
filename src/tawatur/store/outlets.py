"""Outlets in figures: what they published, whose texts they copied, whom they relayed."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from tawatur.outlets.directory import Directory
from tawatur.store.moments import time_of
from tawatur.store.schema import articles, families, relays
from tawatur.store.sums import summed


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletHead:
    """An outlet in a list, by its canonical id, or its host or name where the data do not know it."""

    outlet: str
    articles: int
    first: datetime
    last: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """How often a name occurs; `key` is its canonical id where it has one."""

    key: str
    name: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletView:
    """An outlet's figures.

    `copied` of its articles carry a text whose root is another, one of `roots`;
    `relays` are others through whom its attributions came, `relayed_by` the outlets that relay it.
    """

    head: OutletHead
    copied: int
    roots: tuple[Named, ...]
    relays: tuple[Named, ...]
    relayed_by: tuple[Named, ...]


def outlets_by_size(connection: Connection) -> tuple[OutletHead, ...]:
    """Return every outlet of the library, those with most articles first."""
    return summed(connection, "outlets", lambda: _by_size(connection))


def _by_size(connection: Connection) -> tuple[OutletHead, ...]:
    rows = connection.execute(
        select(
            articles.c.outlet,
            func.count().label("articles"),
            func.min(articles.c.moment).label("first"),
            func.max(articles.c.moment).label("last"),
        )
        .where(articles.c.outlet.is_not(None))
        .group_by(articles.c.outlet)
        .order_by(func.count().desc(), articles.c.outlet)
    )
    return tuple(
        OutletHead(outlet=row.outlet, articles=row.articles, first=time_of(row.first), last=time_of(row.last))
        for row in rows
    )


def outlet_view(
    connection: Connection, outlet: str, *, outlets: Directory, most: int = 20
) -> OutletView | None:
    """Return the figures of one outlet, `most` names in each list; `None` where it published nothing here."""
    name = ("outlet", outlet, outlets, most)
    return summed(connection, name, lambda: _view(connection, outlet, outlets, most))


def _view(connection: Connection, outlet: str, outlets: Directory, most: int) -> OutletView | None:
    row = connection.execute(
        select(func.count(), func.min(articles.c.moment), func.max(articles.c.moment)).where(
            articles.c.outlet == outlet
        )
    ).one()
    if not row[0]:
        return None
    roots = _roots(connection, outlet, outlets)
    return OutletView(
        head=OutletHead(outlet=outlet, articles=row[0], first=time_of(row[1]), last=time_of(row[2])),
        copied=sum(root.count for root in roots),
        roots=roots[:most],
        relays=_relays(connection, outlet, most),
        relayed_by=_relayed_by(connection, outlet, most),
    )


def _roots(connection: Connection, outlet: str, outlets: Directory) -> tuple[Named, ...]:
    """Return whose texts an outlet carries, the most often first: others, by whichever of their names."""
    rows = connection.execute(
        select(families.c.root, func.count())
        .join(articles, articles.c.family == families.c.id)
        .where(articles.c.outlet == outlet, families.c.root.is_not(None))
        .group_by(families.c.root)
        .order_by(func.count().desc(), families.c.root)
    )
    names: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for root, count in rows:
        known = outlets.by_id(root) or outlets.by_name(root)
        key = known.id if known else root
        if key != outlet:
            names.setdefault(key, root)
            counts[key] += count
    return tuple(Named(key=key, name=names[key], count=count) for key, count in counts.most_common())


def _relays(connection: Connection, outlet: str, most: int) -> tuple[Named, ...]:
    rows = connection.execute(
        select(relays.c.key, func.min(relays.c.name), func.count())
        .join(articles, articles.c.id == relays.c.article)
        .where(articles.c.outlet == outlet, relays.c.key != outlet)
        .group_by(relays.c.key)
        .order_by(func.count().desc(), relays.c.key)
        .limit(most)
    )
    return tuple(Named(key=key, name=name, count=count) for key, name, count in rows)


def _relayed_by(connection: Connection, outlet: str, most: int) -> tuple[Named, ...]:
    rows = connection.execute(
        select(articles.c.outlet, func.count())
        .join(relays, relays.c.article == articles.c.id)
        .where(relays.c.key == outlet, articles.c.outlet.is_not(None), articles.c.outlet != outlet)
        .group_by(articles.c.outlet)
        .order_by(func.count().desc(), articles.c.outlet)
        .limit(most)
    )
    return tuple(Named(key=name, name=name, count=count) for name, count in rows)
