"""Where sites keep their feeds and sitemaps."""

from functools import cache

import msgspec

from tawatur.lexicons.loading import load


class Places(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Paths, or parts of addresses and titles, of one kind."""

    forms: tuple[str, ...]


class FeedPlaces(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Places of feeds and sitemaps, and marks by which their kinds are told."""

    about: str
    source: str
    feed: dict[str, Places]
    sitemap: dict[str, Places]
    news: dict[str, Places]
    comments: dict[str, Places]
    link: dict[str, Places]
    type: dict[str, Places]


@cache
def feed_places() -> FeedPlaces:
    """Return the bundled places of feeds."""
    return load("feed_places", FeedPlaces)
