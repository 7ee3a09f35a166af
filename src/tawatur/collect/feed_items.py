"""Entries of feeds: what identifies one, and which are there twice."""

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from tawatur.records.feed import FeedItem

LONGEST_ID = 1_000
"""Characters; a longer guid is a text put into the wrong field, and is told by its digest."""


def identity(guid: str | None, url: str | None, title: str | None, date: str | None) -> str | None:
    """Return what an entry is known by from one visit to the next, `None` where it says nothing at all."""
    for told in (guid, url):
        if told and told.strip():
            return told.strip() if len(told) <= LONGEST_ID else digest(told)
    told = "\n".join(filter(None, (title, date)))
    return digest(told) if told else None


def distinct(items: Iterable[FeedItem]) -> tuple[FeedItem, ...]:
    """Return each entry once: entries of one id and different addresses are told apart by their addresses.

    Some feeds give every entry the same guid.
    """
    listed = list({(item.id, item.url or item.title): item for item in reversed(list(items))}.values())[::-1]
    times = Counter(item.id for item in listed)
    apart = (
        replace(item, id=identity(None, item.url, item.title, None) or item.id)
        if times[item.id] > 1
        else item
        for item in listed
    )
    return tuple({item.id: item for item in apart}.values())


def digest(text: str) -> str:
    """Return what tells a text from all others without telling it."""
    return "sha256:" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
