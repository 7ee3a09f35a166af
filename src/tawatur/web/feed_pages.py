"""Feeds: the latest and growing stories, a story, a party, an outlet, any search, as Atom and JSON Feed."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Query
from sqlalchemy import Connection
from starlette.responses import Response

from tawatur.api.answers import Number
from tawatur.api.etags import REVALIDATED, etag, http_date, is_as_old, is_held, last_modified
from tawatur.exports.atom import ATOM, atom_document
from tawatur.exports.channel import Channel
from tawatur.exports.json_feed import JSON_FEED, json_feed_document
from tawatur.store.cursors import Part
from tawatur.store.heads import articles_of_outlet
from tawatur.store.parties import party_heads
from tawatur.store.search.articles import search_articles
from tawatur.store.search.query import parse
from tawatur.store.search.results import Order, Shown
from tawatur.store.search.statements import search_statements
from tawatur.store.statements import statements_of_party
from tawatur.store.stories import latest_stories, standing_story, story_view
from tawatur.store.trends import Window, trending_stories
from tawatur.web.channels import MOST_ENTRIES, Teller, teller
from tawatur.web.search_pages import Asked, Sought
from tawatur.web.visit import Visit, Visiting, not_here

router = APIRouter(prefix="/{language}/feed/{form}", include_in_schema=False)
_NEWEST = Part(limit=MOST_ENTRIES)


class Form(StrEnum):
    """A format of feeds."""

    ATOM = "atom"
    JSON = "json"


_KINDS = {Form.ATOM: ATOM, Form.JSON: JSON_FEED}
_WRITTEN: Mapping[Form, Callable[[Channel], bytes]] = {
    Form.ATOM: atom_document,
    Form.JSON: json_feed_document,
}


@router.get("/latest")
def latest(visit: Visiting, form: Form) -> Response:
    """Tell the stories, the one with the newest article first."""

    def told(connection: Connection, telling: Teller) -> Channel:
        heads = latest_stories(connection, _NEWEST).items
        title, home = visit.speech.say("nav_latest"), visit.addresses.page()
        return telling.channel("latest", title, home, telling.stories(connection, heads))

    return _answer(visit, form, told)


@router.get("/trending")
def trending(visit: Visiting, form: Form, window: Window = Window.WEEK) -> Response:
    """Tell the stories that won most independent origins of late."""

    def told(connection: Connection, telling: Teller) -> Channel:
        growing = trending_stories(connection, window, limit=MOST_ENTRIES)
        entries = telling.stories(connection, (one.head for one in growing))
        title, home = visit.speech.say("nav_trending"), visit.addresses.page("trending", window=window)
        return telling.channel(f"trending/{window}", title, home, entries)

    return _answer(visit, form, told)


@router.get("/story/{number}")
def story(visit: Visiting, form: Form, number: Number) -> Response:
    """Tell a story as it goes on; one that was merged into another goes on as that."""

    def told(connection: Connection, telling: Teller) -> Channel | None:
        standing = standing_story(connection, number)
        view = None if standing is None else story_view(connection, standing)
        if view is None:
            return None
        home = visit.addresses.story(view.head.id)
        return telling.channel(f"story/{number}", view.head.title, home, telling.development(view))

    return _answer(visit, form, told)


@router.get("/party/{number}")
def party(visit: Visiting, form: Form, number: Number) -> Response:
    """Tell what a party says."""

    def told(connection: Connection, telling: Teller) -> Channel | None:
        head = party_heads(connection, [number]).get(number)
        if head is None:
            return None
        said = statements_of_party(connection, number, _NEWEST).items
        home = visit.addresses.party(number)
        return telling.channel(f"party/{number}", head.name, home, map(telling.statement, said))

    return _answer(visit, form, told)


@router.get("/outlet/{key:path}")
def outlet(visit: Visiting, form: Form, key: str) -> Response:
    """Tell what an outlet publishes."""

    def told(connection: Connection, telling: Teller) -> Channel | None:
        heads = articles_of_outlet(connection, key, _NEWEST).items
        if not heads and visit.resources.outlets.by_id(key) is None:
            return None
        home = visit.addresses.outlet(key)
        return telling.channel(f"outlet/{key}", visit.names.name(key), home, telling.articles(heads))

    return _answer(visit, form, told)


@router.get("/search")
def search(visit: Visiting, form: Form, asked: Annotated[Asked, Query()]) -> Response:
    """Tell what a search finds, the newest first."""
    query = parse(asked.q).filtered(asked.filters())
    fields = asked.model_dump(exclude_defaults=True, exclude={"page"})
    shown, outlets = Shown(limit=MOST_ENTRIES, order=Order.NEWEST), visit.resources.outlets

    def told(connection: Connection, telling: Teller) -> Channel:
        title = f"{visit.speech.say('nav_search')}: {asked.q}"
        home = visit.addresses.page("search", **fields)
        if asked.sought is Sought.STATEMENTS:
            said = search_statements(connection, query, shown, outlets=outlets).items
            return telling.channel(home, title, home, (telling.statement(one.statement) for one in said))
        found = search_articles(connection, query, shown, outlets=outlets).items
        entries = (telling.article(one.article, one.passage.text) for one in found)
        return telling.channel(home, title, home, entries)

    return _answer(visit, form, told)


def _answer(visit: Visit, form: Form, told: Callable[[Connection, Teller], Channel | None]) -> Response:
    """Answer with a feed, or that nothing has changed."""
    with visit.store.reading() as connection:
        tag, modified = etag(visit.request, visit.store, connection), last_modified(visit.store)
        headers = {"ETag": tag, "Last-Modified": http_date(modified)} | REVALIDATED
        if is_held(visit.request, tag) or is_as_old(visit.request, modified):
            return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
        channel = told(connection, teller(connection, visit))
    if channel is None:
        not_here()
    return Response(_WRITTEN[form](channel), media_type=_KINDS[form], headers=headers)
