"""Pages into the library: once, whole, and again only where they have changed."""

import json
import multiprocessing
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select, update

from tawatur.collect.inputs import pages
from tawatur.lexicons.abbreviations import abbreviations
from tawatur.library.adding import add_pages
from tawatur.library.writing import Kept, Outcome
from tawatur.records.page import Page, PageForm
from tawatur.records.read_page import ReadArticle
from tawatur.records.refusal import Refusal, RefusalReason
from tawatur.store.articles import article_number, read_articles
from tawatur.store.checks import CHECKS
from tawatur.store.claims import claim_of_key, claims_of_story
from tawatur.store.cursors import Part
from tawatur.store.packing import packed, pressed
from tawatur.store.pages import count_pages, refusals
from tawatur.store.parties import most_quoted
from tawatur.store.revisions import revisions_of
from tawatur.store.schema import articles, attributions, gists
from tawatur.store.schema import pages as pages_table
from tawatur.store.store import Store, open_store
from tawatur.store.stories import growing_stories, latest_stories, standing_story
from tawatur.stories.changes import changes

FIRST = "قالت وزيرة المياه ليان الساحلي، إن السد سيفتح أبوابه الأسبوع المقبل.\n\nامتلأت البحيرة كلها."
PARAGRAPHS = "".join(
    f"<p>{line}</p>"
    for line in (
        "قالت وزيرة المياه ليان الساحلي، إن السد سيفتح أبوابه الأسبوع المقبل بعد امتلاء البحيرة كلها.",
        "وأضافت الوزيرة أن المزارعين في الوادي سيحصلون على حصصهم من الماء كما في كل عام.",
        "وكانت أمطار الربيع قد ملأت البحيرة للمرة الأولى منذ عشرة أعوام، بحسب مصلحة السدود.",
    )
)
EDITED = "قالت وزيرة المياه ليان الساحلي، إن السد سيفتح أبوابه الشهر المقبل.\n\nامتلأت البحيرة كلها."


def given(name: str, text: str = FIRST, **further: str | None) -> Page:
    return replace(
        Page(id=name, form=PageForm.ARTICLE, content=text.encode(), encoding="utf-8", title="السد"),
        **further,  # type: ignore[arg-type]
    )


def add(store: Store, *items: Page | Refusal) -> list[Kept]:
    return list(add_pages(store, items, workers=1))


def outcomes(kept: list[Kept]) -> list[str]:
    return [str(one.outcome) for one in kept]


def article(store: Store, name: str) -> ReadArticle:
    with store.reading() as connection:
        number = article_number(connection, name)
        assert number is not None
        return read_articles(connection, [number])[number]


def counted(store: Store, table: object = articles) -> int:
    with store.reading() as connection:
        return connection.execute(select(func.count()).select_from(table)).scalar_one()  # type: ignore[arg-type]


def assert_sound(store: Store) -> None:
    with store.reading() as connection:
        assert {name: check(connection) for name, check in CHECKS.items()} == dict.fromkeys(CHECKS, ())


def test_one_page_by_way_of_a_feed_and_of_an_archive_is_no_edit(store: Store) -> None:
    html = f"<html><h1>السد يفتح أبوابه</h1><article>{PARAGRAPHS}</article></html>"
    archived = Page(id="dam", form=PageForm.HTML, content=html.encode(), encoding="utf-8")
    by_feed = replace(archived, title="سد الرملة", date="2031-05-04T10:00:00Z")
    changed = replace(archived, content=html.replace("الأسبوع المقبل", "الشهر المقبل").encode())
    runs = [add(store, page) for page in (by_feed, archived, by_feed, changed)]
    assert [outcomes(kept) for kept in runs] == [["added"], ["unchanged"], ["unchanged"], ["updated"]]
    with store.reading() as connection:
        number = article_number(connection, "dam")
        assert number is not None
        (revision,) = revisions_of(connection, number)
    assert revision.body != article(store, "dam").article.body


def test_a_page_that_was_refused_is_refused_again(store: Store) -> None:
    empty = given("empty", text="")
    assert outcomes(add(store, empty)) == outcomes(add(store, empty)) == ["refused"]


