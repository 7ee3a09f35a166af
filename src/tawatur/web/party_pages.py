"""Parties and outlets: what they said or published, through whom, from whom."""

from collections import Counter

from fastapi import APIRouter
from starlette.responses import Response

from tawatur.api.answers import Number
from tawatur.store.cursors import Part
from tawatur.store.heads import articles_of_outlet
from tawatur.store.outlets import outlet_view
from tawatur.store.parties import party_heads
from tawatur.store.statements import statements_of_party
from tawatur.web.retold import by_month, retold
from tawatur.web.visit import Visiting, not_here

_LINES_A_PAGE = 30
# A statement takes three lines or more; copies fold into one.
_STATEMENTS_A_PAGE = 30

router = APIRouter(include_in_schema=False)


@router.get("/{language}/party/{number}")
def party(visit: Visiting, number: Number, after: str | None = None) -> Response:
    """Show what a party said, the newest first, and who carried it."""
    with visit.store.reading() as connection:
        head = party_heads(connection, [number]).get(number)
        if head is None:
            not_here()
        part = statements_of_party(connection, number, Part(limit=_STATEMENTS_A_PAGE, after=after))
    carriers = Counter(
        visit.names.key(carrier)
        for statement in part.items
        for carrier in (*statement.attribution.relays[:1], statement.article.outlet)[:1]
        if carrier
    )
    address = visit.addresses.party(number)
    return visit.show(
        "party.html",
        feeds=visit.addresses.feeds("party", number),
        party=head,
        months=by_month(retold(part.items)),
        carriers=carriers.most_common(),
        next_address=f"{address}?after={part.following}" if part.following else None,
    )


@router.get("/{language}/outlet/{key:path}")
def outlet(visit: Visiting, key: str, after: str | None = None) -> Response:
    """Show what an outlet published, whose texts it carries and whom it relays."""
    with visit.store.reading() as connection:
        view = outlet_view(connection, key, outlets=visit.resources.outlets)
        if view is None and visit.resources.outlets.by_id(key) is None:
            not_here()
        part = articles_of_outlet(connection, key, Part(limit=_LINES_A_PAGE, after=after))
    address = visit.addresses.outlet(key)
    return visit.show(
        "outlet.html",
        feeds=visit.addresses.feeds("outlet", key),
        key=key,
        known=visit.resources.outlets.by_id(key),
        view=view,
        articles=part.items,
        next_address=f"{address}?after={part.following}" if part.following else None,
    )
