"""Pages that wait to be read, taken up within bounds."""

from datetime import UTC, datetime, timedelta

import pytest

from tawatur.records.page import Page, PageForm
from tawatur.store.fetched import held_pages, hold_page, let_go
from tawatur.store.store import Store

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
SIZES = (10, 50, 40, 5)


@pytest.mark.parametrize(
    ("limit", "most_bytes", "taken"),
    [(9, 999, [1, 2, 3, 4]), (2, 999, [1, 2]), (9, 60, [1, 2]), (9, 59, [1]), (9, 1, [1])],
)
def test_pages_are_taken_up_within_a_number_and_a_size(
    store: Store, limit: int, most_bytes: int, taken: list[int]
) -> None:
    with store.writing() as connection:
        for number, size in enumerate(SIZES, 1):
            fetched = NOON + timedelta(seconds=number)
            page = Page(
                id=f"http://river.example/{number}", form=PageForm.HTML, content=b"x" * size, fetched=fetched
            )
            hold_page(connection, number, page)
        met = held_pages(connection, limit=limit, most_bytes=most_bytes)
        assert [one.id for one in met] == taken
        let_go(connection, met)
        left = held_pages(connection, limit=9)
    assert [one.id for one in left] == [number for number in (1, 2, 3, 4) if number not in taken]
