"""A claim on its own page, at an address that stays while its story grows."""

from collections.abc import Sequence

from fastapi import APIRouter
from sqlalchemy import Connection
from starlette.responses import RedirectResponse, Response

from tawatur.library.entries import party_key
from tawatur.records.claim import Claim
from tawatur.store.claim_lines import claim_numbers
from tawatur.store.claims import claim_of_key
from tawatur.store.heads import articles_of_story
from tawatur.store.parties import parties_of_keys
from tawatur.store.stories import story_heads
from tawatur.web.claim_views import claim_view
from tawatur.web.visit import Visit, Visiting, not_here

router = APIRouter(include_in_schema=False)


@router.get("/{language}/claim/{key}")
def claim(visit: Visiting, key: str) -> Response:
    """Show one claim with all its chains; the key of one that has become part of another leads there."""
    with visit.store.reading() as connection:
        stored = claim_of_key(connection, key)
        if stored is None:
            not_here()
        if stored.claim.key != key:
            return RedirectResponse(visit.addresses.claim(stored.claim.key), status_code=301)
        story = story_heads(connection, [stored.story]).get(stored.story)
        if story is None:
            not_here()
        numbers = claim_numbers(connection, stored.story, (stored.claim.key, *conflicting([stored.claim])))
        articles = {head.name: head for head in articles_of_story(connection, stored.story)}
        parties = party_numbers(connection, [stored.claim], visit)
    view = claim_view(numbers[key], stored.claim, articles=articles, parties=parties, visit=visit)
    return visit.show("claim.html", view=view, story=story, numbers=numbers)


def conflicting(claims: Sequence[Claim]) -> tuple[str, ...]:
    """Return the keys of the claims that give other figures than these."""
    return tuple(conflict.claim for claim in claims for conflict in claim.conflicts)


def party_numbers(connection: Connection, claims: Sequence[Claim], visit: Visit) -> dict[str, int]:
    """Return the number of each party among the origins of claims by the name it bears there."""
    named = {
        origin.party: party_key(origin.party, visit.resources.outlets)
        for claim in claims
        for origin in (*claim.origins, *claim.denied_by)
        if origin.party
    }
    found = parties_of_keys(connection, set(named.values()))
    return {name: found[key].id for name, key in named.items() if key in found}
