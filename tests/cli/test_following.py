"""Following from the command line: what is followed, told, collected, and by one process at a time."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
import structlog
from click.testing import CliRunner
from tests.web_of_sites.answers import html, xml
from tests.web_of_sites.feeds import rss
from tests.web_of_sites.server import Web
from tests.web_of_sites.site import Site
from tests.web_of_sites.texts import page, pieces

from tawatur.cli import collecting
from tawatur.cli.collect import collect
from tawatur.cli.follow import follow
from tawatur.cli.sources import sources
from tawatur.collect.fetching.fetcher import Fetcher
from tawatur.collect.fetching.manners import Manners
from tawatur.collect.opml import parse_opml
from tawatur.library.following.alone import alone
from tawatur.library.following.visit_decisions import as_page
from tawatur.records.refusal import Refusal
from tawatur.store.sources import Followed, followed_sources, save_source
from tawatur.store.sources import follow as begin_to_follow
from tawatur.store.store import open_store
from tawatur.store.troubles import Step, Trouble, count_troubles

FEED = "https://nahr.example/feed"


def tawatur(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tawatur", *map(str, arguments)],
        capture_output=True,
        check=False,
        timeout=120,
        text=True,
        env={**os.environ, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"},
    )


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


@pytest.fixture
def quiet() -> Iterator[None]:
    yield
    structlog.reset_defaults()


def test_names_are_followed_once_and_told_and_no_longer_followed(library: Path) -> None:
    said = tawatur("follow", "--db", library, "aljazeera", FEED, f"{FEED}#top")
    assert (said.returncode, said.stdout) == (0, "2 new, 0 were followed already\n")
    said = tawatur("follow", "--db", library, FEED)
    assert (said.returncode, said.stdout) == (0, "0 new, 1 were followed already\n")
    told = tawatur("sources", "--db", library)
    assert FEED in told.stdout
    assert "last seen never" in told.stdout
    said = tawatur("unfollow", "--db", library, "aljazeera", FEED)
    assert (said.returncode, said.stdout) == (0, "no longer followed: 2\n")
    assert tawatur("sources", "--db", library).stdout.startswith("Nothing is followed yet")


def test_a_name_nobody_knows_is_told_and_the_rest_is_followed(library: Path) -> None:
    said = tawatur("follow", "--db", library, "aljazera", FEED, "ftp://nahr.example/feed")
    assert said.returncode == 1
    assert said.stdout == "1 new, 0 were followed already\n"
    first, second = said.stderr.splitlines()
    assert first.startswith("aljazera: ")
    assert "close to it: aljazeera" in first
    assert second.startswith("ftp://nahr.example/feed: ")
    assert tawatur("unfollow", "--db", library, "no such thing").returncode == 1


def test_an_address_refused_in_a_list_is_told_as_one_named_directly(library: Path, tmp_path: Path) -> None:
    listed = tmp_path / "list.opml"
    listed.write_text(f'<opml><body><outline xmlUrl="{FEED}"/><outline xmlUrl="file:///x"/></body></opml>')
    said = tawatur("follow", "--db", library, listed)
    assert (said.returncode, said.stdout) == (1, "1 new, 0 were followed already\n")
    assert said.stderr == "file:///x: file is neither http nor https\n"


def test_what_is_followed_is_told_as_json_and_as_a_list_of_feeds(library: Path, tmp_path: Path) -> None:
    tawatur("follow", "--db", library, "aljazeera", FEED)
    told = [json.loads(line) for line in tawatur("sources", "--db", library, "--json").stdout.splitlines()]
    assert [one["outlet"] for one in told] == ["aljazeera", None]
    assert told[1]["url"] == FEED
    assert {name: told[1][name] for name in ("paused", "articles", "failures", "seen", "errors")} == {
        "paused": False,
        "articles": 0,
        "failures": 0,
        "seen": None,
        "errors": [],
    }
    listed = tmp_path / "feeds.opml"
    listed.write_text(tawatur("sources", "--db", library, "--opml").stdout, "utf-8")
    read = parse_opml(listed.read_bytes(), name="feeds")
    assert not isinstance(read, Refusal)
    assert [getattr(one, "url", one) for one in read] == [one["url"] for one in told]
    other = tmp_path / "other.db"
    assert tawatur("follow", "--db", other, listed).stdout == "2 new, 0 were followed already\n"
    again = tawatur("sources", "--db", other, "--json").stdout.splitlines()
    assert [json.loads(line)["title"] for line in again] == [one["title"] for one in told]
    assert tawatur("unfollow", "--db", other, listed).stdout == "no longer followed: 2\n"


def test_one_page_that_is_followed_is_told_as_such_and_not_as_paused(library: Path) -> None:
    now = datetime.now(UTC)
    with open_store(library) as store, store.writing() as connection:
        named = [Followed(url=f"http://nahr.example/{number}") for number in (1, 2)]
        begin_to_follow(connection, named, now=now)
        page, gone = followed_sources(connection)
        save_source(connection, as_page(page, now=now))
        save_source(connection, replace(gone, due=None, reason="gone"))
        unfit = Trouble(source=page.id, step=Step.FETCH, reason="bad-address", count=3)
        count_troubles(connection, [unfit], day=now.date())
    told = tawatur("sources", "--db", library).stdout.splitlines()
    assert told[1].endswith("a page, followed by its address alone")
    assert told[2].endswith("fetch bad-address 3")
    assert told[4].endswith("paused: gone")
    records = [json.loads(line) for line in tawatur("sources", "--db", library, "--json").stdout.splitlines()]
    assert [(one["kind"], one["paused"], one["reason"]) for one in records] == [
        ("page", False, None),
        ("unknown", True, "gone"),
    ]
    assert "parts" not in records[0]
    assert records[0]["errors"] == [{"step": "fetch", "reason": "bad-address", "count": 3}]


def test_an_address_inside_this_machine_is_not_asked_and_counted_so(library: Path) -> None:
    tawatur("follow", "--db", library, "http://127.0.0.1:9/feed")
    run = tawatur("collect", "--db", library)
    assert run.returncode == 0
    assert all(json.loads(line) for line in run.stderr.splitlines())
    (told,) = tawatur("sources", "--db", library, "--json").stdout.splitlines()
    assert json.loads(told)["errors"] == [{"step": "visit", "reason": "private-address", "count": 1}]


def test_a_second_collector_is_refused_for_as_long_as_the_first_one_runs(library: Path) -> None:
    tawatur("follow", "--db", library, "http://127.0.0.1:9/feed")
    with alone(library):
        for command in (["collect"], ["serve", "--collect", "--port", "8899"]):
            run = tawatur(*command, "--db", library)
            assert run.returncode == 2
            assert "another process is collecting into it" in run.stderr
    assert tawatur("collect", "--db", library).returncode == 0


@pytest.mark.usefixtures("quiet")
def test_what_is_followed_is_collected_into_the_library_and_the_archive(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = pieces(3)
    given = {one.path: html(page(one).encode()) for one in told}
    site = Site(
        host="nahr.example",
        purpose="a feed",
        pages=given | {"/feed?key=secret": xml(rss("nahr.example", told))},
    )
    verbs = CliRunner()
    archive = tmp_path / "kept.warc.gz"
    with Web([site]) as web:
        monkeypatch.setattr(
            collecting, "Fetcher", lambda *, manners: Fetcher(manners=manners, network=web.network())
        )
        monkeypatch.setattr(collecting, "Manners", lambda contact: Manners(contact=contact, pause=0.05))
        url = "http://nahr.example/feed?key=secret"
        assert verbs.invoke(follow, ["--db", str(library), url]).exit_code == 0
        options = ["--db", str(library), "--warc", str(archive), "--contact", "mailto:reader@nahr.example"]
        run = verbs.invoke(collect, options, catch_exceptions=False)
    assert run.exit_code == 0
    assert "secret" not in run.output
    assert {json.loads(line)["event"] for line in run.stderr.splitlines()} >= {
        "source.visited",
        "page.fetched",
    }
    assert all("mailto:reader@nahr.example" in one.headers["user-agent"] for one in web.log)
    (told_now,) = verbs.invoke(sources, ["--db", str(library), "--json"]).output.splitlines()
    assert json.loads(told_now)["articles"] == 3
    read = tawatur("read", archive, "--json").stdout.splitlines()
    assert {one.path for one in told} <= {"/" + json.loads(line)["id"].split("/", 3)[-1] for line in read}
