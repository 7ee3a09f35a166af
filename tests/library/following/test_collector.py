"""Collecting from the test web: what is asked of whom, what comes into the library."""

from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from tests.library.following.conftest import Following
from tests.web_of_sites.answers import Answer, Asked, InTurn, html, redirect, status, xml
from tests.web_of_sites.feed_sites import feed_of, feed_sites
from tests.web_of_sites.feeds import rss
from tests.web_of_sites.site import Site, robots
from tests.web_of_sites.texts import page, piece, pieces

from tawatur.library.following.selection import MOST_AT_FIRST
from tawatur.store.fetches import AddressState, count_addresses, withdrawn_at
from tawatur.store.schema import articles, pages, revisions
from tawatur.store.sources import FollowedKind
from tawatur.store.troubles import troubles_since

Made = Callable[..., Following]
FOUND = {
    "river", "delta", "harbour", "lagoon", "relative", "as-html", "cp1256", "iso6", "utf16", "bom", "lying",
    "unclosed", "ampersand", "no-ids", "bad-dates", "future", "twice", "found", "two-feeds", "sitemap",
    "many-maps", "etag", "modified", "packed", "old-page",
}  # fmt: skip
HOUR = 3600


def troubles(following: Following) -> Counter[tuple[str, str]]:
    with following.store.reading() as connection:
        return Counter(
            {
                (one.step, one.reason): one.count
                for one in troubles_since(connection, following.clock.now().date() - timedelta(days=99))
            }
        )


def test_the_whole_web_is_followed_and_nothing_forbidden_or_twice_is_asked(following: Made) -> None:
    run = following()
    run.follow(
        *(f"http://{host}{'/feed' if '/feed' in site.pages else '/'}" for host, site in run.web.sites.items())
    )
    assert len(run.web.sites) > 100
    run.collect()
    assert run.web.asked_twice() == []
    for host in ("closed.example", "rules-500.example", "rules-moved.example", "private-10.example"):
        assert run.web.asked_of(host) == []
    with run.store.reading() as connection:
        rows = connection.execute(select(pages.c.url).where(pages.c.reason.is_(None))).scalars()
        read = Counter(str(url).split("/")[2].removesuffix(".example") for url in rows)
    assert {host: read[host] for host in FOUND} == dict.fromkeys(FOUND, 5)
    met = {reason for step, reason in troubles(run) if step == "visit"}
    assert met >= {
        "robots", "robots-unreachable", "private-address", "bad-address", "timed-out", "too-large", "gone",
        "denied", "too-many-requests", "unavailable", "server-error", "redirect-loop", "no-list",
    }  # fmt: skip
    asked = len(run.web.log)
    run.collect()
    assert len(run.web.log) - asked < 10


def test_a_site_is_followed_by_the_feed_it_names_or_its_sitemaps(following: Made) -> None:
    run = following(*feed_sites())
    run.follow("http://found.example/", "http://many-maps.example/", "http://sitemap.example/")
    run.collect()
    assert set(run.sources()) == {
        "http://found.example/feed",
        "http://many-maps.example/sitemap.xml",
        "http://sitemap.example/news.xml",
    }
    assert run.count(articles) == 15
    run.follow("http://found.example/")
    run.collect()
    assert len(run.sources()) == 3


def test_indexes_that_name_indexes_for_ever_are_not_followed_for_ever(following: Made) -> None:
    asked = 0

    def more(_: Asked) -> Answer:
        nonlocal asked
        asked += 1
        named = "".join(
            f"<sitemap><loc>http://maze.example/{asked}-{way}.xml</loc></sitemap>" for way in "abc"
        )
        return xml(f"<sitemapindex>{named}</sitemapindex>".encode()) if asked < 60 else status(404)

    run = following(
        Site(host="maze.example", purpose="a maze", pages={"/robots.txt": robots("")}, otherwise=more)
    )
    run.follow("http://maze.example/map.xml")
    run.collect()
    assert asked == 4
    assert {one.reason for one in run.sources().values()} == {"index-page"}


def test_one_page_is_followed_by_its_address(following: Made) -> None:
    run = following(feed_of("river.example"))
    run.follow("http://river.example/khabar/1")
    run.collect()
    (source,) = run.sources().values()
    assert (source.kind, source.due, source.articles) == (FollowedKind.PAGE, None, 1)
    assert run.web.asked_twice() == []
    run.collect_for(49 * HOUR)
    assert len(run.web.asked_of("river.example")) == 5


def test_only_what_is_new_is_fetched_of_a_feed_that_grows(following: Made) -> None:
    run = following(*feed_sites())
    run.follow("http://growing.example/feed")
    run.collect()
    assert run.count(articles) == 3
    run.clock.passed += 50 * 60
    run.collect()
    assert run.count(articles) == 5
    (source,) = run.sources().values()
    assert source.articles == 5


def test_a_silent_edit_becomes_a_revision(following: Made) -> None:
    fresh = piece(6)
    site = Site(
        host="edited.example",
        purpose="an article corrected in silence",
        pages={
            "/feed": xml(rss("edited.example", [fresh])),
            fresh.path: InTurn(
                html(page(fresh).encode()),
                html(page(fresh, addition="تصحيح: يفتتح الجسر غدا لا اليوم كما ذكرنا.").encode()),
            ),
        },
    )
    run = following(site)
    run.follow("http://edited.example/feed")
    run.collect_for(72 * HOUR)
    looks = run.web.asked_of("edited.example").count(fresh.path)
    assert looks == 5
    assert (run.count(articles), run.count(revisions)) == (1, 1)


