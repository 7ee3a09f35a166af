"""A month of collecting by a clock that runs: few requests, flat memory, nothing left held on disk."""

import resource
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from tests.library.following.conftest import Following, ReadingNothing
from tests.web_of_sites.answers import Answer, Asked, html, status, xml
from tests.web_of_sites.clock import BEGAN, TestClock
from tests.web_of_sites.feeds import rss
from tests.web_of_sites.site import Site
from tests.web_of_sites.texts import Piece, page, piece

from tawatur.store.fetched import count_held
from tawatur.store.fetches import AddressState, count_addresses

DAY = 24 * 3600
DAYS = 30
SHOWN = 20
# Pages are so large that the memory grows by twice the bound where one fetch of each article stays; the month
# takes 1 MB by itself, and what the system holds back varies by some.
PADDING = f"<!--{'x' * 500_000}-->"
MOST_GROWTH_MB = 20


class Living:
    """A site that publishes an article every so often, and shows the newest in its feed."""

    def __init__(self, host: str, clock: TestClock, *, every: float) -> None:
        self._host, self._clock, self._every = host, clock, every

    def site(self) -> Site:
        return Site(host=self._host, purpose="publishes for a month", otherwise=self.answer)

    def answer(self, asked: Asked) -> Answer:
        newest = int(self._clock.passed // self._every) + SHOWN
        if asked.target == "/feed":
            if asked.headers.get("if-none-match") == f'"{newest}"':
                return status(304, ETag=f'"{newest}"')
            told = [self._piece(number) for number in range(newest, newest - SHOWN, -1)]
            return xml(rss(self._host, told), ETag=f'"{newest}"')
        if asked.target.startswith("/khabar/"):
            return html(page(self._piece(int(asked.target.rpartition("/")[2])), head=PADDING).encode())
        return status(404)

    def _piece(self, number: int) -> Piece:
        made = piece(number)
        published = BEGAN + timedelta(seconds=(number - SHOWN) * self._every)
        return Piece(path=made.path, title=made.title, paragraphs=made.paragraphs, published=published)


def resident() -> float:
    """Return the MB that this process holds."""
    held = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return held * resource.getpagesize() / 1024**2


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="tells its memory another way")
def test_a_month_is_few_requests_and_flat_memory(
    following: Callable[..., Following], clock: TestClock
) -> None:
    rhythms = {"quick.example": DAY / 6, "daily.example": DAY, "weekly.example": 7 * DAY}
    run = following(*(Living(host, clock, every=every).site() for host, every in rhythms.items()))
    run.follow(*(f"http://{host}/feed" for host in rhythms))
    run.intake = ReadingNothing(run.store)
    memory = []
    for _ in range(3):
        run.collect_for(DAYS / 3 * DAY)
        memory.append(resident())
    visits = Counter(one.host for one in run.web.log if one.target == "/feed")
    for host, every in rhythms.items():
        # Two visits for each article, at least one a day.
        assert visits[host] <= 1.5 * DAYS * max(1.0, 2 * DAY / every)
        fetched = Counter(target for target in run.web.asked_of(host) if target != "/feed")
        published = {f"/khabar/{SHOWN + number}" for number in range(int((DAYS - 1) * DAY / every))}
        assert published <= fetched.keys()
        assert max(fetched.values()) <= 5
    with run.store.reading() as connection:
        assert count_held(connection) == 0
        assert set(count_addresses(connection)) == {AddressState.FETCHED}
    assert memory[-1] - memory[0] < MOST_GROWTH_MB, memory
