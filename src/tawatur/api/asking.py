"""One request and how it is answered: from one state of the library, with what tells that state again."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Annotated

import msgspec
from fastapi import Depends, Request
from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from tawatur.api.etags import REVALIDATED, etag, is_held
from tawatur.api.workers import Workers
from tawatur.exports.documents import Document
from tawatur.outlets.directory import Directory
from tawatur.store.store import Store

_encoder = msgspec.json.Encoder()


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A part of a list; `following` is the cursor of the next one."""

    document: Document
    following: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """A request and what it is answered from."""

    request: Request
    store: Store
    outlets: Directory
    further_outlets: tuple[Path, ...]
    workers: Workers

    def answer(
        self, find: Callable[[Connection], Document | Listing | None], *, missing: str = ""
    ) -> Response:
        """Answer with what `find` finds in the library, or that nothing has changed.

        Raises:
            HTTPException: it finds nothing (404, told in the words of `missing`).
        """
        with self.store.reading() as connection:
            tag = etag(self.request, self.store, connection)
            headers = {"ETag": tag} | REVALIDATED
            if is_held(self.request, tag):
                return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
            found = find(connection)
        if found is None:
            raise HTTPException(HTTPStatus.NOT_FOUND, missing)
        if isinstance(found, Listing):
            return json_answer(
                found.document | {"next": found.following}, headers | self._link(found.following)
            )
        return json_answer(found, headers)

    def elsewhere(self, path: str) -> Response:
        """Send whoever asks on to another address of the API for good."""
        return RedirectResponse(
            f"{self.request.scope['root_path']}{path}", status_code=HTTPStatus.PERMANENT_REDIRECT
        )

    def _link(self, following: str | None) -> dict[str, str]:
        if following is None:
            return {}
        onwards = self.request.url.include_query_params(cursor=following)
        return {"Link": f'<{onwards.path}?{onwards.query}>; rel="next"'}


def json_answer(document: Document, headers: Mapping[str, str]) -> Response:
    """Return a document as an answer."""
    return Response(_encoder.encode(document), media_type="application/json", headers=dict(headers))


async def asking(request: Request) -> Asking:
    """Take up a request; the application holds what it is answered from."""
    state = request.app.state
    return Asking(
        request=request,
        store=state.store,
        outlets=state.outlets,
        further_outlets=state.further_outlets,
        workers=state.workers,
    )


Asked = Annotated[Asking, Depends(asking)]
