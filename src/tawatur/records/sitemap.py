"""What a sitemap says: the pages that a site wants to be found."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SitemapEntry:
    """A page of a site; `published`, `title` and `language` are told by news sitemaps alone.

    `url` is canonical, the times are aware and UTC.
    """

    url: str
    modified: datetime | None
    published: datetime | None
    title: str | None
    language: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SitemapLink:
    """Another sitemap that an index names."""

    url: str
    modified: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitemap:
    """A sitemap or an index of them, as it was at one visit.

    `broken` tells where the document broke off, `None` where it was whole; what stood
    before is here. `unfit_links` are those that nobody can ask for, as published.
    """

    url: str
    entries: tuple[SitemapEntry, ...]
    sitemaps: tuple[SitemapLink, ...]
    broken: str | None
    unfit_links: tuple[str, ...] = ()
