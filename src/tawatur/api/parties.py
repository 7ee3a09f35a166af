"""Parties, what they said, and outlets."""

from typing import Annotated

from fastapi import APIRouter, Path, Query
from sqlalchemy import Connection
from starlette.responses import Response

from tawatur.api.answers import Cursor, Limit, Number, answers
from tawatur.api.asking import Asked, Listing
from tawatur.api.shapes.articles import Statements
from tawatur.api.shapes.parties import Outlet, Outlets, Parties, Party
from tawatur.exports.documents import Document
from tawatur.exports.listed import (
    outlet_document,
    outlet_head_document,
    party_document,
    statement_document,
)
from tawatur.library.entries import party_key
from tawatur.store.cursors import Part
from tawatur.store.outlets import outlet_view, outlets_by_size
from tawatur.store.parties import most_quoted, party_heads, party_of_key
from tawatur.store.statements import statements_of_party

router = APIRouter(tags=["parties and outlets"])


@router.get("/parties", response_model=Parties, responses=answers(404, 422, 503))
def list_parties(
    asked: Asked,
    name: Annotated[
        str | None, Query(max_length=500, description="only the one that this name is of")
    ] = None,
    limit: Limit = 20,
    cursor: Cursor = None,
) -> Response:
    """List the named parties, the most quoted first, or the one party of a name."""

    def found(connection: Connection) -> Listing:
        if name is not None:
            one = party_of_key(connection, party_key(name, asked.outlets))
            return Listing(document={"parties": [party_document(one)] if one else []}, following=None)
        listed = most_quoted(connection, Part(limit=limit, after=cursor))
        return Listing(
            document={"parties": [party_document(one) for one in listed.items]}, following=listed.following
        )

    return asked.answer(found)


@router.get("/parties/{number}", response_model=Party, responses=answers(404, 422, 503))
def get_party(asked: Asked, number: Number) -> Response:
    """Give one party."""

    def found(connection: Connection) -> Document | None:
        head = party_heads(connection, [number]).get(number)
        return None if head is None else party_document(head)

    return asked.answer(found, missing="no party of that number")


@router.get("/parties/{number}/statements", response_model=Statements, responses=answers(404, 422, 503))
def list_statements(asked: Asked, number: Number, limit: Limit = 20, cursor: Cursor = None) -> Response:
    """List what a party said, the newest first."""

    def found(connection: Connection) -> Listing | None:
        if number not in party_heads(connection, [number]):
            return None
        listed = statements_of_party(connection, number, Part(limit=limit, after=cursor))
        return Listing(
            document={"statements": [statement_document(one) for one in listed.items]},
            following=listed.following,
        )

    return asked.answer(found, missing="no party of that number")


@router.get("/outlets", response_model=Outlets, responses=answers(422, 503))
def list_outlets(asked: Asked) -> Response:
    """List every outlet of the library, those with most articles first."""

    def found(connection: Connection) -> Document:
        return {"outlets": [outlet_head_document(one, asked.outlets) for one in outlets_by_size(connection)]}

    return asked.answer(found)


@router.get("/outlets/{id:path}", response_model=Outlet, responses=answers(404, 422, 503))
def get_outlet(
    asked: Asked,
    id: Annotated[str, Path(max_length=500)],  # noqa: A002 - the name of the field
) -> Response:
    """Give an outlet in figures: whose texts it carries, whom it relays, who relays it."""

    def found(connection: Connection) -> Document | None:
        view = outlet_view(connection, id, outlets=asked.outlets)
        return None if view is None else outlet_document(view, asked.outlets)

    return asked.answer(found, missing="no article of that outlet")
