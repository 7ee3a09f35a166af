"""Stories and their claims."""

from typing import Annotated

from fastapi import APIRouter, Path
from sqlalchemy import Connection
from starlette.responses import Response

from tawatur.api.answers import Answers, Cursor, Limit, Number, answers
from tawatur.api.asking import Asked, Listing
from tawatur.api.shapes.stories import Claims, GrowingStories, StoredClaim, Stories, Story
from tawatur.exports.documents import Document
from tawatur.exports.found import stored_claim_document
from tawatur.exports.listed import story_document, story_head_document
from tawatur.store.chief_claims import chief_claims
from tawatur.store.claims import claim_of_key, claims_of_story
from tawatur.store.cursors import Part, cursor_of, place_of
from tawatur.store.stories import latest_stories, standing_story, story_heads, story_view
from tawatur.store.trends import Window, trending_stories

router = APIRouter(tags=["stories"])
_MOVED: Answers = {308: {"description": "the story was merged into another, which Location names"}}


@router.get("/stories", response_model=Stories, responses=answers(404, 422, 503))
def list_stories(asked: Asked, limit: Limit = 20, cursor: Cursor = None) -> Response:
    """List the stories, the one with the newest article first."""

    def found(connection: Connection) -> Listing:
        listed = latest_stories(connection, Part(limit=limit, after=cursor))
        chief = chief_claims(connection, [head.id for head in listed.items])
        stories = [story_head_document(head, chief.get(head.id)) for head in listed.items]
        return Listing(document={"stories": stories}, following=listed.following)

    return asked.answer(found)


@router.get("/stories/trending", response_model=GrowingStories, responses=answers(422, 503))
def list_trending_stories(asked: Asked, window: Window = Window.WEEK, limit: Limit = 20) -> Response:
    """List the stories that won most independent origins of late; copies make none grow."""

    def found(connection: Connection) -> Document:
        growing = trending_stories(connection, window, limit=limit)
        chief = chief_claims(connection, [one.head.id for one in growing])
        return {
            "stories": [
                story_head_document(one.head, chief.get(one.head.id)) | {"origins_won": one.origins}
                for one in growing
            ]
        }

    return asked.answer(found)


@router.get("/stories/{number}", response_model=Story, responses=answers(404, 422, 503) | _MOVED)
def get_story(asked: Asked, number: Number) -> Response:
    """Give one story: its articles by time, the texts copied, its claims in figures."""
    standing = _standing(asked, number)
    if standing not in (number, None):
        return asked.elsewhere(f"/stories/{standing}")

    def found(connection: Connection) -> Document | None:
        view = story_view(connection, number)
        return None if view is None else story_document(view, chief_claims(connection, [number]).get(number))

    return asked.answer(found, missing="no story of that number")


@router.get("/stories/{number}/claims", response_model=Claims, responses=answers(404, 422, 503) | _MOVED)
def list_claims(asked: Asked, number: Number, limit: Limit = 20, cursor: Cursor = None) -> Response:
    """List the claims of a story, those on most pages first, with their origins and chains."""
    standing = _standing(asked, number)
    if standing not in (number, None):
        return asked.elsewhere(f"/stories/{standing}/claims")

    def found(connection: Connection) -> Listing | None:
        if number not in story_heads(connection, [number]):
            return None
        skip = 0 if cursor is None else place_of(cursor, 1)[0]
        claims = claims_of_story(connection, number, limit=limit + 1, skip=skip)
        return Listing(
            document={"claims": [stored_claim_document(one) for one in claims[:limit]]},
            following=cursor_of((skip + limit,)) if len(claims) > limit else None,
        )

    return asked.answer(found, missing="no story of that number")


@router.get("/claims/{key}", response_model=StoredClaim, responses=answers(404, 422, 503))
def get_claim(asked: Asked, key: Annotated[str, Path(max_length=200)]) -> Response:
    """Give the claim that goes by a key, or the one it has become part of."""

    def found(connection: Connection) -> Document | None:
        stored = claim_of_key(connection, key)
        return None if stored is None else stored_claim_document(stored)

    return asked.answer(found, missing="no claim of that key")


def _standing(asked: Asked, number: int) -> int | None:
    with asked.store.reading() as connection:
        return standing_story(connection, number)
