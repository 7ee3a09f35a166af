"""A site that asks to be let alone is let alone as a whole, lists and pages, and no other site is."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import insert, select
from tests.library.following.conftest import Following
from tests.web_of_sites.answers import Answer, status, xml
from tests.web_of_sites.clock import BEGAN
from tests.web_of_sites.feeds import rss
from tests.web_of_sites.site import Site
from tests.web_of_sites.texts import pieces

from tawatur.store.fetches import defer_addresses
from tawatur.store.schema import addresses
from tawatur.store.sources import Followed, defer_sources, follow, followed_sources
from tawatur.store.store import Store

DAY = timedelta(days=1)
BUSY = status(503, Retry_After=str(24 * 3600))


def site(host: str, *, feed: Answer, otherwise: Answer) -> Site:
    listed = xml(rss(host, pieces(3)))
    pages = {"/robots.txt": status(404), "/feed": feed, "/other": listed}
    return Site(host=host, purpose="asks to be let alone", pages=pages, otherwise=otherwise)


@pytest.mark.parametrize("of_a_page", [True, False])
def test_what_one_answer_asks_for_holds_for_the_whole_site(
    following: Callable[..., Following], of_a_page: bool
) -> None:
    """A page's 503 puts off the lists of its site too, a list's those not visited yet; a restart keeps it."""
    feed = xml(rss("nahr.example", pieces(3))) if of_a_page else BUSY
    well = xml(rss("delta.example", pieces(1)))
    made = following(
        site("nahr.example", feed=feed, otherwise=BUSY),
        site("delta.example", feed=well, otherwise=status(404)),
    )
    made.follow("http://nahr.example/feed", "http://delta.example/feed")
    made.collect()
    until = made.clock.now().replace(microsecond=0)
    asked = len(made.web.asked_of("nahr.example"))
    due = {url: one.due for url, one in made.sources().items()}
    put_off, other = due["http://nahr.example/feed"], due["http://delta.example/feed"]
    assert put_off
    assert other
    assert put_off >= until + DAY - timedelta(minutes=5)
    assert other <= until + DAY - timedelta(hours=1)
    # A new process knows nothing but the library.
    made.clock.passed += 3600
    made.collect()
    assert len(made.web.asked_of("nahr.example")) == asked


SITE = "http://nahr.example"
URLS = (
    "http://nahr.example/1", "https://nahr.example/1", "http://nahr.example:81/1", "http://nahr.example.net/1",
    "http://nahr.exampl/1",
)  # fmt: skip


def test_only_what_is_of_the_site_is_put_off(store: Store) -> None:
    row = {"state": "waiting", "first_seen": 0, "due": 5, "fetches": 0, "failures": 0, "host": "nahr.example"}
    with store.writing() as connection:
        connection.execute(insert(addresses), [row | {"key": url, "url": url} for url in URLS])
        follow(connection, [Followed(url=url) for url in URLS], now=BEGAN)
        defer_addresses(connection, SITE, until=BEGAN + DAY)
        defer_sources(connection, SITE, until=BEGAN + DAY)
        put_off = connection.execute(select(addresses.c.url).where(addresses.c.due > 5)).scalars().all()
        sources = followed_sources(connection)
    assert put_off == [URLS[0]]
    assert [one.what.url for one in sources if one.due != BEGAN] == [URLS[0]]
