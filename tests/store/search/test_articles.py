"""Articles found by words and filters: a table over a small library of invented texts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection
from tests.store.search.made_up import Quote, article, put

from tawatur.outlets.directory import Directory
from tawatur.records.attribution import Act, SourceKind
from tawatur.store.search.articles import search_articles
from tawatur.store.search.query import parse
from tawatur.store.search.results import Order, Shown
from tawatur.store.store import open_store

ARTICLES = (
    article(
        "harbour",
        "افتتاح ميناء قرطبان الجديد",
        "افتتح والي قرطبان الميناء أمس. وقال الوالي سالم الدرعي إن السفن ستصل غدا.",
        Quote("السفن ستصل غدا", "الوالي سالم الدرعي", relays=("رويترز",), day="2015-08-02"),
        outlet="okaz",
        day="2015-08-03",
    ),
    article(
        "ministry",
        "الوزارة تنفي إغلاق المدارس",
        "نفت وزارة التعليم في قرطبان إغلاق المدارس بسبب السيول، وأكدت أن الدراسة مستمرة.",
        Quote("إغلاق المدارس", "وزارة التعليم", Act.DENY, SourceKind.ORGANIZATION),
        Quote("الدراسة مستمرة", "وزارة التعليم", Act.ASSERT, SourceKind.ORGANIZATION),
        outlet="okaz",
        day="2015-08-05",
    ),
    article(
        "visit",
        "زيارة إلى الشمال",
        "زار الوفد مدرسة في قرية السدر، ثم عاد إلى ميناءين قديمين. والتقى مسؤولا في الميناء.",
        Quote("عاد إلى ميناءين قديمين", "مسؤول في الميناء", Act.ASSERT, SourceKind.UNNAMED),
        outlet="aawsat",
        day="2015-07-30",
    ),
    article(
        "football",
        "كرة القدم: فوز قرطبان",
        "فاز فريق قرطبان على فريق السدر 3-1 في كرة القدم، وحضر ١٥٠٠ مشجع.",
        outlet="aawsat",
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


def found(connection: Connection, typed: str, directory: Directory, **shown: object) -> list[str]:
    results = search_articles(connection, parse(typed), Shown(**shown), outlets=directory)  # type: ignore[arg-type]
    assert results.total >= len(results.items)
    return [one.article.name for one in results.items]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("ميناء", "harbour visit"),
        ("الموانئ", ""),
        ("بالميناءِ", "harbour visit"),
        ("المدرسه", "visit"),
        ("مدارس", "ministry"),
        ("وزاره", "ministry"),
        ("زار", "visit"),
        ("والي قرطبان", "harbour"),
        ("مسئول", "visit"),
        ("1500", "football"),
        ("١٥٠٠", "football"),
        ('"كرة القدم"', "football"),
        ('"القدم كرة"', ""),
        ('"المدارس بسبب"', "ministry"),
        ("قرطبان -كرة", "harbour ministry"),
        ('قرطبان -"كرة القدم" -وزارة', "harbour"),
        ("-قرطبان", "visit"),
        ("السفن OR السيول", "harbour ministry"),
        ("السدر (الشمال OR كرة)", "football visit"),
        ("ميناء في قرطبان", "harbour"),
        ("في", "football ministry visit"),
        ("ميناء غريب", ""),
        ("قرطبان outlet:okaz", "harbour ministry"),
        ("قرطبان صحيفة:عكاظ", "harbour ministry"),
        ("outlet:aawsat", "football visit"),
        ("outlet:nobody", ""),
        ("قرطبان after:2015-08-04 before:2015-08", "ministry"),
        ("before:2015-07", "visit"),
        ("from:2015-08-03 to:2015-08-03", "harbour"),
        ("source:الدرعي", "harbour"),
        ('قال:"وزارة التعليم"', "ministry"),
        ("source:التعليم act:deny", "ministry"),
        ("source:الدرعي act:deny", ""),
        ("kind:unnamed", "visit"),
        ("kind:unnamed OR kind:person", "harbour visit"),
        ("relay:رويترز", "harbour"),
        ("relay:reuters act:deny", ""),
        ("source:1", "harbour"),
        ("story:7", ""),
        ("", "football harbour ministry visit"),
    ],
)
def test_what_is_found(connection: Connection, directory: Directory, typed: str, names: str) -> None:
    assert sorted(found(connection, typed, directory)) == names.split()


def test_the_title_counts_more_than_the_body(connection: Connection, directory: Directory) -> None:
    assert found(connection, "ميناء", directory) == ["harbour", "visit"]
    assert found(connection, "المدارس OR مدرسة OR زيارة", directory)[0] in ("ministry", "visit")


def test_the_newest_first_where_nothing_fits_better(connection: Connection, directory: Directory) -> None:
    # Undated articles sort by when they were first seen.
    assert found(connection, "", directory) == ["football", "ministry", "harbour", "visit"]
    newest = found(connection, "قرطبان", directory, order=Order.NEWEST)
    assert newest == ["football", "ministry", "harbour"]


def test_of_very_many_the_last_that_came_stand_first(
    connection: Connection, directory: Directory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tawatur.store.search.articles.MOST_RANKED", 2)
    assert found(connection, "قرطبان", directory) == ["football", "ministry", "harbour"]
    assert found(connection, "قرطبان outlet:okaz", directory) == ["harbour", "ministry"]


def test_results_come_in_parts(connection: Connection, directory: Directory) -> None:
    first = found(connection, "قرطبان", directory, limit=2)
    rest = found(connection, "قرطبان", directory, limit=2, skip=2)
    assert first + rest == found(connection, "قرطبان", directory)
    (one,) = search_articles(connection, parse("قرطبان"), Shown(limit=1), outlets=directory).items
    assert [mark.of(one.title.text) for mark in one.title.marks] == ["قرطبان"]


def test_a_word_in_its_very_form_stands_above_another_form(tmp_path: Path, directory: Directory) -> None:
    filler = "كلام عن شيء آخر تماما"
    with open_store(tmp_path / "library.db") as store:
        with store.writing() as writing:
            put(
                writing,
                article("same", "خبر", f"المزرعة {filler}"),
                article("other", "خبر", f"مزرعتهم {filler}"),
            )
            put(writing, *(article(f"n{number}", "خبر", filler) for number in range(9)))
        with store.reading() as reading:
            assert found(reading, "المزرعة", directory) == ["same", "other"]
            assert found(reading, "مزرعتهم", directory) == ["other", "same"]


HOSTILE = (
    '" OR 1=1 --', "'; DROP TABLE articles; --", 'title_forms : "x"', "NEAR(a b, 5)", "^a", "a*",
    "{body_stems} : a", "\x00", "()", '"" ""', "a" * 10_000, "م " * 10_000, "outlet:' OR ''='",
    'source:"*"', "\ud800",
)  # fmt: skip


@pytest.mark.parametrize("typed", HOSTILE)
def test_syntax_is_harmless_text(connection: Connection, directory: Directory, typed: str) -> None:
    found(connection, typed, directory)
    assert len(found(connection, "", directory)) == len(ARTICLES)


@given(
    typed=st.text()
    | st.text(st.sampled_from('او ":-|*()^{}ORn1\n')).map(lambda text: f"source:{text} ميناء {text}")
)
def test_no_query_is_an_error(connection: Connection, directory: Directory, typed: str) -> None:
    found(connection, typed, directory)
