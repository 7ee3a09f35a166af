"""Answers kept in memory as long as the library stays as it is; who holds one already is told so.

It is the first to see a request: what is kept leaves before anything else is looked at. So a question
includes the host it was put to: a host that is not ours never got an answer that could be kept. Whoever
takes gzip gets, and leaves behind, a compressed answer.
"""

import gzip
from collections import OrderedDict
from dataclasses import dataclass, replace
from hashlib import blake2b
from time import monotonic
from typing import TypeAlias
from weakref import WeakValueDictionary

from anyio import Lock
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tawatur.api.application import PLACE
from tawatur.store.watch import Watch
from tawatur.web.language import Language

# A newsroom reads the same few hundred pages of a day: of 30,000 bytes in the mean, two thousand are kept.
_MOST_BYTES = 64 * 1024 * 1024
_LARGEST_BYTES = 512 * 1024
# What an answer takes besides its body: its question, its headers, its place.
_OWN_BYTES = 2048
# «Trending» looks back from now, which moves on without a change.
_OLDEST_SECONDS = 60.0
_PLACES = (f"{PLACE}/", "/static/", *(f"/{language}/" for language in Language))
# What a 304 does not say again.
_OF_THE_BODY = (b"content-length", b"content-type", b"content-encoding")
# A page of 14,000 bytes is left with 22 of 100 in 0.16 ms; the best level saves one more in twice the time.
_LEVEL = 4
# Less fits into one packet as it is.
_SMALLEST_PACKED = 1_000

_Headers: TypeAlias = list[tuple[bytes, bytes]]
_Question: TypeAlias = tuple[str, bytes, bytes, bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    version: int
    made: float
    etag: bytes
    headers: _Headers
    body: bytes


class AnswerCache:
    """Answers from memory where nobody has written to the library since the answer was made.

    Only whole pages, feeds and answers of the API that were asked for by GET are kept. Browsers
    keep them too, and ask each time whether theirs is still right.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._kept: OrderedDict[_Question, _Kept] = OrderedDict()
        self._bytes = 0
        self._locks: WeakValueDictionary[_Question, Lock] = WeakValueDictionary()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer from memory, else as the application does, remembering what can be kept."""
        watch: Watch | None = getattr(scope["app"].state, "watch", None) if _can_be_kept(scope) else None
        asked = dict(scope.get("headers", ()))
        # Who asks by time alone is answered by those that know it.
        if watch is None or b"if-modified-since" in asked:
            await self._app(scope, receive, send)
            return
        packed = _takes_gzip(asked.get(b"accept-encoding", b""))
        question = (scope["path"], scope["query_string"], asked.get(b"host", b""), packed)
        kept = self._right(question, watch.version())
        if kept is None:
            # Who asks for what another is being made already gets that one.
            async with self._locks.setdefault(question, Lock()):
                version = watch.version()
                kept = self._right(question, version)
                if kept is None:
                    kept = await self._made(question, version, scope, receive, send)
        if kept is not None:
            await _answer(kept, asked.get(b"if-none-match", b""), send)

    def _right(self, question: _Question, version: int) -> _Kept | None:
        kept = self._kept.get(question)
        if kept is None or kept.version != version or monotonic() - kept.made >= _OLDEST_SECONDS:
            return None
        self._kept.move_to_end(question)
        return kept

    async def _made(
        self, question: _Question, version: int, scope: Scope, receive: Receive, send: Send
    ) -> _Kept | None:
        """Return the answer made anew; `None` for one that is not kept, which has been sent."""
        made = _Making(send)
        await self._app(scope, receive, made)
        if made.body is None:
            return None
        headers = [pair for pair in made.headers if pair[0] != b"etag"]
        etag = next((value for name, value in made.headers if name == b"etag"), None)
        if etag is None:
            etag = f'"{blake2b(made.body, digest_size=12).hexdigest()}"'.encode()
            headers.append((b"cache-control", b"no-cache"))
        # Weak, as it is the same for the compressed and the plain answer.
        etag = b"W/" + etag.removeprefix(b"W/")
        headers += [(b"etag", etag), (b"vary", b"accept-encoding")]
        kept = _Kept(version=version, made=monotonic(), etag=etag, headers=headers, body=made.body)
        if question[-1] and len(kept.body) >= _SMALLEST_PACKED:
            kept = _packed(kept)
        self._keep(question, kept)
        return kept

    def _keep(self, question: _Question, kept: _Kept) -> None:
        if len(kept.body) > _LARGEST_BYTES:
            return
        before = self._kept.pop(question, None)
        self._bytes += len(kept.body) - len(before.body) if before else len(kept.body) + _OWN_BYTES
        self._kept[question] = kept
        while self._bytes > _MOST_BYTES:
            _, oldest = self._kept.popitem(last=False)
            self._bytes -= len(oldest.body) + _OWN_BYTES


class _Making:
    """Holds an answer back until it is whole, and lets every other one pass."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._pieces: list[bytes] | None = None
        self.headers: _Headers = []
        self.body: bytes | None = None

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_kept(message):
            self.headers, self._pieces = list(message["headers"]), []
        elif self._pieces is None:
            await self._send(message)
        else:
            self._pieces.append(message.get("body", b""))
            if not message.get("more_body", False):
                self.body = b"".join(self._pieces)


def _can_be_kept(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] != "GET":
        return False
    path: str = scope["path"]
    return path.startswith(_PLACES)


def _is_kept(start: Message) -> bool:
    """Tell whether an answer is a page, or names itself what tells it again."""
    headers: dict[bytes, bytes] = dict(start["headers"])
    page = headers.get(b"content-type", b"").startswith(b"text/html") and b"cache-control" not in headers
    return start["status"] == 200 and (page or b"etag" in headers)


def _takes_gzip(accepted: bytes) -> bool:
    """Tell whether a browser that accepts such codings takes gzip: `gzip;q=0` says that it does not."""
    for part in accepted.lower().split(b","):
        name, _, quality = part.partition(b";")
        if name.strip() == b"gzip":
            return not quality.strip() or bool(quality.strip(b" q=0."))
    return False


def _packed(kept: _Kept) -> _Kept:
    body = gzip.compress(kept.body, _LEVEL, mtime=0)
    headers = [pair for pair in kept.headers if pair[0] != b"content-length"]
    headers += [(b"content-length", str(len(body)).encode()), (b"content-encoding", b"gzip")]
    return replace(kept, headers=headers, body=body)


async def _answer(kept: _Kept, held: bytes, send: Send) -> None:
    if held and kept.etag.removeprefix(b"W/") in held:
        headers = [pair for pair in kept.headers if pair[0] not in _OF_THE_BODY]
        await send({"type": "http.response.start", "status": 304, "headers": headers})
        await send({"type": "http.response.body", "body": b""})
        return
    await send({"type": "http.response.start", "status": 200, "headers": kept.headers})
    await send({"type": "http.response.body", "body": kept.body})
