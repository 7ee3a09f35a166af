"""Pages fetched and not yet read: on disk at once, so that no death of a process costs a second fetch."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, select
from sqlalchemy.dialects.sqlite import insert

from tawatur.records.page import Page, PageForm
from tawatur.store.moments import seconds, time_of
from tawatur.store.packing import storable_or_none
from tawatur.store.schema import addresses, fetched_pages

MOST_BYTES_AT_ONCE = 64 * 1024 * 1024
"""Of pages taken up together: two of the largest, or some thousand of the usual."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchedPage:
    """A page that waits to be read; `id` is the number of its address, `source` of who named that."""

    id: int
    source: int | None
    page: Page


def hold_page(connection: Connection, address: int, page: Page) -> None:
    """Hold a page until it is read, in place of an earlier state of it."""
    assert page.fetched is not None, "a page that was fetched has its time"
    row = {
        "id": address,
        "name": page.id,
        "fetched": seconds(page.fetched),
        "form": page.form,
        "encoding": storable_or_none(page.encoding),
        "url": page.url,
        "outlet": page.outlet,
        "title": storable_or_none(page.title),
        "date": page.date,
        "content": page.content,
    }
    statement = insert(fetched_pages).values(row)
    connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=row))


def held_pages(
    connection: Connection, *, limit: int, most_bytes: int = MOST_BYTES_AT_ONCE
) -> tuple[FetchedPage, ...]:
    """Return pages that wait, those fetched first in front: one at least, more within bounds."""
    numbers = _first_held(connection, limit=limit, most_bytes=most_bytes)
    rows = connection.execute(
        select(fetched_pages, addresses.c.source)
        .join(addresses, addresses.c.id == fetched_pages.c.id, isouter=True)
        .where(fetched_pages.c.id.in_(numbers))
        .order_by(fetched_pages.c.fetched, fetched_pages.c.id)
    )
    return tuple(
        FetchedPage(
            id=row.id,
            source=row.source,
            page=Page(
                id=row.name,
                form=PageForm(row.form),
                content=row.content,
                encoding=row.encoding,
                url=row.url,
                outlet=row.outlet,
                title=row.title,
                date=row.date,
                fetched=time_of(row.fetched),
            ),
        )
        for row in rows
    )


def _first_held(connection: Connection, *, limit: int, most_bytes: int) -> list[int]:
    # The length of a content is told without reading it.
    rows = connection.execute(
        select(fetched_pages.c.id, func.length(fetched_pages.c.content).label("bytes"))
        .order_by(fetched_pages.c.fetched, fetched_pages.c.id)
        .limit(limit)
    )
    numbers: list[int] = []
    held = 0
    for row in rows:
        held += row.bytes
        if numbers and held > most_bytes:
            break
        numbers.append(row.id)
    return numbers


def count_held(connection: Connection) -> int:
    """Count the pages that wait to be read."""
    return connection.execute(select(func.count()).select_from(fetched_pages)).scalar_one()


def let_go(connection: Connection, read: Sequence[FetchedPage]) -> None:
    """Forget pages that have been read, as far as no later state of them came meanwhile."""
    for one in read:
        assert one.page.fetched is not None, "a page that was fetched has its time"
        connection.execute(
            delete(fetched_pages).where(
                fetched_pages.c.id == one.id, fetched_pages.c.fetched == seconds(one.page.fetched)
            )
        )
