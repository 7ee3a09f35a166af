"""Pages from addresses: politely, and never from where nobody may look."""

import gzip
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from tawatur.collect.addresses import is_public
from tawatur.collect.fetch import AGENT, MOST_REDIRECTS, Fetcher
from tawatur.collect.inputs import pages
from tawatur.collect.limits import MOST_PAGE_BYTES
from tawatur.records.page import Page, PageForm
from tawatur.records.refusal import Refusal, RefusalReason

NOW = datetime(2024, 5, 6, 7, 8, tzinfo=UTC)
HTML = {"Content-Type": "text/html; charset=windows-1256"}
PAGE = "<html><p>أُعيد فتح الجسر".encode("cp1256")


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    with Fetcher(now=lambda: NOW, allowed=("127.0.0.1",), least_pause=0.0, most_seconds=5.0) as made:
        yield made


def refused(item: Page | Refusal) -> tuple[RefusalReason, str]:
    assert isinstance(item, Refusal)
    assert "\n" not in item.detail
    return item.reason, item.detail


def test_a_page_is_fetched_with_what_its_server_says(site: Any, fetcher: Fetcher) -> None:
    site.answers["/a?b=%D8%A3"] = (200, HTML, PAGE)
    address = f"{site.address}/a?b=%D8%A3"
    assert fetcher.fetch(address) == Page(
        id=address, form=PageForm.HTML, content=PAGE, encoding="windows-1256", url=address, fetched=NOW
    )
    assert site.headers[-1]["User-Agent"].startswith(f"{AGENT}/")


def test_an_arabic_address_is_spelt_as_the_web_spells_it(site: Any, fetcher: Fetcher) -> None:
    site.answers["/%D8%AE%D8%A8%D8%B1"] = (200, HTML, PAGE)
    page = fetcher.fetch(f"{site.address}/خبر#هنا")
    assert isinstance(page, Page)
    assert page.id == f"{site.address}/خبر#هنا"


def test_packed_and_plain_text_pages(site: Any, fetcher: Fetcher) -> None:
    site.answers["/gz"] = (200, {**HTML, "Content-Encoding": "gzip"}, gzip.compress(PAGE))
    site.answers["/txt"] = (200, {"Content-Type": "text/plain"}, b"x")
    packed, text = fetcher.fetch(f"{site.address}/gz"), fetcher.fetch(f"{site.address}/txt")
    assert isinstance(packed, Page)
    assert isinstance(text, Page)
    assert (packed.content, text.form) == (PAGE, PageForm.TEXT)


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ((404, HTML, PAGE), RefusalReason.ERROR_PAGE),
        ((500, HTML, PAGE), RefusalReason.ERROR_PAGE),
        ((200, {"Content-Type": "image/png"}, b"\x89PNG"), RefusalReason.UNKNOWN_FORMAT),
        ((200, HTML, b"\x89PNG"), RefusalReason.BINARY),
        ((200, HTML, b" "), RefusalReason.EMPTY),
        ((200, {**HTML, "Content-Encoding": "gzip"}, b"no gzip"), RefusalReason.UNREADABLE),
        ((200, {**HTML, "Content-Encoding": "gzip, gzip"}, b"x"), RefusalReason.UNREADABLE),
        ((200, {**HTML, "Content-Encoding": "gzip"}, gzip.compress(b"x" * (MOST_PAGE_BYTES + 1), 1, mtime=0)),
         RefusalReason.TOO_LARGE),
        ((200, {**HTML, "Content-Length": "5000"}, PAGE), RefusalReason.UNREADABLE),
    ],
)  # fmt: skip
def test_what_is_no_page_is_refused(site: Any, fetcher: Fetcher, answer: Any, reason: RefusalReason) -> None:
    site.answers["/a"] = answer
    assert refused(fetcher.fetch(f"{site.address}/a"))[0] is reason


def test_redirections_are_followed_so_far(site: Any, fetcher: Fetcher) -> None:
    for step in range(MOST_REDIRECTS + 1):
        site.answers[f"/{step}"] = (302, {"Location": f"/{step + 1}"}, b"")
    site.answers[f"/{MOST_REDIRECTS + 1}"] = (200, HTML, PAGE)
    page = fetcher.fetch(f"{site.address}/1")
    assert isinstance(page, Page)
    assert (page.id, page.url) == (f"{site.address}/1", f"{site.address}/{MOST_REDIRECTS + 1}")
    assert refused(fetcher.fetch(f"{site.address}/0"))[0] is RefusalReason.UNREADABLE


@pytest.mark.parametrize(
    "location", ["http://10.1.2.3/", "http://[::1]/", "ftp://127.0.0.1/", "file:///etc/hostname", "/closed"]
)
def test_every_redirection_is_checked_like_the_first(site: Any, fetcher: Fetcher, location: str) -> None:
    site.answers["/robots.txt"] = (200, {}, b"User-agent: *\nDisallow: /closed")
    site.answers["/a"] = (302, {"Location": location}, b"")
    site.answers["/closed"] = (200, HTML, PAGE)
    assert refused(fetcher.fetch(f"{site.address}/a"))[0] is RefusalReason.FORBIDDEN
    assert "/closed" not in site.asked


