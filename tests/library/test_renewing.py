"""Claims that another version kept in a form of its own: told in plain words, and made anew."""

import sqlite3
import zlib
from contextlib import closing
from pathlib import Path

import httpx
import msgspec
import pytest
from sqlalchemy import select
from tests.web.conftest import fill
from tests.web.serving import OUTLETS, served

from tawatur.api.problems import PROBLEM_JSON
from tawatur.errors import StoreError
from tawatur.library.corroborating import renew_claims
from tawatur.records.claim import Claim
from tawatur.store.checks import CHECKS
from tawatur.store.claims import claim_of_key, claims_are_current, in_another_form
from tawatur.store.members import claims_asserted
from tawatur.store.schema import claims
from tawatur.store.store import Store, open_store


@pytest.fixture
def library(tmp_path: Path) -> Store:
    with open_store(tmp_path / "library.db") as store:
        fill(store)
    return store


def whole(store: Store) -> dict[str, Claim]:
    with store.reading() as connection:
        keys = connection.execute(select(claims.c.key)).scalars().all()
        return {key: found.claim for key in keys if (found := claim_of_key(connection, key))}


def asserted(store: Store) -> list[object]:
    with store.reading() as connection:
        found = (claims_asserted(connection, article) for article in range(1, 40))
        return [[(number, one.key, one.pages) for number, one in lines.items()] for lines in found]


def make_older(file: Path) -> str:
    """Write the claims of one story in a form without one field; return the key of one of them."""
    with closing(sqlite3.connect(file)) as older:
        rows = older.execute("SELECT id, key, record FROM claims WHERE story = 1").fetchall()
        for number, _, record in rows:
            fields = msgspec.msgpack.decode(zlib.decompress(record))
            del fields["doubts"]
            pressed = zlib.compress(msgspec.msgpack.encode(fields))
            older.execute("UPDATE claims SET record = ? WHERE id = ?", (pressed, number))
        older.execute("UPDATE state SET claims_form = 1")
        older.commit()
        return str(rows[0][1])


def test_claims_of_another_form_are_made_anew_as_they_were(library: Store) -> None:
    before = whole(library), asserted(library)
    make_older(library.file)
    with open_store(library.file) as store:
        with store.reading() as connection:
            assert in_another_form(connection) == (1,)
        renew_claims(store, further_outlets=(OUTLETS,))
        with store.reading() as connection:
            assert claims_are_current(connection)
            assert in_another_form(connection) == ()
            assert [line for check in CHECKS.values() for line in check(connection)] == []
        assert (whole(store), asserted(store)) == before


def test_until_then_nobody_is_told_of_a_bug(library: Store) -> None:
    key = make_older(library.file)
    with open_store(library.file) as store:
        with store.reading() as connection, pytest.raises(StoreError, match="tawatur reread"):
            claim_of_key(connection, key)
        with served(store) as address, httpx.Client(base_url=address, trust_env=False) as client:
            pages = [
                client.get(path) for path in ("/ar/", "/ar/article/1", f"/ar/claim/{key}", "/ar/story/1")
            ]
            call = client.get(f"/api/v1/claims/{key}")
    assert [page.status_code for page in pages] == [200, 200, 503, 503]
    assert (call.status_code, call.headers["content-type"]) == (503, PROBLEM_JSON)


def test_a_library_is_looked_through_once(library: Store) -> None:
    with open_store(library.file) as store:
        for expected in (False, True):
            with store.reading() as connection:
                assert claims_are_current(connection) is expected
            renew_claims(store)
