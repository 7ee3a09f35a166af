"""Which entries are fetched."""

from datetime import UTC, datetime, timedelta
from random import Random

from tawatur.library.following.selection import (
    MOST_AT_FIRST,
    MOST_AT_ONCE,
    MOST_WAITING,
    named,
    taken_at_first,
    taken_later,
    unfit,
)
from tawatur.records.feed import FeedItem
from tawatur.store.fetches import AddressState

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def item(
    number: int, *, url: str | None = None, dated: bool = True, unfit_link: str | None = None
) -> FeedItem:
    return FeedItem(
        id=str(number),
        url=None if unfit_link else url or f"http://river.example/{number}",
        title=None,
        published=NOON - timedelta(hours=number) if dated else None,
        updated=None,
        author=None,
        summary=None,
        content=None,
        categories=(),
        unfit_link=unfit_link,
    )


def test_of_a_new_source_the_newest_are_fetched_and_the_rest_is_remembered() -> None:
    items = [item(number) for number in range(500)]
    Random(3).shuffle(items)
    taken = taken_at_first(named(items))
    waiting = [one.url for one in taken if one.state is AddressState.WAITING]
    assert waiting == [f"http://river.example/{number}" for number in range(MOST_AT_FIRST)]
    assert {one.state for one in taken[MOST_AT_FIRST:]} == {AddressState.PASSED_OVER}
    assert len(taken) == 500


def test_entries_of_one_page_are_one_and_entries_without_a_page_are_none() -> None:
    again = item(2, url="https://www.river.example/1?utm_source=feed")
    assert [one.key for one in named([item(1), again, item(3, unfit_link="mailto:a@b")])] == [
        "river.example/1"
    ]


def test_a_link_that_nobody_can_ask_for_is_refused_and_kept_without_what_is_secret() -> None:
    links = [
        "https://reader:secret@river.example/1?key=secret",
        "https://reader:other@river.example/1?key=secret",
        "javascript:secret()",
        "mailto:secret@river.example",
        "ftp://river.example/1",
        "http://reader:secret@[/1",
    ]
    refused = unfit(item(number, unfit_link=link) for number, link in enumerate((*links, links[0])))
    assert len({one.key for one in refused}) == len(refused) == len(links)
    assert {(one.state, one.reason) for one in refused} == {(AddressState.REFUSED, "bad-address")}
    assert [one.url for one in refused] == [
        "https://river.example/1?…",
        "https://river.example/1?…",
        "javascript:…",
        "an address that is none",
        "ftp://river.example/1",
        "an address that is none",
    ]


def test_undated_entries_stand_behind_in_their_order() -> None:
    listed = named([item(7, dated=False), item(6, dated=False), item(5)])
    assert [one.url[-1] for one in listed] == ["5", "7", "6"]


def test_no_source_can_flood_the_rest() -> None:
    new = named([item(number) for number in range(MOST_AT_ONCE + 100)])
    assert len(taken_later(new, waiting=0)) == MOST_AT_ONCE
    assert taken_later(new, waiting=MOST_WAITING) == ()