def test_the_sample_goes_in_once_however_often_it_is_given(
    store: Store, sample: Path, sample_outlets: tuple[Path, ...]
) -> None:
    def run() -> list[Kept]:
        return list(
            add_pages(store, pages([str(sample / "pages")]), workers=2, further_outlets=sample_outlets)
        )

    first = run()
    assert Counter(outcomes(first)) == {"added": 38, "refused": 4}
    assert {one.refusal.reason for one in first if one.refusal} >= {
        RefusalReason.LOGIN_WALL,
        RefusalReason.INDEX_PAGE,
    }
    before = counted(store), counted(store, attributions)
    assert before[0] > 38, "the second articles on pages are missing"
    assert Counter(outcomes(run())) == {"unchanged": 38, "refused": 4}
    assert (counted(store), counted(store, attributions)) == before
    assert_sound(store)


def test_an_edited_text_becomes_a_revision_with_what_was_edited(store: Store) -> None:
    add(store, given("dam"))
    (kept,) = add(store, given("dam", EDITED))
    assert kept.outcome is Outcome.UPDATED
    with store.reading() as connection:
        (number,) = kept.articles
        (revision,) = revisions_of(connection, number)
    assert revision.body == FIRST
    assert article(store, "dam").article.body == EDITED
    (change,) = changes(revision.body, EDITED, abbreviations=abbreviations())
    assert change.original is not None
    assert change.copy is not None
    assert (change.original.of(FIRST), change.copy.of(EDITED)) == (
        FIRST.splitlines()[0],
        EDITED.splitlines()[0],
    )
    add(store, given("dam", FIRST))
    with store.reading() as connection:
        assert [one.body for one in revisions_of(connection, number)] == [FIRST, EDITED]
        assert [party.statements for party in most_quoted(connection, Part()).items] == [1]
    assert counted(store) == 1
    assert_sound(store)


def test_a_page_that_changes_around_its_article_is_no_edit(store: Store) -> None:
    markup = "<html><body><nav>{}</nav><article><h1>السد</h1><p>{}</p><p>{}</p></article></body></html>"
    paragraphs = [FIRST * 3, EDITED * 3]
    states = [markup.format(advertisement, *paragraphs) for advertisement in ("إعلان", "إعلان آخر")]
    for state in states:
        kept = add(store, Page(id="dam", form=PageForm.HTML, content=state.encode(), encoding="utf-8"))
    assert outcomes(kept) == ["unchanged"]
    with store.reading() as connection:
        assert revisions_of(connection, kept[0].articles[0]) == ()


def test_one_address_is_one_page_whatever_it_is_called(store: Store) -> None:
    add(store, given("dam", url="http://www.akhbar.example/1?utm_source=x"))
    again = given("http://akhbar.example/1", EDITED, url="https://akhbar.example/1")
    assert outcomes(add(store, again)) == ["updated"]
    assert outcomes(add(store, again)) == ["unchanged"]
    assert counted(store) == 1
    assert article(store, "dam").article.body == EDITED


def test_one_name_at_two_addresses_is_two_pages(store: Store) -> None:
    one, other = (
        given("index", text, url=f"http://akhbar.example/{n}") for n, text in ((1, FIRST), (2, EDITED))
    )
    assert outcomes(add(store, one, other)) == ["added", "added"]
    assert outcomes(add(store, other, one)) == ["unchanged", "unchanged"]
    assert article(store, "index").article.body == FIRST
    assert article(store, "index~2").article.body == EDITED
    assert_sound(store)


def test_a_page_given_twice_at_once_is_one(store: Store) -> None:
    assert outcomes(add(store, given("dam"), given("dam"), given("dam", EDITED))) == [
        "added",
        "unchanged",
        "updated",
    ]


