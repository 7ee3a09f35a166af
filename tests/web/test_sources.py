"""The page of what is followed."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
from tests.web.serving import served
from tests.web_of_sites.texts import page as text_of
from tests.web_of_sites.texts import piece

from tawatur.library.adding import add_pages
from tawatur.library.following.alone import alone
from tawatur.library.following.selection import single
from tawatur.library.following.visit_decisions import as_page
from tawatur.records.page import Page, PageForm
from tawatur.store.fetches import AddressState, add_addresses, address_of_key, save_address
from tawatur.store.sources import Followed, follow, followed_sources, save_source
from tawatur.store.store import open_store
from tawatur.store.troubles import Step, Trouble, count_troubles

NOW = datetime.now(UTC).replace(microsecond=0)


def test_sources_tell_how_they_fare_those_in_trouble_first(tmp_path: Path) -> None:
    with open_store(tmp_path / "library.db") as store:
        with store.writing() as connection:
            named = [
                Followed(url=f"http://{host}.example/feed", title=host) for host in ("river", "<b>delta")
            ]
            follow(connection, [replace(one, url=one.url.replace("<b>", "")) for one in named], now=NOW)
            well, gone = followed_sources(connection)
            save_source(connection, replace(well, seen=NOW, changed=NOW, due=NOW + timedelta(hours=1)))
            save_source(connection, replace(gone, due=None, failures=2, reason="gone", detail="answered 410"))
            met = [
                Trouble(source=gone.id, step=Step.VISIT, reason="gone", count=2),
                Trouble(source=None, step=Step.COLLECT, reason="library-failed"),
            ]
            count_troubles(connection, met, day=NOW.date())
        with served(store) as address, httpx.Client(base_url=address, trust_env=False) as reader:
            page = reader.get("/en/sources").text
            arabic = reader.get("/ar/sources").text
            with alone(store.file):
                collected = reader.get("/en/sources?again").text
    assert page.index("delta.example") < page.index("river.example")
    assert "<b>delta" not in page
    assert "gone for good" in page
    assert "visit: gone for good (2)" in page
    assert "collecting: the library or the archive failed (1)" in page
    assert "Nobody is collecting now" in page
    assert "Nobody is collecting now" not in collected
    assert page.count("paused") == 1
    assert "أزيل نهائيا" in arabic
    assert 'aria-current="page">Sources</a>' in page


def test_one_page_that_is_followed_is_not_paused(tmp_path: Path) -> None:
    with open_store(tmp_path / "library.db") as store:
        with store.writing() as connection:
            follow(connection, [Followed(url="http://river.example/khabar/1")], now=NOW)
            (source,) = followed_sources(connection)
            save_source(connection, as_page(replace(source, failures=2, reason="timed-out"), now=NOW))
            unfit = Trouble(source=source.id, step=Step.FETCH, reason="bad-address", count=3)
            count_troubles(connection, [unfit], day=NOW.date())
        with served(store) as address, httpx.Client(base_url=address, trust_env=False) as reader:
            page, arabic = reader.get("/en/sources").text, reader.get("/ar/sources").text
    assert "a page, followed by its address alone" in page
    assert "صفحة تُتابَع بعنوانها وحده" in arabic
    assert "paused" not in page
    assert "no answer in time" not in page
    assert "page: no address of the web (3)" in page


def test_a_library_that_follows_nothing_says_how_to(empty_reader: httpx.Client) -> None:
    assert "tawatur follow" in empty_reader.get("/ar/sources").text


def test_an_article_that_was_withdrawn_says_so(tmp_path: Path) -> None:
    url = "http://river.example/khabar/1"
    page = Page(id=url, form=PageForm.HTML, content=text_of(piece(1)).encode(), url=url, fetched=NOW)
    with open_store(tmp_path / "library.db") as store:
        (kept,) = add_pages(store, [page], workers=1)
        named = single(url)
        assert named
        with store.writing() as connection:
            add_addresses(connection, [named], source=None, now=NOW)
            address = address_of_key(connection, named.key)
            assert address
            gone = replace(address, state=AddressState.FETCHED, due=None, fetched=NOW, reason="gone")
            save_address(connection, gone)
        with served(store) as served_at, httpx.Client(base_url=served_at, trust_env=False) as reader:
            shown = reader.get(f"/en/article/{kept.articles[0]}").text
            assert "Withdrawn: its address no longer gave it on" in shown
            with store.writing() as connection:
                save_address(connection, replace(gone, reason=None))
            assert "Withdrawn" not in reader.get(f"/en/article/{kept.articles[0]}").text
