"""Latest, Trending and a story."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fastapi import APIRouter
from sqlalchemy import Connection
from starlette.responses import RedirectResponse, Response

from tawatur.library.entries import party_key
from tawatur.records.claim import Claim
from tawatur.store.chief_claims import ChiefClaim, chief_claims
from tawatur.store.cursors import Part
from tawatur.store.parties import party_of_key
from tawatur.store.publications import first_and_last_published
from tawatur.store.stories import (
    StoryHead,
    StoryView,
    latest_stories,
    standing_story,
    story_view,
)
from tawatur.store.trends import Window, trending_stories
from tawatur.web.claim_views import ClaimView, claim_view, numbers_of
from tawatur.web.timeline import Entry, timeline
from tawatur.web.visit import Visit, Visiting, not_here

_STORIES_A_PAGE = 20

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryCard:
    """A story in a list: when it was published, and the origins it won where that is asked."""

    head: StoryHead
    chief: ChiefClaim | None
    published: tuple[str, str] | None
    growth: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPage:
    """A story ready for its page; `shared` are the claims that more than one page carries or one denies."""

    card: StoryCard
    entries: tuple[Entry, ...]
    shared: tuple[ClaimView, ...]
    alone: tuple[ClaimView, ...]
    numbers: Mapping[str, int]
    """The number of each claim by its key."""


@router.get("/{language}/")
def latest(visit: Visiting, after: str | None = None) -> Response:
    """Show the stories, the one with the newest article first."""
    with visit.store.reading() as connection:
        part = latest_stories(connection, Part(limit=_STORIES_A_PAGE, after=after))
        cards = story_cards(connection, part.items)
    following = visit.addresses.page(after=part.following) if part.following else None
    feeds = visit.addresses.feeds("latest")
    return visit.show("latest.html", cards=cards, next_address=following, feeds=feeds)


@router.get("/{language}/trending")
def trending(visit: Visiting, window: Window = Window.WEEK) -> Response:
    """Show the stories that won most independent origins of late."""
    with visit.store.reading() as connection:
        growing = trending_stories(connection, window, limit=_STORIES_A_PAGE)
        cards = story_cards(
            connection,
            [one.head for one in growing],
            growth={one.head.id: one.origins for one in growing},
        )
    feeds = visit.addresses.feeds("trending", window=window)
    return visit.show("trending.html", cards=cards, windows=tuple(Window), window=window, feeds=feeds)


@router.get("/{language}/story/{number}")
def story(visit: Visiting, number: int) -> Response:
    """Show one story; the number of one that was merged into another leads there."""
    with visit.store.reading() as connection:
        standing = standing_story(connection, number)
        if standing is None:
            not_here()
        if standing != number:
            return RedirectResponse(visit.addresses.story(standing), status_code=301)
        view = story_view(connection, number)
        if view is None:
            not_here()
        (card,) = story_cards(connection, [view.head])
        parties = party_numbers(connection, [stored.claim for stored in view.claims], visit)
    views = _claim_views(view, parties, visit)
    page = StoryPage(
        card=card,
        entries=timeline(view.articles, view.families),
        shared=tuple(one for one in views if one.shared),
        alone=tuple(one for one in views if not one.shared),
        numbers=numbers_of(views),
    )
    return visit.show("story.html", story=page, feeds=visit.addresses.feeds("story", number))


def story_cards(
    connection: Connection, heads: Sequence[StoryHead], *, growth: Mapping[int, int] | None = None
) -> tuple[StoryCard, ...]:
    """Return stories with the claims that stand for them; `growth` by their numbers."""
    numbers = [head.id for head in heads]
    chief, published = chief_claims(connection, numbers), first_and_last_published(connection, numbers)
    return tuple(
        StoryCard(
            head=head,
            chief=chief.get(head.id),
            published=published.get(head.id),
            growth=(growth or {}).get(head.id),
        )
        for head in heads
    )


def party_numbers(connection: Connection, claims: Sequence[Claim], visit: Visit) -> dict[str, int]:
    """Return the number of each party among the origins of claims by the name it bears there."""
    named = {
        origin.party for claim in claims for origin in (*claim.origins, *claim.denied_by) if origin.party
    }
    found = {name: party_of_key(connection, party_key(name, visit.resources.outlets)) for name in named}
    return {name: party.id for name, party in found.items() if party is not None}


def _claim_views(view: StoryView, parties: Mapping[str, int], visit: Visit) -> list[ClaimView]:
    articles = {head.name: head for head in view.articles}
    return [
        claim_view(number, stored.claim, articles=articles, parties=parties, visit=visit)
        for number, stored in enumerate(view.claims, 1)
    ]
