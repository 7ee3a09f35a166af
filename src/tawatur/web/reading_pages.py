"""The front door, the instant reading of a pasted text, and how to read all this."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from tawatur.web.addresses import Addresses
from tawatur.web.instant import MOST_LETTERS, read_at_once
from tawatur.web.language import preferred
from tawatur.web.visit import Visiting

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
    return visit.show("read.html", pasted="", instant=None, refusal=None, most_letters=MOST_LETTERS)


@router.post("/{language}/read")
def read(visit: Visiting, text: Annotated[str, Form(max_length=MOST_LETTERS)]) -> Response:
    """Read a text at once; it is kept nowhere."""
    instant, refusal = read_at_once(text, visit=visit)
    return visit.show("read.html", pasted=text, instant=instant, refusal=refusal, most_letters=MOST_LETTERS)


@router.get("/{language}/about")
def about(visit: Visiting) -> Response:
    """Explain the badge, the chains and the marks."""
    return visit.show("about.html")
