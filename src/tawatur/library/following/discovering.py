"""What an address that somebody names holds: a list, a site whose list is found, or one page."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from tawatur.collect.discovery import page_links, usual_feeds, usual_sitemaps
from tawatur.collect.fetch import page_of
from tawatur.collect.fetching.answers import Fetched, Unfetched, Validators
from tawatur.collect.listings import parse_listing
from tawatur.collect.sitemaps import parse_sitemap
from tawatur.library.following.visit_decisions import Failed, failure_of
from tawatur.records.feed import Feed
from tawatur.records.page import Page
from tawatur.records.refusal import RefusalReason
from tawatur.records.sitemap import Sitemap, SitemapLink

MOST_CANDIDATES = 12
"""Addresses tried for one site."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A list, with the answer that held it.

    That of an index of sitemaps has the validators of those it was put together from, at this
    visit and before it; entries dated before `archive_before` were there long ago, only their
    sitemap has changed.
    """

    answer: Fetched
    feed: Feed
    parts: tuple[Validators, ...] = ()
    archive_before: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listings:
    """An index of sitemaps, and the answer that held it; `unfit_links` are those nobody can ask for."""

    answer: Fetched
    links: tuple[SitemapLink, ...]
    unfit_links: tuple[str, ...] = ()


Found = Listing | Listings | Fetched | Failed
"""What an address holds; an answer alone is a page without any list."""

Fetch = Callable[[str], Awaitable[Fetched | Unfetched]]
Sitemaps = Callable[[str], Awaitable[tuple[str, ...]]]


async def listing_of(answer: Fetched) -> Listing | Listings | Failed:
    """Return the list in an answer, or those its index names, or why there is none."""
    feed = await asyncio.to_thread(
        parse_listing, answer.content, url=answer.final_url, encoding=answer.encoding, clock=answer.fetched
    )
    if isinstance(feed, Feed):
        return Listing(answer=answer, feed=feed)
    if feed.reason is RefusalReason.INDEX_PAGE:
        return await asyncio.to_thread(_listings, answer)
    return Failed(reason=feed.reason, detail=feed.detail)


async def discover(url: str, *, fetch: Fetch, sitemaps: Sitemaps) -> Found:
    """Ask an address what it holds and, where it is no list, its site for the likeliest one.

    A front page without any list is a failure; another page is what somebody wants to follow.
    """
    answer = await fetch(url)
    if isinstance(answer, Unfetched):
        front = urlsplit(url).path in ("", "/")
        found = await _first(await _elsewhere(url, sitemaps), fetch) if front and answer.status else None
        return found or failure_of(answer)
    listed = await listing_of(answer)
    if not isinstance(listed, Failed):
        return listed
    named = _links(answer)
    front = urlsplit(answer.final_url).path in ("", "/")
    if listing := await _first([*named, *(await _elsewhere(url, sitemaps) if front else ())], fetch):
        return listing
    if front:
        return Failed(reason="no-list", detail="no feed and no sitemap of news was found")
    return answer if isinstance(page_of(answer), Page) else listed


async def _elsewhere(url: str, sitemaps: Sitemaps) -> Sequence[str]:
    """Return where else a site may have a list: what its robots.txt names, and the usual places."""
    named = await sitemaps(url)
    return (*usual_feeds(url)[:4], *(named or usual_sitemaps(url)))


async def _first(candidates: Sequence[str], fetch: Fetch) -> Listing | Listings | None:
    """Return the first candidate that is a list with something in it."""
    for candidate in tuple(dict.fromkeys(candidates))[:MOST_CANDIDATES]:
        answer = await fetch(candidate)
        if isinstance(answer, Unfetched):
            continue
        found = await listing_of(answer)
        if isinstance(found, Listings) or (isinstance(found, Listing) and found.feed.items):
            return found
    return None


def _links(answer: Fetched) -> Sequence[str]:
    links = page_links(answer.content, url=answer.final_url, encoding=answer.encoding)
    return [link.url for link in links.feeds]


def _listings(answer: Fetched) -> Listings:
    index = parse_sitemap(answer.content, url=answer.final_url, clock=answer.fetched)
    if not isinstance(index, Sitemap):
        return Listings(answer=answer, links=())
    return Listings(answer=answer, links=index.sitemaps, unfit_links=index.unfit_links)
