"""Reading what is sent, at once; it is kept nowhere."""

from fastapi import APIRouter
from starlette.responses import Response

from tawatur.api.answers import told
from tawatur.api.asking import Asked
from tawatur.api.sent import READ_BODY, REPORT_BODY, page_sent, pages_sent
from tawatur.api.shapes.articles import PageRead
from tawatur.api.shapes.stories import Report
from tawatur.api.work import read_sent, report_sent

router = APIRouter(tags=["reading"])
_PROBLEMS = told(413, 415, 422, 429, 503)


@router.post("/read", response_model=PageRead, responses=_PROBLEMS, openapi_extra=READ_BODY)
async def read_page(asked: Asked) -> Response:
    """Read one page: its articles, who says what in them, and when.

    A page without an article is no error: `refused` tells why.
    """
    body = await asked.request.body()
    page = page_sent(body, asked.request.headers.get("content-type", ""))
    return _fresh(await asked.workers.run(read_sent, asked.further_outlets, page))


@router.post("/report", response_model=Report, responses=_PROBLEMS, openapi_extra=REPORT_BODY)
async def report_pages(asked: Asked) -> Response:
    """Report, for every claim on the pages, how many independent origins it has, and every chain."""
    body = await asked.request.body()
    pages = pages_sent(body, asked.request.headers.get("content-type", ""))
    return _fresh(await asked.workers.run(report_sent, asked.further_outlets, pages))


def _fresh(document: bytes) -> Response:
    return Response(document, media_type="application/json", headers={"Cache-Control": "no-store"})
