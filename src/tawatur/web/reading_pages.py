"""The front door, the instant reading of a pasted text, and how to read all this."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from tawatur.web.addresses import Addresses
from tawatur.web.instant import MOST_LETTERS, Instant, read_at_once
from tawatur.web.language import preferred
from tawatur.web.visit import Visit, Visiting

router = APIRouter(include_in_schema=False)


@router.get("/")
def front(request: Request) -> Response:
    """Send a visitor on to the latest stories in the language the browser asks for."""
    language = preferred(request.headers.get("accept-language", ""))
    return RedirectResponse(
        Addresses(language=language).page(), status_code=302, headers={"Vary": "Accept-Language"}
    )


@router.get("/{language}/read")
def paste(visit: Visiting) -> Response:
    """Ask for a text."""
    return _shown(visit)


@router.post("/{language}/read")
async def read(visit: Visiting, text: Annotated[str, Form(max_length=MOST_LETTERS)]) -> Response:
    """Read a text, or the page at an address, at once; it is kept nowhere."""
    try:
        instant = await read_at_once(text, visit=visit)
    except HTTPException as error:
        return _shown(visit, pasted=text, told=f"read_{error.status_code}", status=error.status_code)
    if isinstance(instant, str):
        return _shown(visit, pasted=text, told=instant)
    return _shown(visit, pasted=text, instant=instant)


def _shown(
    visit: Visit, *, pasted: str = "", instant: Instant | None = None, told: str = "", status: int = 200
) -> Response:
    """Show the form with what was pasted, and what was read or in which words it is told why not."""
    bounds = {"most_letters": MOST_LETTERS}
    return visit.show("read.html", status=status, pasted=pasted, instant=instant, told=told, **bounds)


@router.get("/ar")
@router.get("/en")
def beginning(request: Request) -> Response:
    """Send whoever leaves out the last stroke on; to a path alone, whatever name they asked by."""
    return RedirectResponse(f"{request.url.path}/", status_code=301)


@router.get("/{language}/about")
def about(visit: Visiting) -> Response:
    """Explain the badge, the chains and the marks."""
    return visit.show("about.html")
