"""Everything a user can name becomes pages and refusals, in order and without end of the run."""

import gzip
import io
import json
import os
import zipfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.collect.inputs import pages
from tawatur.collect.limits import MOST_PAGE_BYTES, UNPACKED_ALWAYS
from tawatur.records.page import Page, PageForm
from tawatur.records.refusal import Refusal, RefusalReason

CONTENT_TYPE = "Content-Type: text/html\r\n"
HTML = "<html><p>أُعيد فتح الجسر</p></html>".encode()


def taken(*sources: Path | str, stdin: bytes = b"") -> list[tuple[str, str]]:
    """Give each result's id with the form it was taken in, or the reason of its refusal."""
    return [
        (item.id, item.form if isinstance(item, Page) else item.reason)
        for item in pages([str(source) for source in sources], stdin=io.BytesIO(stdin))
    ]


def written(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def zipped(folder: Path, name: str, members: dict[str, bytes]) -> Path:
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, content in members.items():
            archive.writestr(member, content)
    return path


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.html", HTML, [("a", "html")]),
        ("b.c.HTM", HTML, [("b.c", "html")]),
        ("a.html.gz", gzip.compress(HTML, mtime=0), [("a", "html")]),
        ("a.txt", "نص".encode(), [("a", "text")]),
        ("a.txt", "نص".encode("utf-16"), [("a", "text")]),
        ("a.txt", "نص".encode("cp1256"), [("a", "text")]),
        ("a.json", b'[{"text": "x"}, {"id": "n", "page": "x"}, {"html": "x"}]',
         [("a", "article"), ("n", "text"), ("a~2", "html")]),
        ("a.json", b'{"text": "x"}', [("a", "article")]),
        ("a.jsonl", b'\xef\xbb\xbf{"text": "x"}\n\n{"text": "y"}', [("a", "article"), ("a~2", "article")]),
        ("a.jsonl.gz", gzip.compress(b'{"text": "x"}\n', mtime=0), [("a", "article")]),
        ("a.jsonl", b'{"text": "x"}\n{bad\n{"text": "y"}\n',
         [("a", "article"), ("a~2", "broken-record"), ("a~3", "article")]),
        ("a.json", b'[{"text": "x"}, {"te', [("a", "article"), ("a~2", "broken-record")]),
        ("a.json", b"\x89PNG \x00 \x01", [("a", "broken-record")]),
        ("a.jsonl", b"\x89PNG \x00\n\x01\n", [("a", "binary")]),
        ("a.json", b"[]", [("a", "empty")]),
        ("a.jsonl", b"", [("a", "empty")]),
        ("a.html", b"", [("a", "empty")]),
        ("a.html", b"\xef\xbb\xbf \n", [("a", "empty")]),
        ("a.html", b"\x89PNG\r\n", [("a", "binary")]),
        ("a.html", b"<html>\x00\x00", [("a", "binary")]),
        ("a.html", b"%PDF-1.7", [("a", "binary")]),
        ("a.html.gz", gzip.compress(HTML * 100, mtime=0)[:-20], [("a", "unreadable")]),
        ("a.html.gz", b"no gzip", [("a", "unreadable")]),
        ("a.jsonl.gz", gzip.compress(b'{"text": "x"}\n' * 2, mtime=0)[:-8],
         [("a", "article"), ("a~2", "article"), ("a~3", "unreadable")]),
        ("a.zip", b"no zip", [("a", "unreadable")]),
        ("a.warc", b"no warc", [("a", "unreadable")]),
        ("a.pdf", b"%PDF-1.7", [("a.pdf", "unknown-format")]),
        ("a", HTML, [("a", "unknown-format")]),
    ],
)  # fmt: skip
def test_a_file(tmp_path: Path, name: str, content: bytes, expected: list[tuple[str, str]]) -> None:
    assert taken(written(tmp_path, name, content)) == expected


def test_the_bytes_of_a_page_are_not_touched(tmp_path: Path) -> None:
    content = "<p>نص".encode("cp1256") + b"\xff\x81"
    (page,) = pages([str(written(tmp_path, "a.html", content))])
    assert page == Page(id="a", form=PageForm.HTML, content=content)