def test_an_id_that_looks_like_another_pages_second_article_is_no_trouble(store: Store, sample: Path) -> None:
    (file,) = (sample / "pages").glob("railway-04*")
    (page,) = pages([str(file)])
    assert isinstance(page, Page)
    assert outcomes(add(store, given(f"{page.id}#2"), page, given(f"{page.id}~2"))) == ["added"] * 3
    assert outcomes(add(store, page)) == ["unchanged"]
    assert counted(store) == 4


def test_a_refusal_is_kept_and_gives_way_to_a_reading(store: Store) -> None:
    refused = Refusal(id="http://akhbar.example/1", reason=RefusalReason.UNREADABLE, detail="no answer")
    (kept,) = add(store, refused)
    assert kept.refusal == refused
    with store.reading() as connection:
        assert refusals(connection, limit=9) == (refused,)
    page = given("http://akhbar.example/1", url="http://akhbar.example/1")
    assert outcomes(add(store, page)) == ["updated"]
    assert outcomes(add(store, refused)) == ["refused"]
    with store.reading() as connection:
        assert count_pages(connection) == {None: 1}
    assert article(store, page.id).article.body == FIRST
    assert_sound(store)


def test_hostile_texts_are_kept_harmlessly(store: Store) -> None:
    title = "\u202e" + "ا" * 10_000_000
    hostile = given("o'; DROP TABLE articles; --\ud800\0", FIRST + "\n\n\0 <script>'\u202e", title=title)
    assert outcomes(add(store, hostile, hostile)) == ["added", "unchanged"]
    read = article(store, "o'; DROP TABLE articles; --\ufffd\ufffd").article
    assert read.title is not None
    assert read.body.endswith("<script>'\u202e")
    assert_sound(store)


def records(folder: Path, count: int) -> Path:
    file = folder / "records.jsonl"
    lines = (json.dumps({"id": f"r{n}", "text": f"{FIRST} {n}", "date": "2021-03-02"}) for n in range(count))
    file.write_text("\n".join(lines), "utf-8")
    return file


def test_a_run_that_is_killed_is_continued(tmp_path: Path) -> None:
    library, count = tmp_path / "library.db", 3000
    file = records(tmp_path, count)
    command = [sys.executable, "-m", "tawatur", "add", str(file), "--db", str(library)]
    running = subprocess.Popen(command, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    open_store(library).close()
    with open_store(library) as store:
        while not counted(store):
            time.sleep(0.02)
            assert running.poll() is None
        os.kill(running.pid, signal.SIGKILL)
        running.wait()
        assert 0 < counted(store) < count
        assert_sound(store)
    done = subprocess.run(command, check=True, capture_output=True)
    assert str(count) not in done.stdout.decode(), "nothing was passed over"
    with open_store(library) as store:
        assert counted(store) == count == counted(store, pages_table)
        assert_sound(store)


def add_all(library: Path, file: Path) -> None:
    with open_store(library) as store:
        list(add_pages(store, pages([str(file)]), workers=1))


def test_two_writers_and_a_reader_at_once(tmp_path: Path) -> None:
    library, count = tmp_path / "library.db", 400
    file = records(tmp_path, count)
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=add_all, args=(library, file)) for _ in range(2)]
    for writer in writers:
        writer.start()
    with open_store(library) as store:
        last = 0
        while any(writer.is_alive() for writer in writers):
            now = counted(store)
            assert last <= now <= count
            last = now
        assert [writer.exitcode for writer in writers] == [0, 0]
        assert counted(store) == count == counted(store, attributions)
        assert_sound(store)


@pytest.mark.parametrize("name", ["pages", "counts", "spans", "relays", "references", "stories", "words"])
def test_each_check_finds_what_is_broken(store: Store, name: str) -> None:
    add(store, given("dam"))
    breaking = {
        "pages": "UPDATE pages SET reason = 'empty'",
        "counts": "UPDATE parties SET statements = 7",
        "spans": "UPDATE articles SET body = 'short'",
        "relays": "INSERT INTO relays VALUES (1, 9, 0, 'k', 'n')",
        "references": "UPDATE articles SET page = 99",
        "stories": "UPDATE stories SET articles = 9",
        "words": "INSERT INTO article_words (article_words) VALUES ('delete-all')",
    }
    # A connection of its own does not hold the references that the library's connections hold.
    with closing(sqlite3.connect(store.file, isolation_level=None)) as raw:
        raw.execute(breaking[name])
    with store.reading() as connection:
        assert CHECKS[name](connection) != ()


