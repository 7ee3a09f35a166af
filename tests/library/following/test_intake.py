"""The process that reads what was fetched: brought down by a page, replaced in time, ended with the run."""

import asyncio
import multiprocessing
import os
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from sqlalchemy import select
from tests.library.following import deadly
from tests.library.following.conftest import Following
from tests.web_of_sites.answers import html, xml
from tests.web_of_sites.feeds import rss
from tests.web_of_sites.site import Site
from tests.web_of_sites.texts import page, pieces

from tawatur.errors import StoreError
from tawatur.library.following import intake, ledger
from tawatur.library.following.intake import ReadingProcess
from tawatur.store.fetched import count_held
from tawatur.store.schema import articles, pages
from tawatur.store.troubles import Step, troubles_since

Made = Callable[..., Following]
HOSTS = ("river.example", "delta.example")
PAGES = 5


def feed(host: str) -> Site:
    told = pieces(PAGES)
    given = {one.path: html(page(one).encode()) for one in told}
    return Site(host=host, purpose="to be read", pages=given | {"/feed": xml(rss(host, told))})


@pytest.fixture
def run(following: Made) -> Iterator[Following]:
    made = following(*map(feed, HOSTS))
    made.intake = ReadingProcess(made.store.file, workers=1)
    yield made
    made.intake.close()


def readers() -> set[int | None]:
    return {process.pid for process in multiprocessing.active_children()}


def held(run: Following) -> int:
    with run.store.reading() as connection:
        return count_held(connection)


@pytest.mark.skipif(os.name != "posix", reason="processes are killed another way")
def test_a_page_that_kills_the_reading_process_is_let_go_and_the_rest_is_read(
    run: Following, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "_take_in_file", deadly.take_in_file)
    run.follow(*(f"http://{host}/feed" for host in HOSTS))
    run.collect()
    day = run.clock.now().date() - timedelta(days=999)
    with run.store.reading() as connection:
        read = set(connection.execute(select(pages.c.url)).scalars())
        met = [(one.step, one.reason, one.count) for one in troubles_since(connection, day)]
    everything = {f"http://{host}/khabar/{number}" for host in HOSTS for number in range(1, PAGES + 1)}
    assert everything - read == {f"http://{host}{deadly.DEADLY}" for host in HOSTS}
    assert [(step, reason) for step, reason, _ in met] == [(Step.READ, "failed")] * len(HOSTS)
    assert held(run) == 0
    assert run.web.asked_twice() == []


def test_a_new_process_goes_on_where_one_has_read_enough(
    run: Following, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[set[int | None]] = []
    take_in = run.intake.take_in

    async def looked_at() -> object:
        taken = await take_in()
        seen.append(readers())
        return taken

    monkeypatch.setattr(run.intake, "take_in", looked_at)
    run.follow(f"http://{HOSTS[0]}/feed")
    run.collect()
    assert all(seen)
    monkeypatch.setattr(intake, "MOST_READ", 1)
    seen.clear()
    run.follow(f"http://{HOSTS[1]}/feed")
    run.clock.passed += 1
    run.collect()
    assert not any(seen)
    with run.store.reading() as connection:
        assert len(connection.execute(select(articles.c.id)).all()) == 2 * PAGES


def test_nothing_waits_and_nothing_is_read(run: Following) -> None:
    assert asyncio.run(run.intake.take_in()).total() == 0
    run.intake.close()
    assert readers() == set()


def test_where_no_process_starts_no_page_is_lost(run: Following, monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(run.intake, ReadingProcess)
    run.follow(f"http://{HOSTS[0]}/feed")
    monkeypatch.setattr(intake, "_begin", deadly.begin)
    # Ten minutes of waiting pass as they do on the clock of the test.
    monkeypatch.setattr(ledger, "_PAUSE_SECONDS", 0.0)
    monkeypatch.setattr(ledger, "_TRIES", 3)
    with pytest.raises(StoreError, match="no process"):
        run.collect()
    assert held(run) == PAGES
    monkeypatch.undo()
    run.collect()
    assert held(run) == 0
