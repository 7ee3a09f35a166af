"""Pages kept in memory: told again only where they changed, and never behind the library."""

from pathlib import Path

import httpx
import pytest
from tests.web.serving import served

from tawatur.library.adding import add_pages
from tawatur.records.page import Page, PageForm
from tawatur.store.store import Store, open_store


def add(store: Store, name: str, text: str) -> None:
    page = Page(id=name, form=PageForm.ARTICLE, content=text.encode(), title=text, encoding="utf-8")
    assert len(list(add_pages(store, [page], workers=1))) == 1


def test_a_page_follows_the_library_at_once(tmp_path: Path) -> None:
    with open_store(tmp_path / "library.db") as store:
        add(store, "first", "قالت وزيرة المياه ليان الساحلي إن السد سيفتح أبوابه.")
        with served(store) as address, httpx.Client(base_url=address, trust_env=False) as client:
            first = client.get("/ar/")
            assert client.get("/ar/").text == first.text
            add(store, "second", "قال المتحدث باسم الحي فهد الرملي إن المكتبة افتتحت أمس.")
            later = client.get("/ar/")
            assert "فهد الرملي" in later.text
            assert later.headers["etag"] != first.headers["etag"]


def test_a_browser_that_has_a_page_is_not_sent_it_again(reader: httpx.Client) -> None:
    page = reader.get("/ar/")
    again = reader.get("/ar/", headers={"if-none-match": page.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert reader.get("/en/", headers={"if-none-match": page.headers["etag"]}).status_code == 200


def test_what_is_no_page_is_not_kept(reader: httpx.Client) -> None:
    assert "etag" not in reader.get("/ar/nowhere").headers
    assert "etag" not in reader.post("/ar/read", data={"text": "قال فهد الرملي إن السد امتلأ."}).headers


@pytest.mark.parametrize("page", ["/ar/", "/api/v1/stories?limit=3", "/ar/feed/json/latest"])
def test_an_answer_from_memory_is_the_answer_that_was_made(page: str, reader: httpx.Client) -> None:
    made, kept = reader.get(f"{page}{'&' if '?' in page else '?'}n=1"), None
    for _ in range(2):
        kept = reader.get(f"{page}{'&' if '?' in page else '?'}n=1")
    assert kept is not None
    assert kept.content == made.content
    told = {name: value for name, value in kept.headers.items() if name != "date"}
    assert told == {name: value for name, value in made.headers.items() if name != "date"}
    assert "content-security-policy" in told
    unchanged = reader.get(str(made.url), headers={"if-none-match": told["etag"]})
    assert (unchanged.status_code, unchanged.content) == (304, b"")
    assert "content-security-policy" in unchanged.headers


@pytest.mark.parametrize("page", ["/ar/", "/api/v1/stories", "/ar/feed/atom/latest", "/static/reader.css"])
def test_whoever_takes_gzip_gets_the_same_answer_compressed(page: str, reader: httpx.Client) -> None:
    packed = reader.get(page, headers={"accept-encoding": "br, gzip"})
    plain = reader.get(page, headers={"accept-encoding": "identity"})
    assert (packed.headers["content-encoding"], packed.headers["vary"]) == ("gzip", "accept-encoding")
    assert "content-encoding" not in plain.headers
    assert plain.headers["vary"] == "accept-encoding"
    assert packed.content == plain.content
    assert int(packed.headers["content-length"]) < int(plain.headers["content-length"]) / 2
    assert packed.headers["etag"].removeprefix("W/") == plain.headers["etag"].removeprefix("W/")
    unchanged = reader.get(page, headers={"accept-encoding": "gzip", "if-none-match": packed.headers["etag"]})
    assert (unchanged.status_code, unchanged.content) == (304, b"")
    assert unchanged.headers["vary"] == "accept-encoding"
    assert "content-encoding" not in unchanged.headers


@pytest.mark.parametrize(
    ("accepted", "packed"),
    [("gzip;q=0, br", False), ("GZIP; q=0.5", True), ("gzip;q=0.0", False), ("x-gzip", False), ("", False)],
)
def test_nobody_gets_gzip_who_does_not_take_it(accepted: str, packed: bool, reader: httpx.Client) -> None:
    page = reader.get("/ar/", headers={"accept-encoding": accepted})
    assert (page.headers.get("content-encoding") == "gzip") is packed


def test_a_host_that_is_not_ours_gets_nothing_from_memory(reader: httpx.Client) -> None:
    assert reader.get("/ar/").status_code == 200
    assert reader.get("/ar/", headers={"host": "elsewhere.example"}).status_code == 400
