"""The reader as an application: pages, static files, errors in the reader's language, safe headers."""

import gc
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from http import HTTPStatus
from importlib import resources as files
from pathlib import Path

from anyio.to_thread import current_default_thread_limiter
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from tawatur.api.application import PLACE, AnswersHead, api
from tawatur.api.workers import Workers
from tawatur.collect.fetching.fetcher import Fetcher
from tawatur.collect.fetching.manners import Manners
from tawatur.errors import CursorError, StoreError
from tawatur.pipeline import Resources
from tawatur.store.store import Store
from tawatur.store.watch import Watch
from tawatur.web import (
    article_pages,
    claim_pages,
    feed_pages,
    party_pages,
    reading_pages,
    search_pages,
    source_pages,
    story_pages,
)
from tawatur.web.caching import AnswerCache
from tawatur.web.rendering import Renderer
from tawatur.web.security import HEADERS, BodyLimit, SecurityHeaders

_EXPLAINED = (404, 405, 413, 422, 500, 503)
# A form that does not parse, or has a field beyond all bounds.
_EXPLAINED_AS = {400: 422}
# Making a page is work, not waiting: more at once only keep each other from getting done.
_PAGES_AT_ONCE = 1
# Somebody waits for the page whose address was pasted.
_MANNERS = Manners(patience=10.0, most_seconds=20.0, at_once=2)


def application(
    store: Store, *, resources: Resources, hosts: tuple[str, ...], further_outlets: tuple[Path, ...] = ()
) -> FastAPI:
    """Return the reader over a library.

    `hosts` are the names it may be asked by: a page elsewhere that points a name of its own
    at this machine gets nothing. `further_outlets` are the files that `resources` were made with:
    what is sent to the API is read in processes of their own.
    """
    # A redirection of the framework's own would lead to whatever name the request was put to.
    app = FastAPI(
        title="Tawatur",
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        redirect_slashes=False,
        lifespan=_open,
    )
    with files.as_file(files.files("tawatur.web") / "static") as static:
        app.mount("/static", StaticFiles(directory=static), name="static")
    workers = Workers()
    app.mount(PLACE, api(store, further_outlets=further_outlets, workers=workers))
    state = app.state
    state.store, state.resources = store, resources
    state.further_outlets, state.workers = further_outlets, workers
    for room in (
        story_pages,
        claim_pages,
        article_pages,
        party_pages,
        search_pages,
        reading_pages,
        feed_pages,
        source_pages,
    ):
        app.include_router(room.router)
    _explain_errors(app, Renderer(directory=resources.outlets))
    app.add_middleware(BodyLimit)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(hosts))
    app.add_middleware(SecurityHeaders)
    app.add_middleware(AnswerCache)
    app.add_middleware(AnswersHead)
    return app


@asynccontextmanager
async def _open(app: FastAPI) -> AsyncIterator[None]:
    current_default_thread_limiter().total_tokens = _PAGES_AT_ONCE
    app.state.watch = Watch(app.state.store.file)
    # The lexicons stay for good: or to look through all of them for garbage holds one page in a hundred
    # up for a tenth of a second.
    gc.collect()
    gc.freeze()
    app.state.fetcher = Fetcher(manners=_MANNERS)
    try:
        yield
    finally:
        app.state.watch.close()
        await app.state.fetcher.aclose()


def _explain_errors(app: FastAPI, show: Renderer) -> None:
    def explained(status: int) -> Callable[[Request, Exception], Awaitable[Response]]:
        async def handler(request: Request, error: Exception) -> Response:
            told = error.status_code if isinstance(error, HTTPException) else status
            told = HTTPStatus.NOT_FOUND if _is_no_address(error) else told
            kind = _EXPLAINED_AS.get(told, told)
            kind = kind if kind in _EXPLAINED else HTTPStatus.NOT_FOUND
            answer = show.page(request, "error.html", {"kind": int(kind), "code": told}, status=told)
            # An answer to a bug is sent from outside every middleware.
            answer.headers.update(HEADERS)
            return answer

        return handler

    app.add_exception_handler(HTTPException, explained(HTTPStatus.NOT_FOUND))
    app.add_exception_handler(RequestValidationError, explained(HTTPStatus.UNPROCESSABLE_ENTITY))
    app.add_exception_handler(CursorError, explained(HTTPStatus.UNPROCESSABLE_ENTITY))
    app.add_exception_handler(StoreError, explained(HTTPStatus.SERVICE_UNAVAILABLE))
    app.add_exception_handler(Exception, explained(HTTPStatus.INTERNAL_SERVER_ERROR))


def _is_no_address(error: Exception) -> bool:
    """Tell whether a request names a page that cannot be, as one in a language that is not spoken here."""
    return isinstance(error, RequestValidationError) and any(
        fault["loc"][0] == "path" for fault in error.errors()
    )
