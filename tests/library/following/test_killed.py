"""A collector killed again and again in the middle of its work loses nothing and asks for nothing twice."""

import subprocess
import sys
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select
from tests.conftest import ROOT
from tests.web_of_sites.answers import html, xml
from tests.web_of_sites.feeds import rss
from tests.web_of_sites.server import Web
from tests.web_of_sites.site import Site
from tests.web_of_sites.texts import page, piece

from tawatur.store.checks import CHECKS
from tawatur.store.schema import addresses, pages, sources
from tawatur.store.sources import Followed, follow
from tawatur.store.store import open_store

SITES, PAGES, KILLS = 50, 4, 3


def site(number: int) -> Site:
    told = [piece(10 * number + one) for one in range(PAGES)]
    host = f"site-{number}.example"
    given = {one.path: html(page(one).encode()) for one in told}
    return Site(host=host, purpose="to be collected", pages=given | {"/feed": xml(rss(host, told))})


def test_nothing_is_lost_and_nothing_asked_twice_over_kills(tmp_path: Path) -> None:
    library = tmp_path / "library.db"
    with Web(map(site, range(SITES))) as web:
        with open_store(library) as store, store.writing() as connection:
            named = [Followed(url=f"http://{host}/feed") for host in web.sites]
            follow(connection, named, now=datetime.now(UTC))
        unwritten: list[str] = []
        for _ in range(KILLS):
            going = collecting(library, web)
            began = len(web.log)
            # Every run asks for the robots.txt of all sites anew.
            while going.poll() is None and len(web.log) < began + SITES + 60:
                time.sleep(0.005)
            assert going.poll() is None, "it should have been in the middle of its work"
            going.kill()
            going.wait()
            unwritten += lost(library, web)
        assert collecting(library, web).wait(120) == 0
        asked = Counter(one.url for one in web.log if one.target != "/robots.txt")
    assert len(asked) == SITES * (PAGES + 1)
    # What a site had answered last, and nobody lived to write down, is asked again, and nothing else.
    again = Counter(url for url, times in asked.items() for _ in range(times - 1))
    assert again <= Counter(unwritten)
    assert len(unwritten) <= SITES * KILLS
    with open_store(library) as store, store.reading() as connection:
        held = list(connection.execute(select(pages.c.url, pages.c.reason)))
        assert {name: check(connection) for name, check in CHECKS.items()} == dict.fromkeys(CHECKS, ())
    assert {row.url for row in held} == {url for url in asked if not url.endswith("/feed")}
    assert {row.reason for row in held} == {None}


def collecting(library: Path, web: Web) -> "subprocess.Popen[bytes]":
    command = [
        sys.executable,
        "-m",
        "tests.library.following.collecting_process",
        str(library),
        str(web.port),
    ]
    return subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)


def lost(library: Path, web: Web) -> list[str]:
    """Return what was asked for so far and is not written down as answered, no more than one of a site."""
    asked = {one.url for one in web.log if one.target != "/robots.txt"}
    with open_store(library) as store, store.reading() as connection:
        written = set(
            connection.execute(select(addresses.c.url).where(addresses.c.fetched.is_not(None))).scalars()
        )
        written |= set(connection.execute(select(sources.c.url).where(sources.c.seen.is_not(None))).scalars())
    missing = sorted(asked - written)
    assert len({url.split("/")[2] for url in missing}) == len(missing)
    return missing
