"""Links in lists that nobody can ask for: counted once each, never asked for, nothing secret kept of them."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from tests.library.following.conftest import Following
from tests.web_of_sites.answers import Answer, InTurn, html, xml
from tests.web_of_sites.feeds import news_sitemap, rss
from tests.web_of_sites.site import Site
from tests.web_of_sites.texts import page, pieces

from tawatur.library.following import visits
from tawatur.store.schema import articles
from tawatur.store.troubles import Step, Trouble, troubles_since

Made = Callable[..., Following]
HOST = "river.example"
UNFIT = (
    "ftp://river.example/1",
    "javascript:x()",
    "http://reader:secret@river.example/2",
    "ftp://river.example/1",
)
TOLD = pieces(2)


def in_rss(*links: str) -> Answer:
    items = "".join(f"<item><title>اقرأ</title><link>{link}</link></item>" for link in links)
    return xml(rss(HOST, TOLD).replace(b"</channel>", f"{items}</channel>".encode()))


def in_a_sitemap(*links: str) -> Answer:
    urls = "".join(f"<url><loc>{link}</loc></url>" for link in links)
    return xml(news_sitemap(HOST, TOLD).replace(b"</urlset>", f"{urls}</urlset>".encode()))


def in_an_index(*links: str) -> Answer:
    named = (f"http://{HOST}/map.xml", *links)
    inside = "".join(f"<sitemap><loc>{link}</loc></sitemap>" for link in named)
    return xml(f"<sitemapindex>{inside}</sitemapindex>".encode())


def site(*lists: Answer) -> Site:
    pages = {one.path: html(page(one).encode()) for one in TOLD}
    return Site(
        host=HOST,
        purpose="links of all kinds",
        pages={**pages, "/list": InTurn(*lists), "/map.xml": in_a_sitemap()},
    )


def troubles(run: Following) -> list[Trouble]:
    with run.store.reading() as connection:
        return list(troubles_since(connection, run.clock.now().date() - timedelta(days=99)))


@pytest.mark.parametrize("written", [in_rss, in_a_sitemap, in_an_index])
def test_they_are_counted_on_their_source_once_each_and_the_others_are_fetched(
    following: Made, written: Callable[..., Answer]
) -> None:
    run = following(site(written(*UNFIT), written(*UNFIT), written(*UNFIT, "mailto:reader@river.example")))
    run.follow(f"http://{HOST}/list")
    run.collect()
    (source,) = run.sources().values()
    assert troubles(run) == [Trouble(source=source.id, step=Step.FETCH, reason="bad-address", count=3)]
    assert (source.failures, source.articles, run.count(articles)) == (0, 2, 2)
    for met in (3, 4):
        run.clock.passed += 25 * 3600
        run.collect()
        assert [one.count for one in troubles(run)] == [met]
    assert {one.host for one in run.web.log} == {HOST}
    assert not [one for one in run.web.log if one.target in ("/1", "/2")]


def test_no_name_and_no_password_of_theirs_is_in_the_library(following: Made) -> None:
    run = following(site(in_rss(*UNFIT)))
    run.follow(f"http://{HOST}/list")
    run.collect()
    run.store.close()
    for file in run.store.file.parent.iterdir():
        assert b"secret" not in file.read_bytes()


def test_a_list_of_nothing_else_is_written_down_in_parts(
    following: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visits, "MOST_AT_ONCE", 20)
    run = following(site(in_rss(*(f"ftp://river.example/{number}" for number in range(50)))))
    run.follow(f"http://{HOST}/list")
    for met in (20, 40, 50, 50):
        run.collect()
        assert [one.count for one in troubles(run)] == [met]
        run.clock.passed += 25 * 3600
