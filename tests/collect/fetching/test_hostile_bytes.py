"""Whatever bytes a server sends, a value comes of it: no answer ends a run of months."""

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.web_of_sites.answers import Asked, Given, raw
from tests.web_of_sites.clock import TestClock
from tests.web_of_sites.server import Web
from tests.web_of_sites.site import Site

from tawatur.collect.fetching.answers import Answer, Fetched, Unfetched
from tawatur.collect.fetching.fetcher import Fetcher
from tawatur.collect.fetching.manners import Manners

NAMES = (
    b"Content-Type", b"Content-Encoding", b"Content-Length", b"Transfer-Encoding", b"Location", b"ETag",
    b"Last-Modified", b"Retry-After", b"Set-Cookie", b"Connection", b"X",
)  # fmt: skip
VALUES = st.one_of(
    st.binary(max_size=20),
    st.sampled_from(
        [
            b"gzip", b"br", b"chunked", b"0", b"9", b"-1", b"1e9", b"close", b"text/html; charset=", b"/",
            b"text/html; charset*=x'y'%ff", b"//[", b"http://", b"\xd8\xa3", b"http://hostile.example:99999/",
            b"text/html; charset*=x; charset*0=y", b"http:////[x", b"Mon, 01 Jan 999999999999 00:00:00 GMT",
        ]
    ),
)  # fmt: skip
HEADERS = st.lists(st.tuples(st.sampled_from(NAMES), VALUES), max_size=4)
STATUSES = st.sampled_from(
    [b"200", b"200", b"200", b"301", b"304", b"404", b"429", b"503", b"100", b"999", b"2", b"x"]
)


class Hostile:
    """Answers with whatever it was told to."""

    def __init__(self) -> None:
        self.sent = b""

    def __call__(self, _asked: Asked) -> Given:
        return raw(self.sent)


@pytest.fixture(scope="module")
def hostile() -> Iterator[tuple[Web, Hostile]]:
    answering = Hostile()
    pages: dict[str, Any] = {"/": answering, "/robots.txt": answering}
    with Web([Site(host="hostile.example", purpose="sends anything", pages=pages)]) as web:
        yield web, answering


def ask(web: Web) -> Answer:
    async def asked() -> Answer:
        manners = Manners(most_seconds=2.0, most_bytes=10_000)
        async with Fetcher(network=web.network(), clock=TestClock(), manners=manners) as fetcher:
            return await fetcher.fetch("http://hostile.example/")

    return asyncio.run(asked())


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(status=STATUSES, headers=HEADERS, body=st.binary(max_size=200))
def test_no_answer_is_an_exception(
    hostile: tuple[Web, Hostile], status: bytes, headers: list[tuple[bytes, bytes]], body: bytes
) -> None:
    web, answering = hostile
    lines = b"".join(name + b": " + value + b"\r\n" for name, value in headers)
    answering.sent = b"HTTP/1.1 " + status + b" so\r\n" + lines + b"\r\n" + body
    assert isinstance(ask(web), Fetched | Unfetched)


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sent=st.binary(max_size=100))
def test_no_bytes_are_an_exception(hostile: tuple[Web, Hostile], sent: bytes) -> None:
    web, answering = hostile
    answering.sent = sent
    assert isinstance(ask(web), Fetched | Unfetched)