def test_a_folder_is_taken_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("b/z.html", "b/a.html", "a.html", "c.txt", ".hidden.html", ".git/x.html", "b/notes.md"):
        written(tmp_path, name, HTML)
    (tmp_path / "b" / "loop").symlink_to(tmp_path)
    assert taken(tmp_path) == [
        ("a", "html"), ("a~2", "html"), ("notes.md", "unknown-format"), ("z", "html"), ("c", "text"),
    ]  # fmt: skip


def test_a_pattern(tmp_path: Path) -> None:
    for name in ("x1.html", "x2.html", "y.html", "d/x3.html", "[q].html"):
        written(tmp_path, name, HTML)
    assert taken(tmp_path / "x*.html") == [("x1", "html"), ("x2", "html")]
    assert taken(f"{tmp_path}/**/x*.html") == [("x3", "html"), ("x1", "html"), ("x2", "html")]
    assert taken(tmp_path / "[q].html") == [("[q]", "html")]
    assert taken(tmp_path / "none*.html") == [("none*", "unreadable")]


def test_what_cannot_be_opened_is_refused_and_the_rest_is_read(tmp_path: Path) -> None:
    good = written(tmp_path, "good.html", HTML)
    (tmp_path / "self.html").symlink_to(tmp_path / "self.html")
    os.mkfifo(tmp_path / "pipe.html")
    bad = [tmp_path / "missing.html", tmp_path / "self.html", tmp_path / "pipe.html", "", "a\0b"]
    assert taken(*bad, good) == [
        ("missing", "unreadable"), ("self", "unreadable"), ("pipe", "unreadable"), (".", "unreadable"),
        ("a\0b", "unreadable"), ("good", "html"),
    ]  # fmt: skip


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to the superuser")
def test_a_closed_file_is_refused(tmp_path: Path) -> None:
    closed = written(tmp_path, "closed.html", HTML)
    closed.chmod(0)
    assert taken(closed) == [("closed", "unreadable")]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'{"text": "x"}\n{bad}\n{"id": 2, "text": "y"}',
         [("stdin", "article"), ("stdin~2", "broken-record"), ("2", "article")]),
        (b'{"text": "x"}', [("stdin", "article")]),
        (b'{\n "text": "x"\n}', [("stdin", "article")]),
        (b' [{"text": "x"}]', [("stdin", "article")]),
        (b"<!DOCTYPE html><p>x", [("stdin", "html")]),
        ("أُعيد فتح الجسر".encode(), [("stdin", "text")]),
        (b"", [("stdin", "empty")]),
        (b"\x00\x01\x02", [("stdin", "binary")]),
    ],
)  # fmt: skip
def test_standard_input_is_told_by_its_beginning(content: bytes, expected: list[tuple[str, str]]) -> None:
    assert taken("-", stdin=content) == expected


def test_a_zip_gives_its_members_and_survives_a_damaged_one(tmp_path: Path) -> None:
    path = zipped(
        tmp_path,
        "days.zip",
        {
            "2/b.html": HTML,
            "a.jsonl": b'{"text": "x"}\n',
            "__MACOSX/a.html": HTML,
            ".DS_Store": b"x",
            "inner.zip": b"PK",
            "c.html.gz": gzip.compress(HTML),
            "../../d.json": b'[{"text": "x"}]',
            "e.html": HTML * 50,
        },
    )
    raw = bytearray(path.read_bytes())
    raw[raw.index(b"PK\x01\x02") - 5] ^= 0xFF
    path.write_bytes(raw)
    assert taken(path) == [
        ("b", "html"), ("a", "article"), ("inner", "unknown-format"), ("c", "html"), ("d", "article"),
        ("e", "unreadable"),
    ]  # fmt: skip
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["days.zip"]


def test_a_zip_without_a_file_is_empty(tmp_path: Path) -> None:
    assert taken(zipped(tmp_path, "a.zip", {})) == [("a", "empty")]


