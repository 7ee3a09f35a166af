from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection
from tests.store.search.made_up import article, claim, new_story, put

from tawatur.store.claims import replace_claims
from tawatur.store.entry import claim_entry
from tawatur.store.search.claims import claims_of_article, claims_saying
from tawatur.store.store import open_store

CLAIMS = (
    "السلطات أغلقت جسر قرطبان بعد ظهور شقوق فيه",
    "السلطات أعادت فتح جسر قرطبان أمام الشاحنات",
    "وزارة التعليم أجلت الامتحانات أسبوعين بسبب السيول",
)


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    file: Path = tmp_path_factory.mktemp("claims") / "library.db"
    with open_store(file) as store:
        with store.writing() as writing:
            bridge, school, _ = put(writing, *(article(name, "خبر", "نص.") for name in "abc"))
            replace_claims(
                writing,
                {
                    new_story(writing, bridge): [claim_entry(claim(text, "a")) for text in CLAIMS[:2]],
                    new_story(writing, school): [claim_entry(claim(CLAIMS[2], "b"))],
                },
            )
        with store.reading() as reading:
            yield reading


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (CLAIMS[0], 0),
        ("إغلاق جسر قرطبان للشقوق", 0),
        ("فتح الجسر للشاحنات", 1),
        ("هل تأجلت الامتحانات بالسيول؟", 2),
        ("التعليم: الامتحانات مؤجلة أسبوعين", 2),
    ],
)
def test_the_claim_that_says_it_stands_first(connection: Connection, text: str, first: int) -> None:
    assert claims_saying(connection, text)[0].stored.claim.text == CLAIMS[first]


@pytest.mark.parametrize("text", ["", "«»", "افتتاح حديقة الحيوان في السدر", '" OR *', "و في من"])
def test_nothing_says_what_nobody_said(connection: Connection, text: str) -> None:
    assert claims_saying(connection, text) == ()


def test_the_claims_of_an_article_are_those_it_carries(connection: Connection) -> None:
    assert [one.claim.text for one in claims_of_article(connection, "a")] == list(CLAIMS[:2])
    assert claims_of_article(connection, "c") == claims_of_article(connection, "nobody") == ()
