"""Pages from addresses: inputs like any other, through the fetcher that collecting uses."""

from collections.abc import Iterator

import pytest
from tests.web_of_sites.clock import BEGAN, TestClock
from tests.web_of_sites.server import Web
from tests.web_of_sites.texts import page, piece

from tawatur.collect.fetch import PageFetcher
from tawatur.collect.fetching.fetcher import Fetcher
from tawatur.collect.fetching.manners import Manners
from tawatur.collect.inputs import pages
from tawatur.records.page import Page, PageForm
from tawatur.records.refusal import Refusal, RefusalReason


@pytest.fixture
def web() -> Iterator[Web]:
    with Web() as served:
        yield served


@pytest.fixture
def fetcher(web: Web) -> Iterator[PageFetcher]:
    fetcher = Fetcher(network=web.network(), clock=TestClock(), manners=Manners(most_bytes=1_000_000))
    with PageFetcher(fetcher) as made:
        yield made


def test_a_page_is_what_its_server_sent(fetcher: PageFetcher) -> None:
    assert fetcher.fetch("http://old-page.example/qadim") == Page(
        id="http://old-page.example/qadim",
        form=PageForm.HTML,
        content=page(piece(1)).encode("cp1256"),
        encoding="windows-1256",
        url="http://old-page.example/qadim",
        fetched=BEGAN,
    )


def test_a_redirected_page_keeps_its_id(fetcher: PageFetcher) -> None:
    taken = fetcher.fetch("http://passing.example/")
    assert isinstance(taken, Page)
    assert (taken.id, taken.url) == ("http://passing.example/", "http://passing.example/c")


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://404.example/", RefusalReason.NOT_FOUND),
        ("http://closed.example/", RefusalReason.ROBOTS),
        ("http://inside.example/", RefusalReason.PRIVATE_ADDRESS),
        ("http://huge.example/", RefusalReason.TOO_LARGE),
        ("http://image.example/", RefusalReason.NO_TEXT),
        ("http://river.example/feed", RefusalReason.UNKNOWN_FORMAT),
        ("http://junk.example/feed", RefusalReason.UNKNOWN_FORMAT),
        ("http://cut-gzip.example/", RefusalReason.BROKEN_ANSWER),
        ("http://nothing-here.example/", RefusalReason.NO_HOST),
    ],
)
def test_what_is_no_page_is_refused(fetcher: PageFetcher, url: str, reason: RefusalReason) -> None:
    refused = fetcher.fetch(url)
    assert isinstance(refused, Refusal)
    assert (refused.id, refused.reason) == (url, reason)


def test_addresses_are_inputs_like_any_other(web: Web, fetcher: PageFetcher) -> None:
    address = "http://found.example/khabar/1"
    taken, repeated, missing = pages([address, address, "nothing.html"], fetcher=fetcher)
    assert [item.id for item in (taken, repeated, missing)] == [address, f"{address}~2", "nothing"]
    assert isinstance(repeated, Refusal)
    assert repeated.reason is RefusalReason.REPEATED
    assert web.asked_of("found.example") == ["/khabar/1"]


def test_this_machine_is_out_of_bounds_without_leave(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{web.port}")
    for address in (
        f"http://127.0.0.1:{web.port}/",
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://2130706433/",
    ):
        (refused,) = pages([address])
        assert isinstance(refused, Refusal)
        assert refused.reason is RefusalReason.PRIVATE_ADDRESS
    assert web.log == []
