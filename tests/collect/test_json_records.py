"""A record becomes the page its giver meant."""

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tawatur.collect.inputs import pages
from tawatur.collect.json_records import page_of_record, saudinewsnet_id
from tawatur.records.page import Page, PageForm
from tawatur.records.refusal import Refusal, RefusalReason


def page(**record: Any) -> Page | Refusal:
    return page_of_record(json.dumps(record).encode(), otherwise="file", place="file, line 1")


def test_an_article_is_taken_verbatim() -> None:
    assert page(
        id=7, outlet="alnahda", url="https://a.example/1", date="2024-02-03", title=" عنوان ", byline="",
        text=" قال \n",
    ) == Page(
        id="7", form=PageForm.ARTICLE, content=" قال \n".encode(), encoding="utf-8", url="https://a.example/1",
        outlet="alnahda", title="عنوان", date="2024-02-03",
    )  # fmt: skip


def test_saudinewsnet_s_names_mean_the_same() -> None:
    taken = page(
        source="okaz",
        url="http://okaz.example/1",
        date_extracted="2015-07-21",
        title="ع",
        author="واس",
        content="نص",
    )
    assert isinstance(taken, Page)
    assert (taken.outlet, taken.date, taken.byline) == ("okaz", "2015-07-21", "واس")
    assert taken.id == saudinewsnet_id("okaz", "http://okaz.example/1", "نص")


@pytest.mark.parametrize(
    ("field", "form"), [("page", PageForm.TEXT), ("html", PageForm.HTML), ("text", PageForm.ARTICLE)]
)
def test_the_field_tells_the_form(field: str, form: PageForm) -> None:
    taken = page(**{field: "<p>نص</p>"})
    assert isinstance(taken, Page)
    assert (taken.id, taken.form) == ("file", form)


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        (b"{bad", RefusalReason.BROKEN_RECORD),
        (b"7", RefusalReason.BROKEN_RECORD),
        (b'{"title": "x"}', RefusalReason.BROKEN_RECORD),
        (b'{"text": null, "page": null}', RefusalReason.BROKEN_RECORD),
        (b'{"text": 5}', RefusalReason.BROKEN_RECORD),
        (b'{"text": "\\ud800"}', RefusalReason.BROKEN_RECORD),
        (b'{"text": "\xff"}', RefusalReason.BROKEN_RECORD),
        (b'{"x": ' + b"[" * 5000 + b"]" * 5000 + b', "text": "a"}', RefusalReason.BROKEN_RECORD),
        (b'{"id": "a", "text": " \\n "}', RefusalReason.EMPTY),
    ],
)
def test_a_record_that_is_none_is_refused_with_its_place(written: bytes, reason: RefusalReason) -> None:
    refused = page_of_record(written, otherwise="file", place="file, line 1")
    assert isinstance(refused, Refusal)
    assert refused.reason is reason
    assert "\n" not in refused.detail
    if reason is RefusalReason.BROKEN_RECORD:
        assert refused.detail.startswith("file, line 1: ")


def test_ids_of_saudinewsnet_do_not_depend_on_blanks() -> None:
    assert saudinewsnet_id("a", "u", " ن \t\u00a0ص\n \n\nب ") == saudinewsnet_id("a", "u", "ن ص\nب")
    assert saudinewsnet_id("a", "u", "ن" * 81) == saudinewsnet_id("a", "u", "ن" * 80)
    assert saudinewsnet_id("a", "u", "ن") != saudinewsnet_id("a", "v", "ن")


def test_ids_of_saudinewsnet_are_those_of_the_gold(shared: Path) -> None:
    archive = shared / "data/saudinewsnet/2015-08-06.zip"
    articles = shared / "gold/attribution/articles.jsonl"
    gold = {json.loads(line)["id"] for line in articles.read_text("utf-8").splitlines()}
    taken = {item.id for item in pages([str(archive)])}
    with zipfile.ZipFile(archive) as file:
        sources = {record["source"] for record in json.loads(file.read(file.namelist()[0]))}
    assert gold & taken
    assert {item.rpartition("-")[0] for item in taken} == sources
