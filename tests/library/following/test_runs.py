"""A run of the collector: what ends it, what does not, and what it leaves behind."""

import asyncio
import errno
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from prometheus_client import generate_latest
from tests.library.following.conftest import Following
from tests.web_of_sites.answers import Answer, Asked, status, xml
from tests.web_of_sites.feed_sites import feed_of
from tests.web_of_sites.feeds import rss
from tests.web_of_sites.site import Site, robots
from tests.web_of_sites.texts import piece, pieces

from tawatur.collect.fetching.fetcher import Fetcher
from tawatur.collect.inputs import pages as pages_of
from tawatur.collect.warc_writing import Answer as Archived
from tawatur.collect.warc_writing import WarcFile
from tawatur.errors import StoreError
from tawatur.library.following.collector import MOST_HOSTS_OF_A_SOURCE, Collector
from tawatur.records.page import Page
from tawatur.store.pages import count_pages
from tawatur.store.schema import articles

Made = Callable[..., Following]


def test_a_bug_met_in_one_feed_ends_neither_the_run_nor_the_feed(
    following: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = following(feed_of("river.example"), feed_of("delta.example"))
    run.follow("http://river.example/feed", "http://delta.example/feed")
    asked = 0

    async def breaks(*_: object, **__: object) -> None:
        nonlocal asked
        asked += 1
        if asked == 1:
            raise RuntimeError("a bug")
        return await true_fetch(*_, **__)

    true_fetch = Fetcher.fetch
    monkeypatch.setattr(Fetcher, "fetch", breaks)
    run.collect()
    assert sorted(one.reason or "" for one in run.sources().values()) == ["", "failed"]
    assert run.count(articles) == 5


def test_everything_fetched_is_in_the_archive(following: Made, tmp_path: Path) -> None:
    run = following(feed_of("river.example"))
    run.follow("http://river.example/feed")
    file = tmp_path / "kept.warc.gz"
    with WarcFile(file, software="tawatur", now=run.clock.now()) as archive:
        run.collect(archive=archive)
    kept = [one for one in pages_of([str(file)]) if isinstance(one, Page)]
    assert {one.url for one in kept} >= {f"http://river.example{one.path}" for one in pieces(5)}


class FullDisk(WarcFile):
    """An archive on a disk that is full by the third answer."""

    left = 2

    def add(self, answer: Archived) -> str:
        self.left -= 1
        if self.left < 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return super().add(answer)


def test_an_archive_that_is_full_ends_the_run_and_loses_no_page(following: Made, tmp_path: Path) -> None:
    run = following(feed_of("river.example"))
    run.follow("http://river.example/feed")
    full = FullDisk(tmp_path / "web.warc.gz", software="test/1", now=run.clock.now())
    with full, pytest.raises(StoreError, match="archive"):
        run.collect(archive=full)
    run.collect()
    assert run.count(articles) == 5


def test_a_stop_ends_the_run_and_the_next_one_goes_on(following: Made) -> None:
    run = following(*(feed_of(f"site-{number}.example") for number in range(8)))
    run.follow(*(f"http://site-{number}.example/feed" for number in range(8)))

    async def stopped(made: Collector) -> None:
        going = asyncio.create_task(made.keep_collecting(timedelta(minutes=1)))
        while len(run.web.log) < 30:
            await asyncio.sleep(0.01)
        made.stop()
        await asyncio.wait_for(going, 30)

    run.run(stopped)
    assert len(run.web.log) < 8 * 7
    run.collect()
    # What was on the wire when the stop came is asked for again, one page of a host at most.
    assert len(run.web.asked_twice()) <= 8
    assert run.count(articles) == 40
    with run.store.reading() as connection:
        assert count_pages(connection) == {None: 40}


def test_what_a_wrong_clock_put_off_is_due_when_it_is_set_right(following: Made) -> None:
    run = following(feed_of("river.example"))
    run.clock.wrong = timedelta(days=4 * 365)
    run.follow("http://river.example/feed")
    run.collect()
    asked = len(run.web.log)
    run.clock.wrong = timedelta(0)
    run.collect()
    assert run.web.asked_of("river.example")[asked - 1 :] == ["/feed"]


def test_a_clock_that_is_set_back_stops_nobody(following: Made) -> None:
    run = following(feed_of("river.example"))
    run.follow("http://river.example/feed")

    async def set_back(made: Collector) -> None:
        going = asyncio.create_task(made.keep_collecting(timedelta(minutes=1)))
        while run.web.asked_of("river.example").count("/feed") < 1:
            await asyncio.sleep(0.01)
        run.clock.wrong = -timedelta(days=365)
        while run.web.asked_of("river.example").count("/feed") < 2:
            await asyncio.sleep(0.01)
        made.stop()
        await asyncio.wait_for(going, 30)

    run.run(set_back)


def test_a_list_of_slow_hosts_keeps_nobody_waiting(following: Made) -> None:
    told = [replace(piece(number), path=f"/{number}") for number in range(40)]
    feed = rss("many.example", told).decode()
    for number in range(40):
        feed = feed.replace(f"//many.example/{number}<", f"//slow-{number}.example/{number}<")
    began, most = 0, 0

    async def slow(_: Asked) -> Answer:
        nonlocal began, most
        began += 1
        most = max(most, began)
        await asyncio.sleep(0.2)
        began -= 1
        return status(404)

    open_to_all = {"/robots.txt": robots("")}
    run = following(
        Site(host="many.example", purpose="links to slow hosts", pages={"/feed": xml(feed.encode())}),
        *(
            Site(
                host=f"slow-{number}.example",
                purpose="slow",
                pages=open_to_all,
                otherwise=slow,
            )
            for number in range(40)
        ),
    )
    run.follow("http://many.example/feed")
    run.collect()
    assert sum(one.host.startswith("slow-") for one in run.web.log if one.target != "/robots.txt") == 40
    assert 1 < most <= MOST_HOSTS_OF_A_SOURCE


def test_figures_are_given_for_prometheus(following: Made) -> None:
    run = following(feed_of("river.example"))
    run.follow("http://river.example/feed")
    run.collect()
    told = generate_latest(run.watch.registry).decode()
    assert 'tawatur_fetches_total{outcome="fetched"} 5.0' in told
    assert 'tawatur_visits_total{outcome="listed"} 1.0' in told
    assert 'tawatur_pages_total{outcome="added"} 5.0' in told
