"""An address that somebody pastes: fetched from a web on this machine, read and shown, or told why not."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.web.serving import served
from tests.web_of_sites.server import Web
from tests.web_of_sites.texts import piece

from tawatur.collect.fetching.fetcher import Fetcher
from tawatur.collect.fetching.manners import Manners
from tawatur.store.store import open_store
from tawatur.web import application


@pytest.fixture(scope="module")
def web() -> Iterator[Web]:
    with Web() as served_web:
        yield served_web


@pytest.fixture(scope="module")
def visitor(web: Web, tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A visitor of a reader that asks the test web; no request, setting or variable can make it."""

    def fetcher(*, manners: Manners) -> Fetcher:
        return Fetcher(manners=manners, network=web.network())

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(application, "Fetcher", fetcher)
        with (
            open_store(tmp_path_factory.mktemp("pasted") / "library.db") as store,
            served(store) as address,
            httpx.Client(base_url=address, trust_env=False, timeout=60.0) as client,
        ):
            yield client


def pasted(visitor: httpx.Client, text: str) -> LexborHTMLParser:
    answer = visitor.post("/ar/read", data={"text": text})
    assert answer.status_code == 200
    return LexborHTMLParser(answer.text)


def test_the_page_at_an_address_is_read_and_shown(visitor: httpx.Client, web: Web) -> None:
    page = pasted(visitor, " http://found.example/khabar/1 ")
    shown = page.css_first(".instant")
    assert shown is not None
    assert piece(1).title in shown.text()
    assert "سالم الريحاني" in " ".join(note.text() for note in shown.css(".notes"))
    assert page.css_first(".refused") is None
    assert web.asked_of("found.example") == ["/khabar/1"]


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("http://closed.example/", "مغلق بحكم robots.txt"),
        ("http://404.example/", "غير موجود"),
        ("http://image.example/", "ليس نصا"),
        ("http://inside.example/secret", "عنوان غير عام"),
        ("http://to-inside.example/", "عنوان غير عام"),
        ("http://2130706434/secret", "عنوان غير عام"),
        ("http://unheard-of.example/", "لا مضيف بهذا الاسم"),
    ],
)
def test_an_address_that_gives_no_page_is_told_with_its_reason(
    visitor: httpx.Client, web: Web, address: str, told: str
) -> None:
    page = pasted(visitor, address)
    refused = page.css_first(".refused p")
    assert refused is not None
    assert refused.text() == told
    assert page.css_first(".instant") is None
    assert web.inside == []


def test_an_address_with_a_password_is_asked_of_nobody(visitor: httpx.Client, web: Web) -> None:
    before = len(web.log)
    page = pasted(visitor, "http://reader:s3cret@river.example/")
    refused = page.css_first(".refused")
    assert refused is not None
    assert "s3cret" not in refused.text()
    assert len(web.log) == before


def test_this_machine_cannot_be_let_in_from_the_web_side(
    tmp_path: Path, web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As it is served, whatever a request says of itself, this machine stays out of bounds."""
    monkeypatch.setattr(application, "Fetcher", Fetcher)
    with (
        open_store(tmp_path / "library.db") as store,
        served(store) as address,
        httpx.Client(base_url=address, trust_env=False) as client,
    ):
        answer = client.post(
            "/ar/read?allowed=127.0.0.1",
            data={"text": f"http://127.0.0.1:{web.port}/", "allowed": "127.0.0.1", "network": "127.0.0.1"},
            headers={"X-Forwarded-For": "127.0.0.1", "X-Allowed": "127.0.0.1"},
        )
    refused = LexborHTMLParser(answer.text).css_first(".refused p")
    assert refused is not None
    assert refused.text() == "عنوان غير عام"
    assert not any(asked.host.startswith("127.") for asked in web.log)
