"""Somebody follows a source no longer while it is being asked, or before all its pages were."""

from collections.abc import Callable

import pytest
from tests.library.following.conftest import Following
from tests.web_of_sites.answers import Answer, Asked, html, status, xml
from tests.web_of_sites.feeds import rss
from tests.web_of_sites.site import Site
from tests.web_of_sites.texts import page, pieces

from tawatur.library.following.watching import Watch
from tawatur.store.fetches import AddressState, count_addresses
from tawatur.store.schema import addresses, articles, troubles
from tawatur.store.sources import unfollow

Made = Callable[..., Following]
FEED = "http://river.example/feed"
OTHER = "http://delta.example/feed"


class Bugs(Watch):
    """Keeps what is told of as a bug."""

    def __init__(self) -> None:
        super().__init__()
        self.met: list[str] = []

    def failed(self, what: str, error: BaseException) -> None:
        self.met.append(f"{what}: {error}")


def site(meanwhile: Callable[[str], None], number: int = 5, answer: Answer | None = None) -> Site:
    """Return a site behind whose back something happens whenever it is asked."""
    told = pieces(number)
    given = {one.path: html(page(one).encode()) for one in told}
    given["/feed"] = answer or xml(rss("river.example", told))

    def answered(asked: Asked) -> Answer:
        meanwhile(asked.target)
        return given.get(asked.target, status(404))

    return Site(host="river.example", purpose="given up", otherwise=answered)


class Meanwhile:
    """Gives a source up when a path is asked for, and follows another one, which gets its number."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.run: Following | None = None

    def __call__(self, path: str) -> None:
        if self.run and path == self.path:
            self.path = ""
            number = self.run.sources()[FEED].id
            with self.run.store.writing() as connection:
                unfollow(connection, [number])
            self.run.follow(OTHER)
            assert self.run.sources()[OTHER].id == number


@pytest.mark.parametrize("answer", [None, status(500), status(410), html(b"<p>no list")])
def test_a_source_given_up_while_it_is_asked_leaves_nothing_behind(
    following: Made, answer: Answer | None
) -> None:
    meanwhile = Meanwhile("/feed")
    run = following(site(meanwhile, answer=answer))
    meanwhile.run, run.watch = run, Bugs()
    run.follow(FEED)
    run.run(lambda made: made._visits.visit(run.sources()[FEED]))
    assert run.watch.met == []  # type: ignore[attr-defined]
    assert set(run.sources()) == {OTHER}
    assert run.sources()[OTHER].asked is None
    assert (run.count(addresses), run.count(troubles)) == (0, 0)


def test_pages_of_a_source_given_up_are_asked_for_no_more(following: Made) -> None:
    meanwhile = Meanwhile("/khabar/3")
    run = following(site(meanwhile))
    meanwhile.run, run.watch = run, Bugs()
    run.follow(FEED)
    run.collect()
    # The newest first: two were written before, the one on the wire is dropped.
    assert run.web.asked_of("river.example") == ["/feed", "/khabar/5", "/khabar/4", "/khabar/3"]
    assert run.watch.met == []  # type: ignore[attr-defined]
    assert run.count(articles) == 2
    assert run.sources()[OTHER].articles == 0
    asked = len(run.web.log)
    run.collect_for(72 * 3600)
    assert [one.host for one in run.web.log[asked:] if one.host == "river.example"] == []


def test_what_waited_is_fetched_when_its_source_is_followed_again(following: Made) -> None:
    meanwhile = Meanwhile("/khabar/3")
    run = following(site(meanwhile))
    meanwhile.run = run
    run.follow(FEED)
    run.collect()
    run.clock.passed += 60
    run.follow(FEED)
    run.collect()
    assert run.count(articles) == 5
    with run.store.reading() as connection:
        assert count_addresses(connection) == {AddressState.FETCHED: 5}
