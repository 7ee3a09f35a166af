"""Latest, Trending and a story."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query
from sqlalchemy import Connection
from starlette.responses import RedirectResponse, Response

from tawatur.api.answers import Number
from tawatur.store.chief_claims import ChiefClaim, chief_claims
from tawatur.store.claim_lines import (
    ClaimLine,
    claim_lines,
    claim_numbers,
    count_claims,
    lone_lines,
    shared_lines,
)
from tawatur.store.claims import claims_of_ids
from tawatur.store.cursors import Part
from tawatur.store.heads import articles_of_story
from tawatur.store.publications import first_and_last_published
from tawatur.store.stories import (
    StoryHead,
    families_among,
    latest_stories,
    standing_story,
    story_heads,
)
from tawatur.store.trends import Window, trending_stories
from tawatur.web.claim_pages import conflicting, party_numbers
from tawatur.web.claim_views import ClaimView, claim_view
from tawatur.web.timeline import Entry, timeline
from tawatur.web.visit import Visit, Visiting, not_here

_STORIES_A_PAGE = 20
# Nobody reads a story of ninety articles at once: its page begins each list, and leads to the whole of it.
_CLAIMS_IN_FULL = 3
_CLAIMS_AS_LINES = 10
_CLAIMS_ALONE = 20
_ENTRIES = 15
_LINES_A_PAGE = 60
_LAST_PAGE = 10_000
Page = Annotated[int, Query(ge=1, le=_LAST_PAGE)]

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
    """A story ready for its page: its chief claims in full, further ones as lines, its first articles.

    `shared` are claims that more than one page carries or somebody denies, `alone` the rest. What
    is left out of each is counted; the lists of the story's claims and articles hold it.
    """

    card: StoryCard
    entries: tuple[Entry, ...]
    chief: tuple[ClaimView, ...]
    shared: tuple[ClaimLine, ...]
    alone: tuple[ClaimLine, ...]
    numbers: Mapping[str, int]
    """The numbers of the claims that the chief ones conflict with, by key."""
    further_entries: int
    further_shared: int
    all_alone: int


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
        head = story_heads(connection, [number]).get(number)
        if head is None:
            standing = standing_story(connection, number)
            if standing is None:
                not_here()
            return RedirectResponse(visit.addresses.story(standing), status_code=301)
        page = _story_page(connection, head, visit)
    return visit.show("story.html", story=page, feeds=visit.addresses.feeds("story", number))


@router.get("/{language}/story/{number}/claims")
def claims(visit: Visiting, number: Number, page: Page = 1) -> Response:
    """List every claim of a story, those on most pages first."""
    skip = (page - 1) * _LINES_A_PAGE
    with visit.store.reading() as connection:
        head = story_heads(connection, [number]).get(number)
        lines = claim_lines(connection, number, limit=_LINES_A_PAGE + 1, skip=skip)
    if head is None:
        not_here()
    more = visit.addresses.story_list(number, "claims", page + 1) if len(lines) > _LINES_A_PAGE else None
    return visit.show("story_claims.html", head=head, lines=lines[:_LINES_A_PAGE], next_address=more)


@router.get("/{language}/story/{number}/articles")
def articles(visit: Visiting, number: Number, page: Page = 1) -> Response:
    """List every article of a story, the earliest first, copies under the first of their text."""
    skip = (page - 1) * _LINES_A_PAGE
    with visit.store.reading() as connection:
        head = story_heads(connection, [number]).get(number)
        members = articles_of_story(connection, number)
        entries = timeline(members, families_among(connection, members))
    if head is None:
        not_here()
    reached = skip + _LINES_A_PAGE
    more = visit.addresses.story_list(number, "articles", page + 1) if len(entries) > reached else None
    return visit.show("story_articles.html", head=head, entries=entries[skip:reached], next_address=more)


def _story_page(connection: Connection, head: StoryHead, visit: Visit) -> StoryPage:
    members = articles_of_story(connection, head.id)
    entries = timeline(members, families_among(connection, members))
    shared = shared_lines(connection, head.id, limit=_CLAIMS_IN_FULL + _CLAIMS_AS_LINES)
    all_shared, all_alone = count_claims(connection, head.id)
    whole = [one.claim for one in claims_of_ids(connection, [line.id for line in shared[:_CLAIMS_IN_FULL]])]
    parties = party_numbers(connection, whole, visit)
    articles = {member.name: member for member in members}
    return StoryPage(
        card=story_cards(connection, [head])[0],
        entries=entries[:_ENTRIES],
        chief=tuple(
            claim_view(line.number, claim, articles=articles, parties=parties, visit=visit)
            for line, claim in zip(shared, whole, strict=False)
        ),
        shared=shared[_CLAIMS_IN_FULL:],
        alone=lone_lines(connection, head.id, limit=_CLAIMS_ALONE),
        numbers=claim_numbers(connection, head.id, conflicting(whole)),
        further_entries=max(0, len(entries) - _ENTRIES),
        further_shared=all_shared - len(shared),
        all_alone=all_alone,
    )


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
