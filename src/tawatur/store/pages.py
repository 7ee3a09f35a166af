"""Pages as they came, and how one is known again."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from sqlalchemy import Connection, func, or_, select, update

from tawatur.records.page import Page, PageForm
from tawatur.records.refusal import Refusal, RefusalReason
from tawatur.store.entry import Entry, address_of
from tawatur.store.inserting import insert_rows
from tawatur.store.moments import seconds, time_of
from tawatur.store.numbering import free_names, new_ids
from tawatur.store.packing import decompressed, storable, storable_or_none
from tawatur.store.rows import AnyRow
from tawatur.store.schema import pages

_DIGEST_BYTES = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPage:
    """What tells a page again: its number and name here, its address, the digest of its content."""

    id: int
    name: str
    address: str | None
    digest: bytes | None
    refused: bool


_KNOWN = (pages.c.id, pages.c.name, pages.c.address, pages.c.digest, pages.c.reason)


def digest_of(page: Page) -> bytes:
    """Return the digest of all that a reader makes its articles from."""
    digest = blake2b(page.content, digest_size=_DIGEST_BYTES)
    for said in (page.form, page.url, page.outlet, page.title, page.byline, page.date):
        digest.update(b"\0" + (said or "").encode("utf-8", "replace"))
    return digest.digest()


def held_already(connection: Connection, given: Sequence[Page]) -> tuple[StoredPage | None, ...]:
    """Return of every page how the library holds it as it came: by its address or id, with the same digest.

    A page on which the reader itself failed counts as new, to be tried again.
    """
    digests = [digest_of(page) for page in given]
    rows = connection.execute(select(*_KNOWN).where(pages.c.digest.in_(set(digests))))
    held: dict[bytes, list[StoredPage]] = {}
    for row in rows:
        if row.reason != RefusalReason.FAILED:
            held.setdefault(row.digest, []).append(_known(row))
    return tuple(
        next((one for one in held.get(digest, ()) if _is_named(page, one)), None)
        for page, digest in zip(given, digests, strict=True)
    )


def find_pages(connection: Connection, entries: Sequence[Entry]) -> dict[str, StoredPage]:
    """Return the stored pages of `entries`, by the entry's name.

    A page is known by its address, and by its id where one of the two has no address.
    """
    names = {entry.name for entry in entries}
    addresses = {entry.address for entry in entries if entry.address}
    rows = connection.execute(
        select(*_KNOWN).where(or_(pages.c.name.in_(names), pages.c.address.in_(addresses)))
    )
    by_name: dict[str, StoredPage] = {}
    by_address: dict[str, StoredPage] = {}
    for one in map(_known, rows):
        by_name[one.name] = one
        if one.address:
            by_address[one.address] = one
    found: dict[str, StoredPage] = {}
    for entry in entries:
        same = by_address.get(entry.address or "")
        namesake = by_name.get(entry.name)
        if same is None and namesake and None in (namesake.address, entry.address):
            same = namesake
        if same is not None:
            found[entry.name] = same
    return found


def find_page(connection: Connection, number: int) -> StoredPage:
    """Return what tells a stored page again."""
    return _known(connection.execute(select(*_KNOWN).where(pages.c.id == number)).one())


def insert_pages(connection: Connection, entries: Sequence[Entry], now: int) -> tuple[StoredPage, ...]:
    """Write pages that the library does not hold; a name that another page bears becomes `NAME~2`."""
    if not entries:
        return ()
    names = free_names(connection, pages.c.name, (entry.name for entry in entries))
    rows: list[dict[str, Any]] = [
        {"id": number, "name": name, "added": now} | _columns(entry, now)
        for number, name, entry in zip(new_ids(connection, pages), names, entries, strict=False)
    ]
    insert_rows(connection, pages, rows)
    return tuple(
        StoredPage(
            id=row["id"],
            name=row["name"],
            address=row["address"],
            digest=row["digest"],
            refused=row["reason"] is not None,
        )
        for row in rows
    )


def replace_page(connection: Connection, stored: StoredPage, entry: Entry, now: int) -> None:
    """Write a page anew over what the library holds of it."""
    connection.execute(update(pages).where(pages.c.id == stored.id).values(_columns(entry, now)))


def mark_reading(connection: Connection, stored: StoredPage, refusal: Refusal | None) -> None:
    """Write down whether a new reading took the page, which itself stays as it is."""
    connection.execute(
        update(pages)
        .where(pages.c.id == stored.id)
        .values(
            reason=refusal.reason if refusal else None, detail=storable(refusal.detail) if refusal else None
        )
    )


def page_as_it_came(connection: Connection, number: int) -> Page | None:
    """Return a stored page, `None` where only its refusal is kept."""
    row = connection.execute(select(pages).where(pages.c.id == number)).one()
    return _page(row)


def stored_pages(
    connection: Connection, *, after: int = 0, limit: int
) -> tuple[tuple[StoredPage, Page], ...]:
    """Return the pages whose content is kept, in the order of their numbers, from behind `after` on."""
    rows = connection.execute(
        select(pages)
        .where(pages.c.id > after, pages.c.content.is_not(None))
        .order_by(pages.c.id)
        .limit(limit)
    )
    return tuple((_known(row), page) for row in rows if (page := _page(row)) is not None)


def count_pages(connection: Connection) -> dict[str | None, int]:
    """Count the pages by the reason why they were refused; `None` stands for those that were read."""
    rows = connection.execute(select(pages.c.reason, func.count()).group_by(pages.c.reason))
    return {row[0]: row[1] for row in rows}


def refusals(connection: Connection, *, limit: int) -> tuple[Refusal, ...]:
    """Return the last refusals, the newest first."""
    rows = connection.execute(
        select(pages.c.name, pages.c.reason, pages.c.detail)
        .where(pages.c.reason.is_not(None))
        .order_by(pages.c.id.desc())
        .limit(limit)
    )
    return tuple(
        Refusal(id=row.name, reason=RefusalReason(row.reason), detail=row.detail or "") for row in rows
    )


def _columns(entry: Entry, now: int) -> dict[str, Any]:
    page, refusal = entry.page, entry.reading.refusal
    return {
        "address": entry.address,
        "digest": digest_of(page) if page else None,
        "seen": now,
        "reason": refusal.reason if refusal else None,
        "detail": storable(refusal.detail) if refusal else None,
        "form": page.form if page else None,
        "encoding": storable_or_none(page.encoding) if page else None,
        "url": storable_or_none(page.url) if page else None,
        "outlet": storable_or_none(page.outlet) if page else None,
        "title": storable_or_none(page.title) if page else None,
        "byline": storable_or_none(page.byline) if page else None,
        "date": storable_or_none(page.date) if page else None,
        "fetched": seconds(page.fetched) if page and page.fetched else None,
        "content": entry.reading.content if page else None,
    }


def _page(row: AnyRow) -> Page | None:
    if row.content is None:
        return None
    return Page(
        id=row.name,
        form=PageForm(row.form),
        content=decompressed(row.content),
        encoding=row.encoding,
        url=row.url,
        outlet=row.outlet,
        title=row.title,
        byline=row.byline,
        date=row.date,
        fetched=time_of(row.fetched) if row.fetched is not None else None,
    )


def _known(row: AnyRow) -> StoredPage:
    return StoredPage(
        id=row.id, name=row.name, address=row.address, digest=row.digest, refused=row.reason is not None
    )


def _is_named(page: Page, stored: StoredPage) -> bool:
    name = storable(page.id)
    if page.url and stored.address:
        return address_of(page.url) == stored.address
    return stored.name == name or stored.name.startswith(f"{name}~")
