"""What is sent to be read, and the bounds of that."""

import asyncio
import json
import time

import httpx
import pytest
from starlette.exceptions import HTTPException

from tawatur.api.workers import Workers

TEXT = "قال وزير الصحة سالم المرزوقي إن المستشفى الجديد يفتح أبوابه غدا."
HTML = f"<html><body><article><h1>مستشفى</h1><p>{TEXT * 5}</p></article></body></html>"


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("text/plain; charset=utf-8", (TEXT * 5).encode()),
        ("text/plain; charset=windows-1256", (TEXT * 5).encode("cp1256")),
        ("text/html", HTML.encode()),
        ("text/html; charset*=x; charset*0=y", HTML.encode()),
        ("application/json", json.dumps({"text": TEXT, "title": "مستشفى"}).encode()),
        ("application/json", json.dumps({"html": HTML}).encode()),
    ],
)
def test_a_page_is_read_in_every_form(asking: httpx.Client, kind: str, body: bytes) -> None:
    answer = asking.post("/read", content=body, headers={"content-type": kind})
    assert answer.status_code == 200
    (article,) = answer.json()["articles"]
    assert article["attributions"][0]["resolved"] == "وزير الصحة سالم المرزوقي"
    assert answer.headers["cache-control"] == "no-store"


def test_a_page_without_an_article_tells_why(asking: httpx.Client) -> None:
    answer = asking.post("/read", json={"html": "<nav>x</nav>"})
    assert answer.status_code == 200
    assert answer.json()["articles"] == []
    assert answer.json()["refused"]


@pytest.mark.parametrize(
    ("kind", "body", "status"),
    [
        ("application/json", b"{}", 422),
        ("application/json", b"[", 422),
        ("application/json", b'{"text": 5}', 422),
        ("application/json", b'{"text": "\\ud800"}', 422),
        ("application/json", b"[" * 100_000, 422),
        ("", b"", 415),
        ("image/png", b"x", 415),
        ("text/plain", b"x" * (3 * 1024 * 1024), 413),
    ],
)
def test_what_cannot_be_read_is_a_problem(asking: httpx.Client, kind: str, body: bytes, status: int) -> None:
    answer = asking.post("/read", content=body, headers={"content-type": kind})
    assert answer.status_code == answer.json()["status"] == status


def test_a_report_over_pages_of_one_name_keeps_them_apart(asking: httpx.Client) -> None:
    sent = {"pages": [{"id": "a", "text": TEXT}, {"id": "a", "text": TEXT}, {"text": " "}]}
    report = asking.post("/report", json=sent).json()
    assert [page["id"] for page in report["pages"]] == ["a", "a~2", "page-3"]
    assert report["pages"][2]["refused"] == "empty"
    ids = ["a", "a~3", "a", "a~2", "a"]
    report = asking.post("/report", json={"pages": [{"id": one, "text": TEXT} for one in ids]}).json()
    told = [page["id"] for page in report["pages"]]
    assert len(set(told)) == len(told) == len(ids)
    assert told[:2] == ids[:2]
    assert report["claims"][0]["origins_max"] == 1


@pytest.mark.parametrize("sent", [{"pages": []}, {"pages": [{"text": "x"}] * 51}, {"pages": [{}]}, {}, []])
def test_a_report_asks_for_some_pages_and_not_too_many(asking: httpx.Client, sent: object) -> None:
    assert asking.post("/report", json=sent).status_code == 422


def sleep(seconds: float) -> bytes:
    time.sleep(seconds)
    return b"done"


def test_work_that_takes_too_long_is_ended_and_the_next_goes_on() -> None:
    async def ask() -> tuple[int, bytes]:
        workers = Workers(at_once=1, seconds=8)
        with pytest.raises(HTTPException) as slow:
            await workers.run(sleep, 60.0)
        return slow.value.status_code, await workers.run(sleep, 0.0)

    assert asyncio.run(ask()) == (503, b"done")


def test_who_finds_too_many_waiting_is_sent_away() -> None:
    async def ask() -> list[int]:
        workers = Workers(at_once=1, waiting=1)

        async def one() -> int:
            try:
                await workers.run(sleep, 0.5)
            except HTTPException as error:
                return error.status_code
            return 200

        return await asyncio.gather(*(one() for _ in range(4)))

    assert sorted(asyncio.run(ask())) == [200, 200, 429, 429]
