"""The test web and a fetcher that goes on it by a clock of its own."""

import asyncio
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

import pytest
from tests.web_of_sites.clock import TestClock
from tests.web_of_sites.server import Web

from tawatur.collect.fetching.answers import Answer
from tawatur.collect.fetching.fetcher import Fetcher
from tawatur.collect.fetching.manners import Manners


@pytest.fixture
def clock() -> TestClock:
    return TestClock()


@pytest.fixture
def web(clock: TestClock) -> Iterator[Web]:
    with Web(clock=clock.monotonic) as served:
        yield served
        assert served.inside == []


@pytest.fixture
def fetching(web: Web, clock: TestClock) -> Callable[..., Any]:
    """Run a coroutine function with a fetcher, whose manners may be changed."""

    def run(using: Callable[[Fetcher], Any], **manners: Any) -> Any:
        async def inside() -> Any:
            async with Fetcher(
                manners=Manners(**{"most_seconds": 20.0, **manners}),
                network=web.network(),
                clock=clock,
                random=Random(7),
            ) as fetcher:
                return await using(fetcher)

        return asyncio.run(inside())

    return run


@pytest.fixture
def fetch(fetching: Callable[..., Any]) -> Callable[..., Answer]:
    """Fetch addresses in their order with one fetcher; the last answer comes back."""

    def run(*urls: str, **manners: Any) -> Answer:
        async def using(fetcher: Fetcher) -> Answer:
            answers = [await fetcher.fetch(url) for url in urls]
            return answers[-1]

        return fetching(using, **manners)

    return run
