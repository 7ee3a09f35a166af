"""What a library held before a migration it holds behind it, counted as it is counted today."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select
from tests.store.migrating import make_library

from tawatur.records.claim import Claim, Member, Stance
from tawatur.store.claim_lines import claim_lines
from tawatur.store.growth import most_grown
from tawatur.store.members import claims_asserted
from tawatur.store.moments import time_of
from tawatur.store.packing import pressed
from tawatur.store.pages import refusals
from tawatur.store.schema import claims
from tawatur.store.sources import followed_sources
from tawatur.store.store import open_store
from tawatur.store.stories import standing_story

_HOUR = 3_600
_FILLED = """
INSERT INTO pages (id, name, added, seen) VALUES (1, 'a', 0, 0), (2, 'b', 0, 0);
INSERT INTO stories
    (id, name, merged_into, first, last, articles, pages, outlets, origins_min, origins_max, title)
VALUES (1, 's1', NULL, 0, 0, 2, 2, 1, 0, 0, 'one'), (2, 's2', 1, 0, 0, 0, 0, 0, 0, 0, 'two');
INSERT INTO articles
    (id, name, page, place, moment, story, first_seen, updated, change, credits, body, times, furniture)
VALUES (1, 'a', 1, 'main', 0, 1, 0, 0, 0, x'90', 'a', x'90', x'90'),
    (2, 'b', 2, 'main', 0, 1, 0, 0, 0, x'90', 'b', x'90', x'90');
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


@pytest.fixture
def older(file: Path, request: pytest.FixtureRequest) -> Iterator[sqlite3.Connection]:
    """A library of the revision that the test names, with two articles in one story."""
    make_library(file, request.param)
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(_FILLED)
        yield connection


def claim(key: str, members: tuple[Member, ...], pages: tuple[str, ...]) -> Claim:
    return Claim(
        key=key,
        text=key,
        pages=pages,
        first_pages=(),
        members=members,
        origins=(),
        origins_min=0,
        origins_max=0,
        doubts=(),
        denied_by=(),
        conflicts=(),
    )


def add_claim(library: sqlite3.Connection, number: int, one: Claim) -> None:
    library.execute(
        "INSERT INTO claims (id, key, story, rank, pages, origins_min, origins_max, denials, text, record)"
        " VALUES (?, ?, 1, ?, ?, 0, 0, 0, ?, ?)",
        (number, one.key, number, len(one.pages), one.text, pressed(one)),
    )


@pytest.mark.parametrize("older", ["0003"], indirect=True)
def test_0004_counts_each_voice_in_the_hour_in_which_it_spoke_last(
    file: Path, older: sqlite3.Connection
) -> None:
    for number in (1, 2, 3):
        add_claim(older, number, claim(str(number), (), ("a",)))
    spoken = [
        # The minister speaks of two claims, the silent outlet of one, a namesake heard elsewhere of another.
        (1, 0, 1, 10 * _HOUR + 5, "وزير المياه", None),
        (2, 0, 1, 30 * _HOUR + 5, "وزير المياه", None),
        (1, 1, 1, 10 * _HOUR + 59, "", "nabaa"),
        (3, 0, 1, 30 * _HOUR + 9, "وزير المياه", "nabaa"),
    ]
    older.executemany(
        "INSERT INTO origins (claim, number, story, moment, party, first_outlet) VALUES (?, ?, ?, ?, ?, ?)",
        spoken,
    )
    older.commit()
    with open_store(file) as store, store.reading() as connection:
        grown = {
            since: most_grown(connection, since=time_of(since * _HOUR), limit=9) for since in (9, 11, 31)
        }
        assert standing_story(connection, 2) == 1
    assert grown == {9: {1: 3}, 11: {1: 2}, 31: {}}


@pytest.mark.parametrize("older", ["0004"], indirect=True)
def test_0005_takes_from_pages_a_reason_they_never_had(file: Path, older: sqlite3.Connection) -> None:
    older.executescript(
        "INSERT INTO sources (url, kind, followed, every, articles, failures, reason, folders) VALUES"
        " ('http://a.example/1', 'page', 0, 0, 1, 0, 'page', ''),"
        " ('http://a.example/feed', 'listing', 0, 0, 1, 0, 'gone', '')"
    )
    with open_store(file) as store, store.reading() as connection:
        found = followed_sources(connection)
    assert [(one.reason, one.paused, one.parts) for one in found] == [(None, False, ()), ("gone", True, ())]


@pytest.mark.parametrize("older", ["0005"], indirect=True)
def test_0006_knows_by_the_article_which_claims_it_asserts(file: Path, older: sqlite3.Connection) -> None:
    said = Member(article="a", attribution=3, span=None, stance=Stance.ASSERTS)
    denied = replace(said, attribution=4, stance=Stance.DENIES)
    untold = replace(said, attribution=None)
    add_claim(older, 1, claim("alone", (said,), ("a",)))
    add_claim(older, 2, claim("shared", (said, denied, untold, replace(said, article="b")), ("a", "b")))
    older.commit()
    with open_store(file) as store:
        with store.reading() as connection:
            known = {number: claims_asserted(connection, number) for number in (1, 2)}
            lines = {line.key: line for line in claim_lines(connection, 1, limit=9)}
        assert known == {1: {3: lines["shared"]}, 2: {3: lines["shared"]}}
        with store.writing() as connection:
            connection.execute(claims.delete().where(claims.c.key == "shared"))
        with store.reading() as connection:
            assert connection.execute(select(claims.c.key)).scalars().all() == ["alone"]
            assert claims_asserted(connection, 1) == {3: lines["alone"]}
            assert claims_asserted(connection, 2) == {}


@pytest.mark.parametrize("older", ["0006"], indirect=True)
def test_0007_gives_what_was_forbidden_its_own_reason(file: Path, older: sqlite3.Connection) -> None:
    told = {
        "closed to tawatur by robots.txt, line 2, for *: Disallow: /": "robots",
        "no robots.txt to be had, which closes the site for now: answered 500": "robots-unreachable",
        "http://a.example/: a.example leads to 10.0.0.1, which is not public": "private-address",
        "http://a.example:25/: port 25 is none of the web's (80, 443)": "private-address",
        "ftp is neither http nor https": "bad-address",
    }
    add = "INSERT INTO pages (name, added, seen, reason, detail) VALUES (?, 0, 0, ?, ?)"
    older.executemany(add, [(detail, "forbidden", detail) for detail in told])
    older.execute(add, ("image", "binary", None))
    older.commit()
    with open_store(file) as store, store.reading() as connection:
        found = {one.id: str(one.reason) for one in refusals(connection, limit=9)}
    assert found == told | {"image": "binary"}