@pytest.mark.parametrize(("code", "asked"), [(404, 5), (410, 2)])
def test_a_page_that_is_withdrawn_stays_and_is_told_of_once(following: Made, code: int, asked: int) -> None:
    fresh, kept = piece(6), piece(5)
    site = Site(
        host="river.example",
        purpose="an article taken back",
        pages={
            "/feed": xml(rss("river.example", [fresh, kept])),
            fresh.path: InTurn(html(page(fresh).encode()), status(code)),
            kept.path: html(page(kept).encode()),
        },
    )
    run = following(site)
    run.follow("http://river.example/feed")
    run.collect_for(72 * HOUR)
    assert run.web.asked_of("river.example").count(fresh.path) == asked
    assert troubles(run) == {("fetch", "withdrawn"): 1}
    assert run.count(articles) == 2
    with run.store.reading() as connection:
        found = withdrawn_at(connection, f"http://river.example{fresh.path}?utm_source=rss")
        assert withdrawn_at(connection, f"http://river.example{kept.path}") is None
        assert withdrawn_at(connection, "http://river.example/nothing") is None
    # An hour after it was published.
    assert found == datetime(2026, 3, 2, 13, tzinfo=UTC)


def test_a_page_that_is_found_again_was_not_withdrawn(following: Made) -> None:
    fresh = piece(6)
    answer = html(page(fresh).encode())
    site = Site(
        host="river.example",
        purpose="an article that a cache lost for an hour",
        pages={
            "/feed": xml(rss("river.example", [fresh])),
            fresh.path: InTurn(answer, status(404), status(503), answer),
        },
    )
    run = following(site)
    run.follow("http://river.example/feed")
    told: list[datetime | None] = []
    for hours in (2, 8, 20):
        run.collect_for(hours * HOUR)
        with run.store.reading() as connection:
            told.append(withdrawn_at(connection, f"http://river.example{fresh.path}"))
    since = datetime(2026, 3, 2, 13, tzinfo=UTC)
    assert told == [since, since, None]
    assert troubles(run) == {("fetch", "withdrawn"): 1, ("fetch", "unavailable"): 1}


def test_pages_are_asked_again_only_whether_they_changed(following: Made) -> None:
    fresh = piece(6)
    answer = html(page(fresh).encode(), ETag='"1"')
    site = Site(
        host="etag.example",
        purpose="articles with an ETag",
        pages={
            "/feed": xml(rss("etag.example", [fresh])),
            fresh.path: lambda asked: status(304) if asked.headers.get("if-none-match") == '"1"' else answer,
        },
    )
    run = following(site)
    run.follow("http://etag.example/feed")
    run.collect_for(72 * HOUR)
    asked = [one for one in run.web.log if one.target == fresh.path]
    assert [one.headers.get("if-none-match") for one in asked] == [None, '"1"', '"1"', '"1"', '"1"']


def test_an_old_archive_is_taken_from_its_newest_end(following: Made) -> None:
    host, told = "archive.example", pieces(500)
    site = Site(
        host=host,
        purpose="500 old articles",
        pages={one.path: html(page(one).encode()) for one in told} | {"/feed": xml(rss(host, told))},
    )
    run = following(site)
    run.clock.passed += 500 * HOUR
    run.follow(f"http://{host}/feed")
    run.collect()
    fetched = [path for path in run.web.asked_of(host) if path != "/feed"]
    assert fetched == [f"/khabar/{number}" for number in range(500, 500 - MOST_AT_FIRST, -1)]
    with run.store.reading() as connection:
        assert count_addresses(connection)[AddressState.PASSED_OVER] == 500 - MOST_AT_FIRST


def test_a_feed_that_moved_is_asked_where_it_is(following: Made) -> None:
    moved = Site(
        host="moved.example",
        purpose="moved for good",
        pages={"/feed": redirect("http://river.example/feed", code=301)},
    )
    run = following(feed_of("river.example"), moved)
    run.follow("http://moved.example/feed")
    run.collect()
    assert set(run.sources()) == {"http://river.example/feed"}
    run.follow("http://moved.example/feed")
    run.clock.passed += 1
    run.collect()
    assert set(run.sources()) == {"http://river.example/feed"}
    assert run.count(articles) == 5


def test_what_is_gone_is_paused_and_says_so(following: Made) -> None:
    run = following(Site(host="gone.example", purpose="gone", pages={"/feed": status(410)}))
    run.follow("http://gone.example/feed")
    run.collect_for(30 * 24 * HOUR)
    (source,) = run.sources().values()
    assert (source.due, source.reason) == (None, "gone")
    assert run.web.asked_of("gone.example") == ["/feed"]


def test_pages_that_cannot_be_had_are_counted_by_reason_and_stop_nobody(following: Made) -> None:
    host, told = "mixed.example", pieces(5)
    pages_given = {one.path: html(page(one).encode()) for one in told}
    pages_given |= {told[0].path: status(404), told[1].path: status(403)}
    site = Site(
        host=host,
        purpose="some pages are missing",
        pages=pages_given
        | {
            "/robots.txt": robots(f"User-agent: *\nDisallow: {told[2].path}\n"),
            "/feed": xml(rss(host, told)),
        },
    )
    run = following(site)
    run.follow(f"http://{host}/feed")
    run.collect()
    assert troubles(run) == {("fetch", "not-found"): 1, ("fetch", "denied"): 1, ("fetch", "robots"): 1}
    assert run.count(articles) == 2
    assert told[2].path not in run.web.asked_of(host)
