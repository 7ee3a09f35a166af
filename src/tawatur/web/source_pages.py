"""What is followed: last seen, last new, what went wrong, what is paused and why, who collects."""

from collections import defaultdict
from datetime import UTC, datetime, timedelta

from fastapi import APIRouter
from starlette.responses import Response

from tawatur.library.following.alone import is_collected_into
from tawatur.store.sources import followed_sources
from tawatur.store.troubles import Trouble, troubles_since
from tawatur.web.visit import Visiting

_LATELY = timedelta(days=30)

router = APIRouter(include_in_schema=False)


@router.get("/{language}/sources")
def sources(visit: Visiting) -> Response:
    """Show every source, those that fail or are paused first."""
    with visit.store.reading() as connection:
        listed = followed_sources(connection)
        met = troubles_since(connection, (datetime.now(UTC) - _LATELY).date())
    troubles: dict[int | None, list[Trouble]] = defaultdict(list)
    for trouble in met:
        troubles[trouble.source].append(trouble)
    ordered = sorted(listed, key=lambda source: (source.failures == 0, not source.paused, source.id))
    collected = is_collected_into(visit.store.file)
    return visit.show("sources.html", sources=ordered, troubles=troubles, collected=collected)
