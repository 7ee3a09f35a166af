"""Which of the sitemaps of an index are worth asking for: few, and those that may hold something new."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import cache
from urllib.parse import urlsplit

from tawatur.lexicons.feed_places import feed_places
from tawatur.records.sitemap import SitemapLink

MOST_AT_FIRST = 5
MOST_UNDATED = 2
"""Of sitemaps that tell no time, so many of the likeliest are asked for at each later visit."""
# Clocks differ.
_MARGIN = timedelta(minutes=10)
_NUMBER = re.compile(r"([0-9]{1,18})")
_WORD = re.compile(r"[a-z]+")


def chosen_sitemaps(links: Sequence[SitemapLink], *, since: datetime | None) -> tuple[SitemapLink, ...]:
    """Return the sitemaps to ask for, the likeliest first: those of news, then those changed last.

    Without a time the greatest number or date in the address counts. Sitemaps of sections,
    tags and authors are left out, unless there are no others. After a visit at `since`, of
    those few likeliest only what has changed is left, as far as they tell.

    >>> from tawatur.records.sitemap import SitemapLink
    >>> months = [SitemapLink(url=f"https://a.example/{month}.xml", modified=None) for month in (9, 11, 10)]
    >>> [link.url.rpartition("/")[2] for link in chosen_sitemaps(months, since=None)]
    ['11.xml', '10.xml', '9.xml']
    """
    of_articles = [link for link in links if not _is_aside(link.url)] or links
    likeliest = sorted(of_articles, key=_likelihood, reverse=True)[:MOST_AT_FIRST]
    if since is None:
        return tuple(likeliest)
    undated = [link for link in likeliest if link.modified is None][:MOST_UNDATED]
    return tuple(
        link for link in likeliest if (_changed(link.modified, since) if link.modified else link in undated)
    )


def _likelihood(link: SitemapLink) -> tuple[bool, float, list[str | int]]:
    is_news = any(part in link.url for part in feed_places().news["address"].forms)
    return is_news, link.modified.timestamp() if link.modified else 0.0, _by_numbers(link.url)


def _by_numbers(url: str) -> list[str | int]:
    """Return an address so that it sorts by its numbers: names and numbers take turns."""
    return [int(part) if place % 2 else part for place, part in enumerate(_NUMBER.split(url))]


def _changed(modified: datetime, since: datetime) -> bool:
    """Tell whether a sitemap may have changed since; one that tells but a day has its whole day."""
    told_a_day = (modified.hour, modified.minute, modified.second) == (0, 0, 0)
    return modified >= (since - timedelta(days=1) if told_a_day else since - _MARGIN)


def _is_aside(url: str) -> bool:
    return not _asides().isdisjoint(_WORD.findall(urlsplit(url).path.lower()))


@cache
def _asides() -> frozenset[str]:
    return frozenset(feed_places().sitemap["aside"].forms)
