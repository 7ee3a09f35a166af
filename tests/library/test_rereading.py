"""The library's pages read again: what was made of them is renewed, whatever was cut off in between."""

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import Table, delete, select, update

from tawatur.collect.inputs import pages
from tawatur.library.adding import add_pages
from tawatur.library.entries import unpacked_stated
from tawatur.library.rereading import reread_pages
from tawatur.library.writing import Kept
from tawatur.records.page import Page
from tawatur.store.checks import CHECKS
from tawatur.store.packing import packed, pressed
from tawatur.store.schema import articles, attributions, claims, families, gists, relays, stories
from tawatur.store.schema import pages as pages_table
from tawatur.store.search.tables import claim_words
from tawatur.store.store import Store, open_store

_UNDATED = {"published": None, "precision": None, "how": None, "day": None, "moment": 5}
_NEW = ("id", "change")
_RENEWED = (articles, attributions, relays, families, gists, stories, claims)


@pytest.fixture
def filled(store: Store, sample: Path, sample_outlets: tuple[Path, ...]) -> Store:
    list(add_pages(store, pages([str(sample / "pages")]), workers=1, further_outlets=sample_outlets))
    return store


def whole(store: Store, *tables: Table) -> dict[str, set[tuple[object, ...]]]:
    """Return rows without the number of the change that wrote them."""
    with store.reading() as connection:
        return {
            table.name: {
                tuple(_opened(name, value) for name, value in row._mapping.items() if name not in _NEW)
                for row in connection.execute(select(table))
            }
            for table in tables
        }


def _opened(name: str, value: object) -> object:
    """Return a value that two processes write alike: their sets are in no order."""
    if name != "stated" or not isinstance(value, bytes):
        return value
    return msgspec.json.encode(unpacked_stated(value), order="sorted")


def again(store: Store, outlets: tuple[Path, ...]) -> list[Kept]:
    return list(reread_pages(store, workers=1, further_outlets=outlets))


def assert_sound(store: Store) -> None:
    with store.reading() as connection:
        assert {name: check(connection) for name, check in CHECKS.items()} == dict.fromkeys(CHECKS, ())


def test_what_the_same_reader_reads_again_stays_as_it_is(
    filled: Store, sample_outlets: tuple[Path, ...]
) -> None:
    before = whole(filled, *_RENEWED)
    kept = again(filled, sample_outlets)
    assert set(Counter(str(one.outcome) for one in kept)) == {"unchanged", "refused"}
    assert whole(filled, *_RENEWED) == before
    assert_sound(filled)


@pytest.mark.parametrize(
    ("table", "older"),
    [
        (articles, {"times": packed(())}),
        (articles, {"furniture": packed(())}),
        (articles, _UNDATED),
        (gists, {"stated": pressed({})}),
        (attributions, {"licence": "older"}),
    ],
    ids=["times", "furniture", "day", "what is stated", "statements"],
)
def test_what_an_older_reader_made_of_a_text_is_renewed(
    filled: Store, sample_outlets: tuple[Path, ...], table: Table, older: dict[str, object]
) -> None:
    before = whole(filled, *_RENEWED)
    with filled.writing() as connection:
        connection.execute(update(table).values(older))
    assert whole(filled, table) != whole(filled) | {table.name: before[table.name]}
    again(filled, sample_outlets)
    assert whole(filled, *_RENEWED) == before
    assert_sound(filled)


def test_the_source_of_a_text_and_the_times_of_a_story_follow_its_articles(
    filled: Store, sample_outlets: tuple[Path, ...]
) -> None:
    before = whole(filled, families, stories)
    with filled.writing() as connection:
        connection.execute(update(articles).values(credits=packed(()), **_UNDATED))
        connection.execute(update(families).values(root=None, root_from=None))
        connection.execute(update(stories).values(first=5, last=5))
    again(filled, sample_outlets)
    assert whole(filled, families, stories) == before


def test_every_story_is_corroborated_anew_though_its_pages_read_as_they_did(
    filled: Store, sample_outlets: tuple[Path, ...]
) -> None:
    before = whole(filled, claims)
    with filled.writing() as connection:
        connection.execute(delete(claims))
        connection.execute(delete(claim_words))
    again(filled, sample_outlets)
    assert len(whole(filled, claims)["claims"]) == len(before["claims"])
    assert_sound(filled)


def test_a_run_that_is_killed_is_repeated_and_loses_and_doubles_nothing(
    tmp_path: Path, sample: Path, sample_outlets: tuple[Path, ...]
) -> None:
    file = tmp_path / "library.db"
    command = [sys.executable, "-m", "tawatur"]
    further = ["--db", str(file), *(f"--outlets={one}" for one in sample_outlets)]
    with open_store(file) as store:
        list(add_pages(store, _many(sample), workers=1, further_outlets=sample_outlets))
        before = whole(store, *_RENEWED, pages_table)
        with store.writing() as connection:
            connection.execute(update(attributions).values(licence="older"))
        running = subprocess.Popen([*command, "reread", *further], stdout=subprocess.DEVNULL)
        while not 0 < _older(store) < len(before["attributions"]):
            time.sleep(0.01)
            assert running.poll() is None
        os.kill(running.pid, signal.SIGKILL)
        running.wait()
        assert _older(store) > 0
        assert_sound(store)
        done = subprocess.run(
            [*command, "reread", *further], check=True, capture_output=True, env=os.environ | {"LC_ALL": "en"}
        )
        assert "pages read anew" in done.stdout.decode()
        assert whole(store, *_RENEWED, pages_table) == before
        assert_sound(store)


def _older(store: Store) -> int:
    with store.reading() as connection:
        query = select(attributions.c.article).where(attributions.c.licence == "older")
        return len(connection.execute(query).all())


def _many(sample: Path) -> list[Page]:

    taken = [page for page in pages([str(sample / "pages")]) if isinstance(page, Page)]
    return [
        replace(page, id=f"{page.id}-{turn}", url=page.url and f"{page.url}?turn={turn}")
        for turn in range(10)
        for page in taken
    ]
