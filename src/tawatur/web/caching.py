"""Pages kept in memory as long as the library stays as it is; a browser that has one already is told so."""

from collections import OrderedDict
from dataclasses import dataclass
from hashlib import blake2b
from time import monotonic

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tawatur.store.watch import Watch
from tawatur.web.language import Language

# A newsroom reads the same few hundred pages of a day. All of them take 64 MB at most.
_PAGES = 256
_LARGEST_BYTES = 256 * 1024
# «Trending» looks back from now, which moves on without a change.
_OLDEST_SECONDS = 60.0


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
        self._kept: OrderedDict[tuple[str, bytes], _Kept] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer from memory, else as the application does, remembering what can be kept."""
        watch: Watch | None = getattr(scope["app"].state, "watch", None) if _is_page(scope) else None
        if watch is None:
            await self._app(scope, receive, send)
            return
        version, key = watch.version(), (scope["path"], scope["query_string"])
        kept = self._kept.get(key)
        if kept is None or kept.version != version or monotonic() - kept.made > _OLDEST_SECONDS:
            made = _Making(send)
            await self._app(scope, receive, made)
            if made.body is None:
                return
            kept = _Kept(version=version, made=monotonic(), etag=_etag(made.body), body=made.body)
            self._keep(key, kept)
        else:
            self._kept.move_to_end(key)
        await _answer(kept, Headers(scope=scope))(scope, receive, send)

    def _keep(self, key: tuple[str, bytes], kept: _Kept) -> None:
        if len(kept.body) > _LARGEST_BYTES:
            return
        self._kept[key] = kept
        self._kept.move_to_end(key)
        if len(self._kept) > _PAGES:
            self._kept.popitem(last=False)


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
