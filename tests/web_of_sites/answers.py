"""What a site of the test web answers with: well-behaved answers, and raw bytes for all others."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import format_datetime
from http import HTTPStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One request as the server met it; `at` is the time on the clock of the web."""

    at: float
    host: str
    target: str
    headers: Mapping[str, str]

    @property
    def url(self) -> str:
        return f"http://{self.host}{self.target}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A well-formed answer, with its real length unless `headers` say otherwise."""

    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""

    def on_the_wire(self) -> bytes:
        named = {"Content-Length": str(len(self.body)), **self.headers}
        lines = "".join(f"{name}: {value}\r\n" for name, value in named.items())
        phrase = HTTPStatus(self.status).phrase
        return f"HTTP/1.1 {self.status} {phrase}\r\n{lines}\r\n".encode() + self.body

    @property
    def ends_connection(self) -> bool:
        declared = self.headers.get("Content-Length", str(len(self.body)))
        return declared != str(len(self.body)) or self.headers.get("Connection") == "close"


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """Bytes sent as they are, one piece after the other, and the connection closed behind them."""

    pieces: Callable[[], AsyncIterator[bytes]]


Given = Answer | Raw
Handler = Callable[[Asked], Given | Awaitable[Given]]


def html(body: bytes, *, charset: str = "utf-8", **headers: str) -> Answer:
    return Answer(headers={"Content-Type": f"text/html; charset={charset}"} | _dashed(headers), body=body)


def xml(body: bytes, *, kind: str = "application/rss+xml", **headers: str) -> Answer:
    return Answer(headers={"Content-Type": kind} | _dashed(headers), body=body)


def text(body: str, *, status: int = 200, **headers: str) -> Answer:
    return Answer(
        status=status,
        headers={"Content-Type": "text/plain; charset=utf-8"} | _dashed(headers),
        body=body.encode(),
    )


def status(code: int, **headers: str) -> Answer:
    return Answer(status=code, headers={"Content-Type": "text/html"} | _dashed(headers), body=b"<p>no")


def redirect(location: str, *, code: int = 302) -> Answer:
    return Answer(status=code, headers={"Location": location})


def raw(*pieces: bytes) -> Raw:
    async def sent() -> AsyncIterator[bytes]:
        for piece in pieces:
            yield piece

    return Raw(pieces=sent)


def dripping(beginning: bytes, drop: bytes, *, seconds: float) -> Raw:
    """Send a beginning, and then a drop every so often, for ever."""

    async def sent() -> AsyncIterator[bytes]:
        yield beginning
        while True:
            await asyncio.sleep(seconds)
            yield drop

    return Raw(pieces=sent)


def endless(beginning: bytes, piece: bytes) -> Raw:
    async def sent() -> AsyncIterator[bytes]:
        yield beginning
        while True:
            yield piece

    return Raw(pieces=sent)


class InTurn:
    """Gives its answers one after the other, the last of them for ever."""

    def __init__(self, *answers: Given) -> None:
        self._answers = list(answers)

    def __call__(self, _asked: Asked) -> Given:
        return self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]


def conditional(answer: Answer, *, etag: str | None = None, modified: datetime | None = None) -> Handler:
    """Answer 304 to whoever names the right validators."""
    given = {"ETag": etag, "Last-Modified": modified and format_datetime(modified, usegmt=True)}
    validators = {name: value for name, value in given.items() if value}

    def answered(asked: Asked) -> Answer:
        named = {
            "ETag": asked.headers.get("if-none-match"),
            "Last-Modified": asked.headers.get("if-modified-since"),
        }
        if all(named[name] == value for name, value in validators.items()):
            return Answer(status=304, headers=validators)
        return Answer(headers={**answer.headers, **validators}, body=answer.body)

    return answered


def _dashed(headers: Mapping[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in headers.items()}
