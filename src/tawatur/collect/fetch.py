"""One page from one address, politely and safely."""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cached_property
from http import HTTPStatus
from importlib.metadata import version
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

import httpcore
import httpx

from tawatur.collect.addresses import ForbiddenAddressError, PublicNetwork, Resolve, resolve
from tawatur.collect.limits import MOST_PAGE_BYTES, MOST_ROBOTS_BYTES
from tawatur.collect.robots import Answer, Robots
from tawatur.collect.transport import NetworkTransport
from tawatur.collect.whole_pages import too_large, unfit
from tawatur.records.page import Page, PageForm
from tawatur.records.refusal import Refusal, RefusalReason

AGENT = "tawatur"
USER_AGENT = f"{AGENT}/{version('tawatur')} (reads Arabic news; obeys robots.txt)"
MOST_REDIRECTS = 5
MOST_SECONDS = 60.0
"""For one page, its redirections included; a step of it (connecting, one read) has STEP_SECONDS."""
STEP_SECONDS = 15.0

_FORMS = {
    "": PageForm.HTML,
    "text/html": PageForm.HTML,
    "application/xhtml+xml": PageForm.HTML,
    "text/plain": PageForm.TEXT,
}
_FAILURES = (
    httpx.HTTPError,
    httpx.InvalidURL,
    httpcore.NetworkError,
    httpcore.TimeoutException,
    httpcore.ProtocolError,
)
LEAST_PAUSE = 1.0
"""Seconds between two pages of one site, unless its robots.txt asks for more."""
MOST_PAUSE = 30.0


class _UnfetchedError(Exception):
    """An address gave no page; the reason and a line for a person."""

    def __init__(self, reason: RefusalReason, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail


class Fetcher:
    """Fetches pages: http and https only, public addresses only, as far as robots.txt allows.

    Proxies of the environment are not used, since they would connect where nothing is
    checked. `allowed` are addresses of this machine that a test serves from.
    """

    def __init__(
        self,
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        resolve: Resolve = resolve,
        allowed: Iterable[str] = (),
        most_seconds: float = MOST_SECONDS,
        least_pause: float = LEAST_PAUSE,
    ) -> None:
        self._now = now
        self._network = PublicNetwork(resolve=resolve, allowed=allowed)
        self._most_seconds = most_seconds
        self._least_pause = least_pause
        self._robots = Robots(AGENT, self._robots_answer)
        self._visited: dict[str, float] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close every connection; a later fetch opens new ones."""
        if client := self.__dict__.pop("_client", None):
            client.close()

    def fetch(self, url: str) -> Page | Refusal:
        """Fetch one page; whatever stands in the way is a refusal that says so."""
        self._network.deadline = time.monotonic() + self._most_seconds
        try:
            with self._answer(url, self._objection) as answer:
                return self._page(url, answer)
        except _UnfetchedError as unfetched:
            return Refusal(id=url, reason=unfetched.reason, detail=unfetched.detail)

    @cached_property
    def _client(self) -> httpx.Client:
        return httpx.Client(
            transport=NetworkTransport(self._network),
            timeout=STEP_SECONDS,
            headers={"User-Agent": USER_AGENT, "Accept-Encoding": "gzip, deflate", "Accept-Language": "ar"},
            trust_env=False,
        )

    @contextmanager
    def _answer(self, url: str, objection: Callable[[str], str | None]) -> Iterator[httpx.Response]:
        """Open the answer of an address, behind its redirections, each checked like the first."""
        try:
            for _ in range(MOST_REDIRECTS + 1):
                if reason := _unfetchable(url) or objection(url):
                    raise _UnfetchedError(RefusalReason.FORBIDDEN, reason)
                with self._client.stream("GET", url) as answer:
                    if not answer.has_redirect_location:
                        yield answer
                        return
                    url = str(answer.url.join(answer.headers["Location"]))
        except ForbiddenAddressError as error:
            raise _UnfetchedError(RefusalReason.FORBIDDEN, str(error)) from error
        except _FAILURES as error:
            detail = str(error) or type(error).__name__
            raise _UnfetchedError(RefusalReason.UNREADABLE, f"{url}: {detail}") from error
        raise _UnfetchedError(RefusalReason.UNREADABLE, f"more than {MOST_REDIRECTS} redirections")

    def _objection(self, url: str) -> str | None:
        """Return why a site does not want a page fetched; where it does not mind, wait for its turn."""
        reason = self._robots.objection(url)
        if reason is None:
            host = urlsplit(url).netloc
            pause = min(MOST_PAUSE, max(self._least_pause, self._robots.pause(url)))
            early = self._visited.get(host, 0.0) + pause - time.monotonic()
            if host in self._visited and early > 0:
                time.sleep(early)
                self._network.deadline += early
            self._visited[host] = time.monotonic()
        return reason

    def _page(self, url: str, answer: httpx.Response) -> Page | Refusal:
        if answer.status_code != HTTPStatus.OK:
            raise _UnfetchedError(RefusalReason.ERROR_PAGE, f"answered {answer.status_code}")
        content_type = answer.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        if content_type not in _FORMS:
            raise _UnfetchedError(RefusalReason.UNKNOWN_FORMAT, f"{content_type} is no page")
        content = _content(answer, MOST_PAGE_BYTES)
        if len(content) > MOST_PAGE_BYTES:
            return too_large(url)
        return unfit(url, content) or Page(
            id=url,
            form=_FORMS[content_type],
            content=content,
            encoding=answer.charset_encoding,
            url=str(answer.url),
            fetched=self._now(),
        )

    def _robots_answer(self, url: str) -> Answer:
        with self._answer(url, lambda _: None) as answer:
            return answer.status_code, _content(answer, MOST_ROBOTS_BYTES)[:MOST_ROBOTS_BYTES]


def _unfetchable(url: str) -> str | None:
    """Return why an address is not fetched from at all, `None` where it can be."""
    try:
        parts = urlsplit(url)
    except ValueError as error:
        return f"no address: {error}"
    if parts.scheme.lower() not in ("http", "https"):
        return f"{parts.scheme} is neither http nor https"
    if not parts.hostname:
        return "no host in the address"
    if "@" in parts.netloc:
        return "a name or password in the address"
    return None


def _content(answer: httpx.Response, most: int) -> bytes:
    """Read an answer until it ends or goes beyond `most` bytes."""
    if "," in answer.headers.get("Content-Encoding", ""):
        # One coding unpacks 1,000 times at most; several together know no bounds.
        raise _UnfetchedError(RefusalReason.UNREADABLE, "packed more than once")
    content = bytearray()
    for piece in answer.iter_bytes():
        content += piece
        if len(content) > most:
            break
    return bytes(content)
