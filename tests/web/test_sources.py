"""The page of what is followed."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
from tests.web.serving import served

from tawatur.library.following.alone import alone
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


def test_a_library_that_follows_nothing_says_how_to(empty_reader: httpx.Client) -> None:
    assert "tawatur follow" in empty_reader.get("/ar/sources").text