def test_a_warc_gives_its_pages(tmp_path: Path, warc_record: Callable[..., bytes]) -> None:
    records = [
        warc_record("https://a.example/1", HTML, headers="Content-Type: text/html; charset=windows-1256\r\n"),
        warc_record(
            "https://a.example/2",
            gzip.compress(HTML, mtime=0),
            headers=f"{CONTENT_TYPE}Content-Encoding: gzip\r\n",
        ),
        warc_record("https://a.example/i", b"\x89PNG", headers="Content-Type: image/png\r\n"),
        warc_record("https://a.example/m", b"moved", status="301 Moved Permanently"),
        warc_record("https://a.example/3", b"no", status="404 Not Found"),
        warc_record("https://a.example/1", HTML),
    ]
    whole = written(tmp_path, "a.warc", b"".join(records))
    packed = written(tmp_path, "b.warc.gz", b"".join(map(gzip.compress, records)))
    expected = [
        ("https://a.example/1", "html"), ("https://a.example/2", "html"),
        ("https://a.example/3", "not-found"), ("https://a.example/1~2", "html"),
    ]  # fmt: skip
    assert taken(whole) == expected
    assert taken(packed) == expected
    first, second, *_ = pages([str(packed)])
    assert isinstance(first, Page)
    assert isinstance(second, Page)
    assert (first.encoding, first.fetched) == ("windows-1256", datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC))
    assert second.content == HTML


@pytest.mark.parametrize("cut", [1, 30, 200])
def test_a_warc_that_breaks_off_keeps_what_was_whole(
    tmp_path: Path, warc_record: Callable[..., bytes], cut: int
) -> None:
    last = warc_record("https://a.example/2", HTML * 9)
    path = written(tmp_path, "a.warc", warc_record("https://a.example/1", HTML) + last[: -4 - cut])
    first, *rest = taken(path)
    assert first == ("https://a.example/1", "html")
    assert [reason for _, reason in rest] == ["unreadable"]


def test_a_page_without_end_is_refused_and_not_kept(tmp_path: Path) -> None:
    long = b"<p>" + b"x" * MOST_PAGE_BYTES
    record = json.dumps({"text": "x" * (2 * MOST_PAGE_BYTES + 10)}).encode()
    sources = (
        written(tmp_path, "a.html.gz", gzip.compress(long, 1)),
        written(tmp_path, "b.jsonl", record + b'\n{"text": "x"}\n'),
        written(tmp_path, "c.json", b"[" + record + b', {"text": "x"}]'),
    )
    assert taken(*sources) == [
        ("a", "too-large"), ("b", "too-large"), ("b~2", "article"), ("c", "too-large"), ("c~2", "article"),
    ]  # fmt: skip


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    blanks = b" " * (1 << 20)
    with gzip.open(tmp_path / "bomb.json.gz", "wb", compresslevel=1) as file:
        for _ in range(UNPACKED_ALWAYS // len(blanks) + 1):
            file.write(blanks)
    assert taken(tmp_path / "bomb.json.gz") == [("bomb", "too-large")]


def test_nothing_is_read_before_it_is_asked_for(tmp_path: Path) -> None:
    first = written(tmp_path, "a.html", HTML)
    later = tmp_path / "b.html"
    results = pages([str(first), str(later)])
    assert next(results).id == "a"
    later.write_bytes(HTML)
    assert isinstance(next(results), Page)


def test_no_two_results_have_one_id(tmp_path: Path) -> None:
    records = [
        {"id": "n", "text": "x"},
        {"id": "n~2", "text": "x"},
        {"id": "n", "text": "x"},
        {"id": "n", "text": "x"},
    ]
    path = written(tmp_path, "a.json", json.dumps(records).encode())
    assert [name for name, _ in taken(path, path)] == [
        "n", "n~2", "n~3", "n~4", "n~5", "n~2~2", "n~6", "n~7",
    ]  # fmt: skip


def results_of(name: str, content: bytes, folder: Path) -> Iterator[Page | Refusal]:
    return pages([str(written(folder, name, content))])


@given(
    st.binary(max_size=300),
    st.sampled_from(["html", "txt", "json", "jsonl", "zip", "warc", "html.gz", "warc.gz"]),
)
def test_any_bytes_give_a_page_or_a_reason(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, suffix: str
) -> None:
    for item in results_of(f"a.{suffix}", content, tmp_path_factory.getbasetemp()):
        assert isinstance(item, Page) or (isinstance(item.reason, RefusalReason) and item.detail)
