import gzip
from collections.abc import Callable
from io import BytesIO
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tawatur.collect.warc import archived_pages, pages_of_warc
from tawatur.records.page import Page
from tawatur.records.refusal import Refusal, RefusalReason

Record = Callable[..., bytes]
HTML = "<html><body>خبر من المدينة</body></html>".encode()


def shown(items: list[Page | Refusal]) -> list[tuple[str, str]]:
    return [(item.id, "page" if isinstance(item, Page) else item.reason.value) for item in items]


def pages(data: bytes, start: int = 0) -> list[Page | Refusal]:
    return [archived.item for archived in archived_pages("a", "a.warc", BytesIO(data), start=start)]


@pytest.fixture(params=["plain", "packed"])
def records(request: pytest.FixtureRequest, warc_record: Record) -> list[bytes]:
    listed = [warc_record(f"https://a.example/{n}", HTML + bytes([65 + n]) * 5000) for n in range(6)]
    return listed if request.param == "plain" else [gzip.compress(record) for record in listed]


def test_reading_goes_on_where_it_left_off(records: list[bytes]) -> None:
    data = b"".join(records)
    archived = list(archived_pages("a", "a.warc", BytesIO(data)))
    assert [each.go_on_at for each in archived] == [sum(map(len, records[: n + 1])) for n in range(6)]
    for done, each in enumerate(archived[:-1], start=1):
        assert shown(pages(data, each.go_on_at)) == shown([later.item for later in archived[done:]])
    assert pages(data, archived[-1].go_on_at) == []


def test_what_stands_before_the_start_is_not_read(records: list[bytes]) -> None:
    class Watched(BytesIO):
        first = len(b"".join(records))

        def read(self, size: int | None = -1) -> bytes:
            self.first = min(self.first, self.tell())
            return super().read(size)

    stream = Watched(b"".join(records))
    start = len(b"".join(records[:3]))
    list(archived_pages("a", "a.warc", stream, start=start))
    assert stream.first == start


def test_a_damaged_record_is_refused_and_the_rest_goes_on(warc_record: Record) -> None:
    packed = [gzip.compress(warc_record(f"https://a.example/{n}", HTML)) for n in range(5)]
    middle = len(packed[2]) // 2
    packed[2] = packed[2][:middle] + bytes(20) + packed[2][middle + 20 :]
    found = shown(pages(b"".join(packed)))
    assert [each for each in found if each[1] == "page"] == [
        (f"https://a.example/{n}", "page") for n in (0, 1, 3, 4)
    ]
    assert [each for each in found if each[1] != "page"] == [("a", "unreadable")]


@pytest.mark.parametrize("garbage", [b"garbage" * 1000, b"\x1f\x8b\x08" * 50, bytes(3_000_000)])
def test_garbage_between_records_is_passed_over(warc_record: Record, garbage: bytes) -> None:
    first, second = (gzip.compress(warc_record(f"https://a.example/{n}", HTML)) for n in range(2))
    found = shown(pages(first + garbage + second))
    assert [each for each in found if each[1] == "page"] == [
        ("https://a.example/0", "page"),
        ("https://a.example/1", "page"),
    ]


def test_a_run_that_was_cut_off_can_be_followed_by_another(warc_record: Record) -> None:
    packed = [gzip.compress(warc_record(f"https://a.example/{n}", HTML)) for n in range(3)]
    found = shown(pages(packed[0] + packed[1][:-30] + packed[2]))
    assert ("https://a.example/0", "page") in found
    assert ("https://a.example/2", "page") in found


def test_a_record_cut_anywhere_in_its_answer_is_refused(warc_record: Record) -> None:
    headers = "X-Cache: HIT\r\nContent-Type: text/html\r\n"
    whole = warc_record("https://a.example/1", HTML, headers=headers)
    answer = whole.index(b"HTTP/1.1 200")
    for cut in range(answer, whole.index(HTML) + len(HTML)):
        (refusal,) = pages(whole[:cut])
        assert isinstance(refusal, Refusal), whole[answer:cut]
        assert refusal.reason is RefusalReason.UNREADABLE, whole[answer:cut]


def test_what_is_no_page_passes_in_silence_unless_its_head_is_cut(warc_record: Record) -> None:
    image = warc_record("https://a.example/1.png", b"\x89PNG" * 9, headers="Content-Type: image/png\r\n")
    moved = warc_record("https://a.example/2", b"", status="301 Moved", headers="Location: /3\r\n")
    page = warc_record("https://a.example/3", HTML)
    assert shown(pages(image + moved + page)) == [("https://a.example/3", "page")]


def test_a_page_the_archive_cut_is_refused(warc_record: Record) -> None:
    cut = warc_record("https://a.example/1", HTML).replace(
        b"\r\nContent-Type", b"\r\nWARC-Truncated: length\r\nContent-Type", 1
    )
    (refusal,) = pages(cut)
    assert isinstance(refusal, Refusal)
    assert "length" in refusal.detail


def test_codings_of_the_content_are_undone(warc_record: Record) -> None:
    headers = "Content-Type: text/html; charset=utf-8\r\nContent-Encoding: gzip\r\n"
    (page,) = pages(warc_record("https://a.example/1", gzip.compress(HTML), headers=headers))
    assert isinstance(page, Page)
    assert (page.content, page.encoding) == (HTML, "utf-8")


def test_a_coding_nobody_knows_refuses_its_page_alone(warc_record: Record) -> None:
    headers = "Content-Type: text/html\r\nContent-Encoding: x-unknown\r\n"
    data = warc_record("https://a.example/1", HTML, headers=headers) + warc_record(
        "https://a.example/2", HTML
    )
    assert shown(pages(data)) == [("https://a.example/1", "unreadable"), ("https://a.example/2", "page")]


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_whatever_is_broken_ends_in_pages_and_refusals(warc_record: Record, data: st.DataObject) -> None:
    whole = b"".join(gzip.compress(warc_record(f"https://a.example/{n}", HTML)) for n in range(4))
    broken = bytearray(whole)
    for at in data.draw(st.lists(st.integers(0, len(whole) - 1), max_size=5)):
        broken[at] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(whole)))
    archived = list(archived_pages("a", "a.warc.gz", BytesIO(bytes(broken[:cut]))))
    assert archived
    assert all(first.go_on_at <= second.go_on_at for first, second in pairwise(archived))
    assert shown(list(pages_of_warc("a", "a.warc.gz", BytesIO(bytes(broken[:cut]))))) == shown(
        [each.item for each in archived]
    )
