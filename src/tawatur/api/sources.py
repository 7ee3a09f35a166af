"""What is followed, and how it fares."""

from fastapi import APIRouter
from starlette.responses import Response

from tawatur.api.answers import told
from tawatur.api.asking import Asked, json_answer
from tawatur.api.shapes.sources import Sources
from tawatur.exports.listed import source_document
from tawatur.store.sources import followed_sources

router = APIRouter(tags=["sources"])


@router.get("/sources", response_model=Sources, responses=told(503))
def list_sources(asked: Asked) -> Response:
    """List everything that is followed; it changes with every visit, so no answer is kept."""
    with asked.store.reading() as connection:
        listed = followed_sources(connection)
    document = {"sources": [source_document(one) for one in listed]}
    return json_answer(document, {"Cache-Control": "no-store"})