def stories_with_claims(store: Store) -> list[tuple[int, int, tuple[str, ...]]]:
    with store.reading() as connection:
        return [
            (head.articles, len(claims_of_story(connection, head.id)), head.outlets)
            for head in latest_stories(connection, Part(limit=100)).items
        ]


def test_stories_and_claims_stand_as_soon_as_their_articles(
    store: Store, sample: Path, sample_outlets: tuple[Path, ...]
) -> None:
    every = list(pages([str(sample / "pages")]))
    list(add_pages(store, every, workers=1, further_outlets=sample_outlets))
    found = stories_with_claims(store)
    assert sum(articles for articles, *_ in found) == counted(store)
    assert max(articles for articles, *_ in found) >= 6
    assert all(claims for _, claims, _ in found)
    with store.reading() as connection:
        assert growing_stories(connection, since=datetime(2021, 1, 1, tzinfo=UTC))[0].origins > 1
    assert_sound(store)


def test_pages_that_come_one_by_one_make_the_stories_that_they_make_together(
    tmp_path: Path, sample: Path, sample_outlets: tuple[Path, ...]
) -> None:
    river = [page for page in pages([str(sample / "pages" / "r*")]) if isinstance(page, Page)]
    with open_store(tmp_path / "together.db") as together, open_store(tmp_path / "single.db") as single:
        list(add_pages(together, river, workers=1, further_outlets=sample_outlets))
        for page in river:
            list(add_pages(single, [page], workers=1, further_outlets=sample_outlets))
        assert_sound(single)
        assert sum(articles for articles, *_ in stories_with_claims(single)) == counted(single)
        assert len(stories_with_claims(single)) <= 2 * len(stories_with_claims(together))


def test_a_claim_is_found_under_its_key_as_its_story_grows(
    store: Store, sample: Path, sample_outlets: tuple[Path, ...]
) -> None:
    river = [page for page in pages([str(sample / "pages" / "river-0*")]) if isinstance(page, Page)]
    list(add_pages(store, river[:1], workers=1, further_outlets=sample_outlets))
    with store.reading() as connection:
        (first,) = latest_stories(connection, Part()).items
        keys = [one.claim.key for one in claims_of_story(connection, first.id)]
    list(add_pages(store, river[1:], workers=1, further_outlets=sample_outlets))
    with store.reading() as connection:
        assert standing_story(connection, first.id) is not None
        found = [claim_of_key(connection, key) for key in keys]
    assert all(found)
    assert max(len(one.claim.pages) for one in found if one) > 3
    assert_sound(store)


def test_what_an_earlier_version_kept_in_another_form_is_found_anew(
    store: Store, tmp_path: Path, sample: Path, sample_outlets: tuple[Path, ...]
) -> None:
    river = [page for page in pages([str(sample / "pages" / "river-0*")]) if isinstance(page, Page)]
    with open_store(tmp_path / "same.db") as same:
        for library in (store, same):
            list(add_pages(library, river[:3], workers=1, further_outlets=sample_outlets))
        with store.writing() as connection:
            connection.execute(
                update(gists).values(fingerprint=packed({"another": "form"}), stated=pressed({}))
            )
        for library in (store, same):
            list(add_pages(library, river[3:], workers=1, further_outlets=sample_outlets))
        assert stories_with_claims(store) == stories_with_claims(same)


def test_what_became_of_a_page_is_told_by_the_id_it_came_with(store: Store) -> None:
    add(store, given("a", url="http://nahr.example/1"))
    kept = add(store, given("b", FIRST + " وعاد الموظفون.", url="http://nahr.example/1"), given("c", " "))
    assert sorted((one.given, one.name, str(one.outcome)) for one in kept) == [
        ("b", "a", "updated"),
        ("c", "c", "refused"),
    ]
