"""The API as an application of its own, to be mounted at `PLACE` beside the reader."""

from pathlib import Path
from typing import Any

from fastapi import FastAPI, Request
from fastapi.openapi.utils import get_openapi
from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tawatur import api as room
from tawatur.api import articles, parties, reading, search, sources, stories
from tawatur.api.problems import Problem, explain_errors
from tawatur.api.workers import Workers
from tawatur.outlets.directory import outlets
from tawatur.store.store import Store

PLACE = "/api/v1"
VERSION = "1"


def api(store: Store, *, further_outlets: tuple[Path, ...] = (), workers: Workers | None = None) -> FastAPI:
    """Return the API over a library; `further_outlets` are known beside the bundled ones."""
    app = FastAPI(
        title="Tawatur",
        version=VERSION,
        docs_url=None,
        redoc_url=None,
        openapi_url="/openapi.json",
        redirect_slashes=False,
    )
    state = app.state
    state.store, state.further_outlets = store, further_outlets
    state.outlets, state.workers = outlets(further_outlets), workers or Workers()
    for part in (stories, articles, parties, search, sources, reading):
        app.include_router(part.router)
    app.add_api_route("/", _operations, include_in_schema=False)
    app.add_middleware(AnswersHead)
    app.openapi = lambda: _described(app)  # type: ignore[method-assign]
    explain_errors(app)
    return app


class AnswersHead:
    """Answers HEAD as GET is answered, without the body."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, a HEAD as a GET."""

        async def without_body(message: Message) -> None:
            await send({**message, "body": b""} if message["type"] == "http.response.body" else message)

        if scope["type"] == "http" and scope["method"] == "HEAD":
            await self._app({**scope, "method": "GET"}, receive, without_body)
        else:
            await self._app(scope, receive, send)


def _described(app: FastAPI) -> dict[str, Any]:
    """Return the description of the API, made once."""
    if app.openapi_schema is None:
        described = get_openapi(
            title=app.title,
            version=app.version,
            openapi_version=app.openapi_version,
            description=room.__doc__,
            routes=app.routes,
            servers=[{"url": PLACE}],
        )
        problem = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
        described["components"]["schemas"] |= problem.pop("$defs") | {Problem.__name__: problem}
        app.openapi_schema = described
    return app.openapi_schema


def _operations(request: Request) -> HTMLResponse:
    """Show every operation on a page of our own."""
    environment = Environment(loader=PackageLoader("tawatur.api"), autoescape=True, undefined=StrictUndefined)
    described = request.app.openapi()
    operations = [
        {"parameters": (), "method": method.upper(), "path": path, **operation}
        for path, methods in described["paths"].items()
        for method, operation in methods.items()
    ]
    page = environment.get_template("operations.html").render(
        place=PLACE, info=described["info"], operations=operations
    )
    return HTMLResponse(page)
