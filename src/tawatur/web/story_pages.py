"""Latest, Trending and a story."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fastapi import APIRouter
from sqlalchemy import Connection
from starlette.responses import RedirectResponse, Response

from tawatur.api.answers import Number
from tawatur.records.claim import Claim
from tawatur.store.chief_claims import ChiefClaim, chief_claims
from tawatur.store.cursors import Part
from tawatur.store.publications import first_and_last_published
from tawatur.store.stories import (
    StoryHead,
    latest_stories,
    standing_story,
    story_view,
)
from tawatur.store.trends import Window, trending_stories
from tawatur.web.claim_pages import party_numbers
from tawatur.web.claim_views import ClaimView, claim_view, is_shared
from tawatur.web.timeline import Entry, timeline
from tawatur.web.visit import Visiting, not_here

_STORIES_A_PAGE = 20
# The others have pages of their own.
_CLAIMS_IN_FULL = 3

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
    """A story ready for its page: its chief claims in full, the others as lines with their numbers.

    `shared` are claims that more than one page carries or somebody denies, `alone` the rest.
    """

    card: StoryCard
    entries: tuple[Entry, ...]
    chief: tuple[ClaimView, ...]
    shared: tuple[tuple[int, Claim], ...]
    alone: tuple[tuple[int, Claim], ...]
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
def story(visit: Visiting, number: Number) -> Response:
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
        numbered = list(enumerate((stored.claim for stored in view.claims), 1))
        shared = [(number, claim) for number, claim in numbered if is_shared(claim)]
        chief = shared[:_CLAIMS_IN_FULL]
        parties = party_numbers(connection, [claim for _, claim in chief], visit)
    articles = {head.name: head for head in view.articles}
    page = StoryPage(
        card=card,
        entries=timeline(view.articles, view.families),
        chief=tuple(
            claim_view(number, claim, articles=articles, parties=parties, visit=visit)
            for number, claim in chief
        ),
        shared=tuple(shared[_CLAIMS_IN_FULL:]),
        alone=tuple((number, claim) for number, claim in numbered if not is_shared(claim)),
        numbers={claim.key: number for number, claim in numbered},
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
