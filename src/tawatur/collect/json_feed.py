"""JSON Feed, versions 1 and 1.1: https://www.jsonfeed.org/version/1.1/."""

from datetime import datetime
from typing import Any

import msgspec

from tawatur.collect.canonical import canonical_url
from tawatur.collect.feed_dates import feed_date
from tawatur.collect.feed_items import distinct, identity
from tawatur.collect.feed_markup import MOST_ITEMS
from tawatur.collect.loose_fields import listed, mappings, string
from tawatur.collect.plain_text import one_line, text_of_markup
from tawatur.records.feed import Feed, FeedHints, FeedItem

_VERSION = "jsonfeed.org/version/"


def parse_json_feed(text: str, *, url: str, clock: datetime | None) -> Feed | None:
    """Read a JSON Feed, `None` where the text is none; a field of a wrong type counts as absent."""
    try:
        told = msgspec.json.decode(text.encode("utf-8", "replace").strip())
    except (msgspec.MsgspecError, RecursionError):
        return None
    if not isinstance(told, dict) or not isinstance(told.get("items"), list):
        return None
    if _VERSION not in (string(told, "version") or ""):
        return None
    entries = [entry for entry in told["items"] if isinstance(entry, dict)]
    kept = entries if len(entries) <= MOST_ITEMS else entries[: MOST_ITEMS // 2] + entries[-MOST_ITEMS // 2 :]
    hubs = [hub for hub in mappings(told, "hubs") if string(hub, "type") == "WebSub"]
    return Feed(
        url=url,
        title=one_line(string(told, "title") or ""),
        home=_address(told, "home_page_url", url),
        language=string(told, "language"),
        updated=None,
        items=distinct(item for entry in kept if (item := _item(entry, told, url, clock))),
        hints=FeedHints(
            next_page=_address(told, "next_url", url), hub=_address(hubs[0], "url", url) if hubs else None
        ),
        left_out=len(entries) - len(kept),
    )


def _item(entry: dict[str, Any], feed: dict[str, Any], base: str, clock: datetime | None) -> FeedItem | None:
    links = [link for field in ("url", "external_url") if (link := string(entry, field))]
    url = next(filter(None, (canonical_url(link, base=base) for link in links)), None)
    title = one_line(string(entry, "title") or "")
    markup, plain = string(entry, "content_html"), string(entry, "content_text")
    summary = one_line(string(entry, "summary") or plain or "") or (
        text_of_markup(markup) if markup else None
    )
    name = identity(string(entry, "id"), url, title or summary, string(entry, "date_published"))
    if name is None:
        return None
    authors = _authors(entry) or _authors(feed)
    return FeedItem(
        id=name,
        url=url,
        title=title,
        published=_date(entry, "date_published", clock),
        updated=_date(entry, "date_modified", clock),
        author=one_line(", ".join(authors)),
        summary=summary,
        content=markup or plain,
        categories=tuple(
            dict.fromkeys(
                line for tag in listed(entry, "tags") if isinstance(tag, str) and (line := one_line(tag))
            )
        ),
        unfit_link=links[0] if links and not url else None,
    )


def _authors(place: dict[str, Any]) -> list[str]:
    """Return the names of `authors`, and of version 1's `author`."""
    first = place.get("author")
    given = mappings(place, "authors") or ([first] if isinstance(first, dict) else [])
    return [name for author in given if (name := string(author, "name"))]


def _date(entry: dict[str, Any], field: str, clock: datetime | None) -> datetime | None:
    return feed_date(string(entry, field), None, clock=clock)


def _address(place: dict[str, Any], field: str, base: str) -> str | None:
    value = string(place, field)
    return canonical_url(value, base=base) if value else None
