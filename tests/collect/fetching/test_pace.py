"""Pauses, rests and rules, told by the log of the servers and by the clock that both sides share."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
from tests.web_of_sites.clock import BEGAN, TestClock
from tests.web_of_sites.server import Web

from tawatur.collect.fetching.answers import Answer, Fetched, Unfetched
from tawatur.collect.fetching.fetcher import Fetcher
from tawatur.records.refusal import RefusalReason

Fetch = Callable[..., Answer]
Fetching = Callable[..., Any]
Reason = RefusalReason


def reason(answer: Answer) -> RefusalReason:
    assert isinstance(answer, Unfetched), answer
    return answer.reason


def pauses(web: Web, host: str) -> list[float]:
    times = [asked.at for asked in web.log if asked.host == host and asked.target != "/robots.txt"]
    return [later - earlier for earlier, later in pairwise(times)]


def test_every_host_has_its_pauses(fetching: Fetching, web: Web) -> None:
    urls = [
        *(f"http://{host}.example/khabar/{number}" for host in ("river", "delta") for number in range(1, 6)),
        *(f"http://patient.example/{path}" for path in "abc"),
    ]

    async def together(fetcher: Fetcher) -> list[Answer]:
        return await asyncio.gather(*(fetcher.fetch(url) for url in urls))

    answers = fetching(together, pause=5.0)
    assert all(isinstance(answer, Fetched) for answer in answers)
    assert min(pauses(web, "river.example") + pauses(web, "delta.example")) >= 5.0
    assert len(pauses(web, "patient.example")) == 2
    assert min(pauses(web, "patient.example")) >= 30.0


def test_the_first_page_is_not_waited_for(fetch: Fetch, clock: TestClock) -> None:
    fetch("http://very-patient.example/a")
    assert clock.sleeps == []


def test_a_pause_beyond_patience_is_told(fetch: Fetch, web: Web) -> None:
    answer = fetch("http://very-patient.example/a", "http://very-patient.example/b")
    assert reason(answer) is Reason.NOT_YET
    assert isinstance(answer, Unfetched)
    assert answer.retry_at == BEGAN + timedelta(seconds=600)
    assert "600 s" in answer.detail
    assert web.asked_of("very-patient.example") == ["/a"]


@pytest.mark.parametrize(
    ("host", "seconds"), [("429", 120), ("429-date", 30 * 60), ("503-for-ever", 24 * 3600)]
)
def test_a_host_is_let_alone_as_long_as_it_asks(
    fetching: Fetching, web: Web, clock: TestClock, host: str, seconds: int
) -> None:
    async def thrice(fetcher: Fetcher) -> list[Answer]:
        first = await fetcher.fetch(f"http://{host}.example/")
        early = await fetcher.fetch(f"http://{host}.example/well")
        clock.passed += seconds
        return [first, early, await fetcher.fetch(f"http://{host}.example/well")]

    first, early, late = fetching(thrice)
    assert first.retry_at == early.retry_at == BEGAN + timedelta(seconds=seconds)
    assert first.status in (429, 503)
    assert reason(early) is Reason.RESTING
    assert early.detail == f"let alone: answered {first.status}"
    assert not (isinstance(late, Unfetched) and late.reason is Reason.RESTING)
    assert web.asked_of(f"{host}.example") == ["/", "/well"]


@pytest.mark.parametrize("host", ["503-odd", "502", "unheard-of"])
def test_a_host_in_trouble_rests_longer_each_time(fetching: Fetching, clock: TestClock, host: str) -> None:
    async def again_and_again(fetcher: Fetcher) -> list[float]:
        rests = []
        for _ in range(12):
            began = clock.now()
            answer = await fetcher.fetch(f"http://{host}.example/")
            assert isinstance(answer, Unfetched)
            assert answer.retry_at
            rests.append((answer.retry_at - began).total_seconds())
            clock.passed += rests[-1]
        return rests

    rests = fetching(again_and_again)
    # Each is spread over the upper half of what doubling gives, up to a quarter of a day.
    for times, rest in enumerate(rests):
        whole = min(6 * 3600, 60 * 2**times)
        assert whole / 2 <= rest <= whole + 3


def test_a_host_that_recovers_is_forgiven(fetching: Fetching, web: Web, clock: TestClock) -> None:
    async def visits(fetcher: Fetcher) -> list[Answer]:
        answers = [await fetcher.fetch("http://502.example/")]
        for path in ("well", ""):
            clock.passed += 60
            answers.append(await fetcher.fetch(f"http://502.example/{path}"))
        return answers

    _, well, again = fetching(visits)
    assert isinstance(well, Fetched)
    assert isinstance(again, Unfetched)
    assert again.retry_at
    assert again.retry_at - again.fetched <= timedelta(seconds=60)


def test_one_broken_page_closes_no_site(fetch: Fetch) -> None:
    assert isinstance(fetch("http://500.example/", "http://500.example/well"), Fetched)


def test_a_visit_broken_off_counts_as_one(fetching: Fetching, web: Web, clock: TestClock) -> None:
    """A host whose answer nobody waited for is not asked again at once."""

    async def left_early(fetcher: Fetcher) -> None:
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(fetcher.fetch("http://silent.example/"), 0.2)
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(fetcher.fetch("http://silent.example/"), 0.2)

    fetching(left_early, pause=7.0)
    assert pauses(web, "silent.example") == [7.0]


def test_so_many_hosts_are_asked_at_once(fetching: Fetching) -> None:
    """More addresses than may be asked at once are all answered in the end."""

    async def together(fetcher: Fetcher) -> list[Answer]:
        hosts = ("river", "delta", "harbour", "lagoon", "bom", "utf16", "empty")
        return await asyncio.gather(*(fetcher.fetch(f"http://{host}.example/feed") for host in hosts))

    assert all(isinstance(answer, Fetched) for answer in fetching(together, at_once=2))
