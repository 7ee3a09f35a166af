"""One request and its answer, within every limit; where it leads on to is another's business."""

import asyncio
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from http import HTTPStatus

import httpcore
import httpx

from tawatur.collect.fetching.addresses import ForbiddenAddressError, NoHostError
from tawatur.collect.fetching.connections import Connections
from tawatur.collect.fetching.content_codings import ACCEPTED, BrokenCodingError, Content, unpacked
from tawatur.collect.fetching.failures import Failure
from tawatur.collect.fetching.manners import Manners
from tawatur.records.refusal import RefusalReason

_UNREAD = ("image", "audio", "video", "font")
_REASONS = {
    ForbiddenAddressError: RefusalReason.PRIVATE_ADDRESS,
    NoHostError: RefusalReason.NO_HOST,
    TimeoutError: RefusalReason.TIMED_OUT,
    httpcore.TimeoutException: RefusalReason.TIMED_OUT,
    httpcore.ConnectError: RefusalReason.UNREACHABLE,
    httpcore.NetworkError: RefusalReason.BROKEN_ANSWER,
    httpcore.ProtocolError: RefusalReason.BROKEN_ANSWER,
    OSError: RefusalReason.BROKEN_ANSWER,
    BrokenCodingError: RefusalReason.BROKEN_ANSWER,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What a server answered; only the content of a 200 is read, and only where it may be text.

    `cut` tells that the content went on behind the most that is taken.
    """

    status: int
    headers: httpx.Headers
    content: bytes = b""
    cut: bool = False

    @property
    def media_type(self) -> str:
        """The type that the server says the content is of, "" where it says nothing."""
        return self._content_type.partition(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """The encoding that the server says the content is in, unchecked."""
        message = Message()
        message["Content-Type"] = self._content_type
        try:
            return message.get_content_charset() or None
        # Parameters in pieces (RFC 2231) of which some have no number, or one without end.
        except (TypeError, ValueError):
            return None

    @property
    def _content_type(self) -> str:
        return str(self.headers.get("Content-Type", ""))

    @property
    def is_unread(self) -> bool:
        """Whether the content was left unread, being no text."""
        return self.media_type.partition("/")[0] in _UNREAD


class Exchange:
    """Asks servers over connections that `network` makes; no cookie, proxy or password is ever used."""

    def __init__(
        self, *, network: httpcore.AsyncNetworkBackend, manners: Manners, tls: ssl.SSLContext | None = None
    ) -> None:
        self._headers = {
            "User-Agent": manners.user_agent,
            "Accept": "*/*",
            "Accept-Language": "ar",
            "Accept-Encoding": ACCEPTED,
        }
        self._manners = manners
        self._turns = asyncio.Semaphore(manners.at_once)
        self._connections = Connections(network=network, tls=tls)

    async def aclose(self) -> None:
        """Close every connection."""
        await self._connections.aclose()

    async def ask(self, url: str, *, headers: Mapping[str, str], most: int) -> Reply | Failure:
        """Ask an address that is written as on the wire; whatever goes wrong is a value."""
        async with self._turns:
            try:
                async with asyncio.timeout(self._manners.most_seconds):
                    return await self._reply(url, headers, most)
            except tuple(_REASONS) as error:
                return self._failure(url, error)

    async def _reply(self, url: str, headers: Mapping[str, str], most: int) -> Reply:
        step = self._manners.step_seconds
        connections = await self._connections.to(url)
        async with connections.stream(
            "GET",
            _for_the_pool(url),
            headers=[(name.encode(), value.encode()) for name, value in {**self._headers, **headers}.items()],
            extensions={"timeout": {"connect": step, "read": step, "write": step}},
        ) as answer:
            reply = Reply(status=answer.status, headers=httpx.Headers(answer.headers))
            if answer.status != HTTPStatus.OK or reply.is_unread:
                return reply
            content = await _content(answer, reply.headers, most)
        return Reply(status=reply.status, headers=reply.headers, content=content.data, cut=content.cut)

    def _failure(self, url: str, error: Exception) -> Failure:
        reason = next(reason for kind, reason in _REASONS.items() if isinstance(error, kind))
        detail = str(error) or type(error).__name__
        if isinstance(error, TimeoutError):
            detail = f"took more than {self._manners.most_seconds:g} s as a whole"
        return Failure(reason=reason, detail=f"{url}: {' '.join(detail.split())}")


def _for_the_pool(url: str) -> httpcore.URL:
    parts = httpx.URL(url)
    return httpcore.URL(scheme=parts.raw_scheme, host=parts.raw_host, port=parts.port, target=parts.raw_path)


async def _content(answer: httpcore.Response, headers: httpx.Headers, most: int) -> Content:
    return await unpacked(answer.aiter_stream(), headers.get("Content-Encoding", ""), most=most)
