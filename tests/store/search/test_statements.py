from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection
from tests.store.search.made_up import Quote, article, put

from tawatur.outlets.directory import Directory
from tawatur.records.attribution import Act, SourceKind
from tawatur.store.search.query import parse
from tawatur.store.search.results import Shown
from tawatur.store.search.statements import search_statements
from tawatur.store.store import open_store

ARTICLES = (
    article(
        "a",
        "الجسر",
        "قال رائد النعمي: الجسر آمن تماما. وقال: العمل مستمر. ونفت البلدية سقوط الجسر.",
        Quote("الجسر آمن تماما", "المتحدث رائد النعمي", day="2015-08-01"),
        Quote("العمل مستمر", "المتحدث رائد النعمي", day="2015-08-01", relays=("واس",)),
        Quote("سقوط الجسر", "البلدية", Act.DENY, SourceKind.ORGANIZATION),
        outlet="okaz",
        day="2015-08-02",
    ),
    article(
        "b",
        "الطريق",
        "أعلن رائد النعمي أن الطريق مغلق بعد سقوط جسر. وقال شاهد إن الجسور كلها قديمة.",
        Quote("الطريق مغلق بعد سقوط جسر", "رائد النعمي"),
        Quote("الجسور كلها قديمة", "شاهد", kind=SourceKind.UNNAMED),
        outlet="aawsat",
        day="2015-09-01",
    ),
)


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    file: Path = tmp_path_factory.mktemp("search") / "library.db"
    with open_store(file) as store:
        with store.writing() as writing:
            put(writing, *ARTICLES)
        with store.reading() as reading:
            yield reading


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("الجسر", "a0 a2 b0"),
        ("جسور", "b1"),
        ("source:النعمي", "a0 a1 b0"),
        ('source:"المتحدث رائد" after:2015-08 before:2015-08', "a0 a1"),
        ("source:النعمي after:2015-08-02", "b0"),
        ("سقوط -الطريق", "a2"),
        ("act:نفى", "a2"),
        ("الجسر source:النعمي", "a0 b0"),
        ("kind:unnamed", "b1"),
        ("relay:واس", "a1"),
        ("relay:واس الجسر", ""),
        ("outlet:okaz الجسر", "a0 a2"),
        ("-الجسر", "a1 b1"),
        ("-الجسر outlet:okaz", "a1"),
        ('"سقوط جسر"', "b0"),
        ("", "a0 a1 a2 b0 b1"),
    ],
)
def test_what_is_found(connection: Connection, directory: Directory, typed: str, places: str) -> None:
    results = search_statements(connection, parse(typed), Shown(), outlets=directory)
    named = [f"{one.statement.article.name}{one.statement.number}" for one in results.items]
    assert sorted(named) == places.split()
    assert results.total == len(named)


def test_of_very_many_the_last_that_came_stand_first(
    connection: Connection, directory: Directory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tawatur.store.search.statements.MOST_RANKED", 2)
    results = search_statements(connection, parse("الجسر"), Shown(), outlets=directory)
    named = [f"{one.statement.article.name}{one.statement.number}" for one in results.items]
    assert named == ["b0", "a2", "a0"]


def test_all_that_one_party_said_by_its_number_the_newest_first(
    connection: Connection, directory: Directory
) -> None:
    (first,) = search_statements(connection, parse("آمن"), Shown(), outlets=directory).items
    results = search_statements(
        connection, parse(f"source:{first.statement.party}"), Shown(), outlets=directory
    )
    assert [one.passage.text for one in results.items] == ["العمل مستمر", "الجسر آمن تماما"]


def test_the_words_are_marked_in_what_was_said(connection: Connection, directory: Directory) -> None:
    (one,) = search_statements(connection, parse("مغلق طريق"), Shown(), outlets=directory).items
    assert [mark.of(one.passage.text) for mark in one.passage.marks] == ["الطريق", "مغلق"]
    assert one.statement.attribution.resolved == "رائد النعمي"
