"""One request of a reader: the library and the resources it is answered from, in which language."""

from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Annotated, NoReturn

from fastapi import Depends, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from tawatur.api.workers import Workers
from tawatur.collect.fetching.fetcher import Fetcher
from tawatur.pipeline import Resources
from tawatur.store.store import Store
from tawatur.web.addresses import Addresses
from tawatur.web.language import Language, Speech, speech
from tawatur.web.naming import OutletNames
from tawatur.web.rendering import Renderer


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A request and all it is answered with."""

    request: Request
    language: Language
    store: Store
    resources: Resources
    further_outlets: tuple[Path, ...]
    workers: Workers
    fetcher: Fetcher

    @property
    def speech(self) -> Speech:
        """How everything is said in the visitor's language."""
        return speech(self.language)

    @property
    def addresses(self) -> Addresses:
        """Where the pages stand in the visitor's language."""
        return Addresses(language=self.language)

    @property
    def names(self) -> OutletNames:
        """What outlets are called in the visitor's language."""
        return OutletNames(directory=self.resources.outlets, language=self.language)

    def show(self, template: str, *, status: int = 200, **context: object) -> Response:
        """Answer with a page."""
        renderer = Renderer(directory=self.resources.outlets)
        return renderer.page(self.request, template, context, status=status)


async def visit(request: Request, language: Language) -> Visit:
    """Take up a request; the application holds the library and the resources."""
    state = request.app.state
    return Visit(
        request=request,
        language=language,
        store=state.store,
        resources=state.resources,
        further_outlets=state.further_outlets,
        workers=state.workers,
        fetcher=state.fetcher,
    )


Visiting = Annotated[Visit, Depends(visit)]


def not_here() -> NoReturn:
    """Answer that there is no such page.

    Raises:
        HTTPException: always (404).
    """
    raise HTTPException(HTTPStatus.NOT_FOUND)