def test_robots_txt_is_asked_for_once_and_obeyed(site: Any, fetcher: Fetcher) -> None:
    site.answers["/robots.txt"] = (200, {}, f"User-agent: {AGENT}\nDisallow: /closed\n".encode())
    site.answers["/open"] = (200, HTML, PAGE)
    assert isinstance(fetcher.fetch(f"{site.address}/open"), Page)
    assert refused(fetcher.fetch(f"{site.address}/closed/1"))[0] is RefusalReason.FORBIDDEN
    assert site.asked == ["/robots.txt", "/open"]


@pytest.mark.parametrize(("status", "open_"), [(404, True), (403, True), (503, False)])
def test_a_site_whose_rules_cannot_be_had_is_closed(
    site: Any, fetcher: Fetcher, status: int, open_: bool
) -> None:
    site.answers["/robots.txt"] = (status, {}, b"User-agent: *\nDisallow: /")
    site.answers["/a"] = (200, HTML, PAGE)
    assert isinstance(fetcher.fetch(f"{site.address}/a"), Page) is open_


def test_a_site_is_not_hurried(site: Any) -> None:
    site.answers["/robots.txt"] = (200, {}, b"User-agent: *\nCrawl-delay: 0.2")
    site.answers["/a"] = (200, HTML, PAGE)
    with Fetcher(allowed=("127.0.0.1",), least_pause=0.0) as fetcher:
        fetcher.fetch(f"{site.address}/a")
        before = time.monotonic()
        fetcher.fetch(f"{site.address}/a")
        assert time.monotonic() - before >= 0.15


@pytest.mark.parametrize(
    "address",
    ["http://user:secret@a.example/", "ftp://a.example/", "file:///etc/hostname", "http://", "http://[::1", "gopher://x"],
)  # fmt: skip
def test_an_address_of_another_kind_is_refused_unasked(fetcher: Fetcher, address: str) -> None:
    assert refused(fetcher.fetch(address))[0] is RefusalReason.FORBIDDEN


def test_this_machine_is_out_of_bounds_without_leave(site: Any) -> None:
    with Fetcher() as fetcher:
        reason, detail = refused(fetcher.fetch(f"{site.address}/a"))
    assert (reason, site.asked) == (RefusalReason.FORBIDDEN, [])
    assert "127.0.0.1" in detail


@pytest.mark.parametrize(
    "found", [["127.0.0.1"], ["203.0.113.9", "127.0.0.1"], ["::ffff:127.0.0.1"], ["169.254.169.254"]]
)
def test_a_public_name_of_a_private_address_is_refused(site: Any, found: list[str]) -> None:
    port = site.address.rpartition(":")[2]
    with Fetcher(resolve=lambda _host, _port: found) as fetcher:
        assert refused(fetcher.fetch(f"http://news.example:{port}/a"))[0] is RefusalReason.FORBIDDEN
    assert site.asked == []


def test_the_checked_address_is_the_one_connected_to(site: Any) -> None:
    """A name that answers with a public address first and a private one later gains nothing."""
    asked: list[str] = []

    def rebinding(host: str, _port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"]

    site.answers["/a"] = (200, HTML, PAGE)
    port = site.address.rpartition(":")[2]
    with Fetcher(resolve=rebinding, allowed=("127.0.0.1",), least_pause=0.0) as fetcher:
        assert isinstance(fetcher.fetch(f"http://news.example:{port}/a"), Page)
    # The operating system was never asked for news.example, which does not exist.
    assert set(asked) == {"news.example"}
    assert site.headers[-1]["Host"] == f"news.example:{port}"


@pytest.mark.parametrize(
    ("numeric", "public"),
    [
        ("8.8.8.8", True), ("2606:4700::1111", True), ("127.0.0.1", False), ("10.0.0.1", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False), ("169.254.169.254", False), ("100.64.0.1", False), ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False), ("::", False), ("::1", False), ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("ff02::1", False), ("::ffff:10.0.0.1", False), ("64:ff9b::7f00:1", False),
        ("64:ff9b::808:808", True), ("2002:7f00:1::", False), ("2001:0:4136:e378:8000:63bf:80ff:fffe", False),
    ],
)  # fmt: skip
def test_public_addresses(numeric: str, public: bool) -> None:
    assert is_public(numeric) is public


def test_a_host_that_is_not_there_is_unreadable() -> None:
    def nowhere(_host: str, _port: int) -> list[str]:
        raise OSError

    with Fetcher(resolve=nowhere) as fetcher:
        reason, detail = refused(fetcher.fetch("https://news.example/a"))
    assert reason is RefusalReason.UNREADABLE
    assert "news.example" in detail


def test_a_server_that_drips_is_cut_off(site: Any) -> None:
    release = threading.Event()

    class Dripping(bytes):
        def __len__(self) -> int:
            release.wait(5)
            return 0

    site.answers["/a"] = (200, HTML, Dripping())
    with Fetcher(allowed=("127.0.0.1",), least_pause=0.0, most_seconds=0.3) as fetcher:
        reason, _ = refused(fetcher.fetch(f"{site.address}/a"))
    release.set()
    assert reason is RefusalReason.UNREADABLE


def test_addresses_are_inputs_like_any_other(site: Any, fetcher: Fetcher) -> None:
    site.answers["/a"] = (200, HTML, PAGE)
    results = list(pages([f"{site.address}/a", f"{site.address}/a", "nothing.html"], fetcher=fetcher))
    assert [item.id for item in results] == [f"{site.address}/a", f"{site.address}/a~2", "nothing"]
