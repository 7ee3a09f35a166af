"""An index of sitemaps is one source: new sitemaps are found in it, and old ones cost nothing."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from tests.library.following.conftest import Following, ReadingNothing
from tests.web_of_sites.answers import Answer, Asked, html, status, xml
from tests.web_of_sites.clock import BEGAN
from tests.web_of_sites.feeds import news_sitemap
from tests.web_of_sites.site import Site, robots
from tests.web_of_sites.texts import Piece, page, piece

from tawatur.library.following import selection
from tawatur.library.following.collector import Collector
from tawatur.store.fetches import AddressState, count_addresses
from tawatur.store.schema import articles
from tawatur.store.sources import unfollow

Made = Callable[..., Following]
HOST = "daily.example"
INDEX = f"http://{HOST}/sitemap.xml"
HOUR = 3600


class Daily:
    """A site with a sitemap for each day, which tells when each was last changed, if `dated`."""

    def __init__(self, *, dated: bool = True) -> None:
        self.maps: dict[str, tuple[datetime, list[Piece]]] = {}
        self._dated = dated

    def site(self) -> Site:
        return Site(
            host=HOST, purpose="a sitemap a day", pages={"/robots.txt": robots("")}, otherwise=self._answer
        )

    def add(self, name: str, *of: Piece, changed: datetime) -> None:
        self.maps[name] = (changed, [*self.maps.get(name, (changed, []))[1], *of])

    def _answer(self, asked: Asked) -> Answer:
        name = asked.target.removeprefix("/")
        if asked.target == "/sitemap.xml":
            return xml(self._index())
        if name in self.maps:
            etag = f'"{len(self.maps[name][1])}"'
            if asked.headers.get("if-none-match") == etag:
                return status(304, ETag=etag)
            return xml(news_sitemap(HOST, self.maps[name][1]), ETag=etag)
        if asked.target.startswith("/khabar/"):
            return html(page(piece(int(asked.target.rpartition("/")[2]))).encode())
        return status(404)

    def _index(self) -> bytes:
        named = "".join(
            f"<sitemap><loc>http://{HOST}/{name}</loc>"
            + (f"<lastmod>{changed.isoformat()}</lastmod>" if self._dated else "")
            + "</sitemap>"
            for name, (changed, _) in self.maps.items()
        )
        return f"<sitemapindex>{named}</sitemapindex>".encode()


def maps_asked(run: Following, since: int) -> list[str]:
    return [one.target for one in run.web.log[since:] if one.target.endswith(".xml")]


def test_the_sitemap_of_a_new_day_is_found_and_old_ones_are_let_alone(following: Made) -> None:
    daily = Daily()
    for day in range(1, 9):
        daily.add(f"2026-02-{day:02}.xml", piece(day), changed=BEGAN - timedelta(days=20 - day))
    run = following(daily.site())
    run.follow(INDEX)
    run.collect()
    assert maps_asked(run, 0) == ["/sitemap.xml", *(f"/2026-02-{day:02}.xml" for day in (8, 7, 6, 5, 4))]
    assert (run.count(articles), set(run.sources())) == (5, {INDEX})
    asked = len(run.web.log)
    run.clock.passed += 25 * HOUR
    daily.add("2026-03-03.xml", piece(30), changed=run.clock.now())
    run.collect()
    assert maps_asked(run, asked) == ["/sitemap.xml", "/2026-03-03.xml"]
    assert run.count(articles) == 6
    (source,) = run.sources().values()
    assert (source.failures, source.articles) == (0, 6)


def test_sitemaps_that_tell_no_time_are_asked_whether_they_changed_by_a_later_process_too(
    following: Made,
) -> None:
    daily = Daily(dated=False)
    for number in range(1, 8):
        daily.add(f"post-{number}.xml", piece(number), changed=BEGAN)
    run = following(daily.site())
    run.follow(INDEX)
    run.collect()
    asked = len(run.web.log)
    run.clock.passed += 25 * HOUR
    daily.add("post-7.xml", piece(40), changed=BEGAN)
    run.collect()
    later = [one for one in run.web.log[asked:] if one.target.startswith("/post-")]
    assert [(one.target, one.headers.get("if-none-match")) for one in later] == [
        ("/post-7.xml", '"1"'),
        ("/post-6.xml", '"1"'),
    ]
    assert run.count(articles) == 6


def test_who_follows_an_index_again_gets_its_sitemaps_whole(following: Made) -> None:
    daily = Daily()
    daily.add("news.xml", piece(1), changed=BEGAN)
    run = following(daily.site())
    run.follow(INDEX)
    run.collect()
    asked = len(run.web.log)
    with run.store.writing() as connection:
        unfollow(connection, [run.sources()[INDEX].id])
    run.follow(INDEX)
    run.collect()
    (again,) = [one for one in run.web.log[asked:] if one.target == "/news.xml"]
    assert "if-none-match" not in again.headers


def test_of_an_index_of_many_sitemaps_only_the_last_ones_are_remembered(following: Made) -> None:
    daily = Daily()
    run = following(daily.site())
    for day in range(30):
        daily.add(f"{day}.xml", piece(day), changed=run.clock.now())
        if not day:
            run.follow(INDEX)
        run.collect()
        run.clock.passed += 25 * HOUR
    (source,) = run.sources().values()
    remembered = {one.url.rpartition("/")[2] for one in source.parts}
    assert remembered == {f"{day}.xml" for day in range(10, 30)}


def test_an_old_sitemap_that_somebody_touched_brings_no_archive(following: Made) -> None:
    daily = Daily()
    for number in range(6):
        daily.add(f"post-{number}.xml", piece(600 + number), changed=BEGAN - timedelta(days=1, hours=number))
    old = [piece(-number) for number in range(24 * 30, 24 * 30 + 300)]
    daily.add("post-9.xml", *old, changed=BEGAN - timedelta(days=30))
    run = following(daily.site())
    run.follow(INDEX)
    run.collect()
    fetched = run.count(articles)
    run.clock.passed += 25 * HOUR
    daily.add("post-9.xml", piece(640), changed=run.clock.now())
    run.collect()
    assert run.count(articles) == fetched + 1
    with run.store.reading() as connection:
        assert count_addresses(connection)[AddressState.PASSED_OVER] == len(old)


def test_what_one_visit_leaves_the_next_takes_though_nothing_changed(
    following: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selection, "MOST_AT_ONCE", 20)
    daily = Daily(dated=False)
    daily.add("news.xml", piece(1), changed=BEGAN)
    run = following(daily.site())
    run.follow(INDEX)
    run.intake = ReadingNothing(run.store)

    async def day_after_day(made: Collector) -> None:
        await made.collect()
        daily.add("news.xml", *(piece(-number) for number in range(30)), changed=BEGAN)
        for _ in range(2):
            run.clock.passed += 25 * HOUR
            await made.collect()

    run.run(day_after_day)
    with run.store.reading() as connection:
        assert count_addresses(connection) == {AddressState.FETCHED: 31}


def test_a_sitemap_that_fails_costs_none_of_the_others(following: Made) -> None:
    daily = Daily()
    daily.add("1.xml", piece(1), changed=BEGAN - timedelta(hours=3))
    site = daily.site()
    daily.maps["gone.html"] = (BEGAN, [])
    run = following(
        Site(host=HOST, purpose="one is missing", pages={"/gone.html": status(404)}, otherwise=site.otherwise)
    )
    run.follow(INDEX)
    run.collect()
    assert run.count(articles) == 1
    del daily.maps["1.xml"]
    run.clock.passed += 25 * HOUR
    daily.maps["gone.html"] = (run.clock.now(), [])
    run.collect()
    (source,) = run.sources().values()
    assert (source.failures, source.reason) == (1, "not-found")
