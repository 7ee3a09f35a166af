"""Pages kept in memory as long as the library stays as it is; a browser that has one already is told so."""

from collections import OrderedDict
from dataclasses import dataclass
from hashlib import blake2b
from time import monotonic
from typing import TypeAlias
from weakref import WeakValueDictionary

from anyio import Lock
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tawatur.store.watch import Watch
from tawatur.web.language import Language

# A newsroom reads the same few hundred pages of a day: of 30,000 bytes in the mean, two thousand are kept.
_MOST_BYTES = 64 * 1024 * 1024
_LARGEST_BYTES = 512 * 1024
# «Trending» looks back from now, which moves on without a change.
_OLDEST_SECONDS = 60.0


_Key: TypeAlias = tuple[str, bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    version: int
    made: float
    etag: str
    body: bytes


class PageCache:
    """Answers a page from memory where nobody has written to the library since it was made.

    Only whole pages that were asked for by GET are kept. Browsers keep them too, and ask
    each time whether theirs is still right.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._kept: OrderedDict[_Key, _Kept] = OrderedDict()
        self._bytes = 0
        self._locks: WeakValueDictionary[_Key, Lock] = WeakValueDictionary()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer from memory, else as the application does, remembering what can be kept."""
        watch: Watch | None = getattr(scope["app"].state, "watch", None) if _is_page(scope) else None
        if watch is None:
            await self._app(scope, receive, send)
            return
        key = (scope["path"], scope["query_string"])
        # Who asks for what another is being made already gets that one.
        async with self._locks.setdefault(key, Lock()):
            kept = await self._made(key, watch.version(), scope, receive, send)
        if kept is not None:
            await _answer(kept, Headers(scope=scope))(scope, receive, send)

    async def _made(
        self, key: _Key, version: int, scope: Scope, receive: Receive, send: Send
    ) -> _Kept | None:
        """Return the page, from memory where it is right; `None` for another answer, which has been sent."""
        kept = self._kept.get(key)
        if kept is not None and kept.version == version and monotonic() - kept.made < _OLDEST_SECONDS:
            self._kept.move_to_end(key)
            return kept
        made = _Making(send)
        await self._app(scope, receive, made)
        if made.body is None:
            return None
        kept = _Kept(version=version, made=monotonic(), etag=_etag(made.body), body=made.body)
        self._keep(key, kept)
        return kept

    def _keep(self, key: _Key, kept: _Kept) -> None:
        if len(kept.body) > _LARGEST_BYTES:
            return
        before = self._kept.pop(key, None)
        self._bytes += len(kept.body) - (len(before.body) if before else 0)
        self._kept[key] = kept
        while self._bytes > _MOST_BYTES:
            _, oldest = self._kept.popitem(last=False)
            self._bytes -= len(oldest.body)


class _Making:
    """Holds a page back until it is whole, and lets every other answer pass."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._pieces: list[bytes] | None = None
        self.body: bytes | None = None

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_whole_page(message):
            self._pieces = []
        elif self._pieces is None:
            await self._send(message)
        else:
            self._pieces.append(message.get("body", b""))
            if not message.get("more_body", False):
                self.body = b"".join(self._pieces)


def _is_page(scope: Scope) -> bool:
    return (
        scope["type"] == "http"
        and scope["method"] == "GET"
        and scope["path"].split("/", 2)[1:2] in ([language.value] for language in Language)
    )


def _is_whole_page(start: Message) -> bool:
    kind = Headers(raw=start["headers"]).get("content-type", "")
    return start["status"] == 200 and kind.startswith("text/html")


def _etag(body: bytes) -> str:
    return f'"{blake2b(body, digest_size=12).hexdigest()}"'


def _answer(kept: _Kept, asked: Headers) -> Response:
    headers = {"ETag": kept.etag, "Cache-Control": "no-cache"}
    if kept.etag in asked.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(kept.body, media_type="text/html", headers=headers)
