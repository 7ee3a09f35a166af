import gzip
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fastwarc import ArchiveIterator, WarcRecordType
from hypothesis import given
from hypothesis import strategies as st

from tawatur.collect.warc import pages_of_warc
from tawatur.collect.warc_writing import Answer, WarcFile
from tawatur.records.page import Page

NOW = datetime(2025, 3, 1, 7, 0, 0, 123456, tzinfo=UTC)
HTML = "<html><body>خبر من المدينة</body></html>".encode()


def answer(number: int, content: bytes = HTML) -> Answer:
    headers = (
        ("Content-Type", "text/html; charset=utf-8"),
        ("Content-Encoding", "br"),
        ("Content-Length", "7"),
    )
    return Answer(f"https://a.example/{number}", 200, headers, content, NOW)


def read(path: Path) -> list[Page]:
    with path.open("rb") as stream:
        items = list(pages_of_warc("a", "a.warc.gz", stream))
    assert all(isinstance(item, Page) for item in items), items
    return [item for item in items if isinstance(item, Page)]


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    with WarcFile(path, software="tawatur", now=NOW) as archive:
        ids = [archive.add(answer(number)) for number in range(3)]
        # Whole before it is closed: a run may be killed here.
        assert [page.url for page in read(path)] == [f"https://a.example/{number}" for number in range(3)]
    with WarcFile(path, software="tawatur", now=NOW) as archive:
        archive.add(answer(3))
    pages = read(path)
    assert [(page.content, page.encoding, page.url) for page in pages] == [
        (HTML, "utf-8", f"https://a.example/{number}") for number in range(4)
    ]
    assert all(
        page.fetched is not None and page.fetched.replace(microsecond=0) == NOW.replace(microsecond=0)
        for page in pages
    )
    assert len(set(ids)) == 3


def test_records_say_who_wrote_them_and_can_be_checked(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    with WarcFile(path, software="tawatur/1", now=NOW) as archive:
        archive.add(answer(1))
    kinds = []
    with path.open("rb") as stream:
        for record in ArchiveIterator(stream, parse_http=False):
            kinds.append(record.record_type)
            assert record.verify_block_digest()
    assert kinds == [WarcRecordType.warcinfo, WarcRecordType.response]
    with path.open("rb") as stream:
        response = next(iter(ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=True)))
        assert response.verify_payload_digest()
        assert response.headers["WARC-Warcinfo-ID"].startswith("<urn:uuid:")
    assert gzip.decompress(path.read_bytes()).count(b"WARC/1.1\r\n") == 2
    assert b"software: tawatur/1\r\n" in gzip.decompress(path.read_bytes())


def test_a_full_disk_leaves_the_archive_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.warc.gz"
    with WarcFile(path, software="tawatur", now=NOW) as archive:
        archive.add(answer(1))
        before = path.read_bytes()
        write = os.write
        with monkeypatch.context() as full:
            full.setattr(os, "write", lambda file, content: write(file, content[:100]))
            with pytest.raises(OSError, match="only 100 of"):
                archive.add(answer(2))
        assert path.read_bytes() == before
        archive.add(answer(3))
    assert [page.url for page in read(path)] == ["https://a.example/1", "https://a.example/3"]


@given(
    st.binary(max_size=300),
    st.lists(st.tuples(st.text(max_size=9), st.text(max_size=20)), max_size=4),
    st.integers(100, 999),
)
def test_no_answer_breaks_its_record(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, headers: list[tuple[str, str]], status: int
) -> None:
    path = tmp_path_factory.mktemp("warc") / "a.warc.gz"
    with WarcFile(path, software="tawatur", now=NOW) as archive:
        archive.add(Answer("https://a.example/1", status, headers, content, NOW))
        archive.add(answer(2))
    with path.open("rb") as stream:
        first, second = ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=True)
        assert first.headers["WARC-Target-URI"] == "https://a.example/1"
        assert second.headers["WARC-Target-URI"] == "https://a.example/2"
