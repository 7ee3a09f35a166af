"""A feed's bytes as a record: RSS, RDF, Atom and JSON Feed, sound or broken."""

import re
from datetime import datetime
from typing import Any

from tawatur.collect.canonical import canonical_url
from tawatur.collect.feed_dates import feed_date
from tawatur.collect.feed_hints import hints_of
from tawatur.collect.feed_items import digest, distinct, identity
from tawatur.collect.feed_markup import Markup, feed_markup, is_html
from tawatur.collect.feed_text import feed_text
from tawatur.collect.feed_xml import FeedMarkupError, ParsedXML, parse_xml
from tawatur.collect.json_feed import parse_json_feed
from tawatur.collect.loose_fields import mappings, string
from tawatur.collect.plain_text import one_line, text_of_markup
from tawatur.records.feed import Feed, FeedItem
from tawatur.records.refusal import Refusal, RefusalReason

# With the brackets of one side: `a@b.example (name)`, `name <a@b.example>`.
_MAIL = re.compile(r"[(<]?(?<![^\s(<])[^\s@<>()]{1,64}@[^\s@<>()]{1,255}[)>]?")
_AUTHOR = frozenset(("author", "authors"))
# Taken over from a feed by each of its entries.
_MOST_AUTHORS = 20
_MARKUP = frozenset(("text/html", "application/xhtml+xml"))


def parse_feed(
    content: bytes, *, url: str, encoding: str | None = None, clock: datetime | None = None
) -> Feed | Refusal:
    """Read a feed that was found at `url`; what is no feed is refused with its reason.

    `encoding` is what its server says, which counts only where the bytes do not speak for
    themselves. Dates more than a day ahead of `clock` are unknown. Broken markup is mended or
    read as far as it goes; nothing in a feed is fetched, expanded or run.

    >>> feed = parse_feed(
    ...     b"<rss version='2.0'><channel><title>A &amp; B</title><item><link>/1?utm_source=rss</link>"
    ...     b"<pubDate>Sat, 1 Mar 2025 10:00:00 +0300</pubDate></item></channel></rss>",
    ...     url="https://a.example/feed",
    ... )
    >>> feed.title, feed.items[0].url, feed.items[0].published.isoformat()
    ('A & B', 'https://a.example/1', '2025-03-01T07:00:00+00:00')
    """
    text = feed_text(content, encoding)
    if isinstance(text, tuple):
        return Refusal(id=url, reason=text[0], detail=text[1])
    if text.lstrip("\ufeff \t\r\n").startswith("{"):
        feed = parse_json_feed(text, url=url, clock=clock)
        return feed or _unknown(url, "JSON, but no JSON Feed")
    if (markup := feed_markup(text)) is None:
        html = is_html(text, before=len(text))
        return _unknown(url, "a page of HTML" if html else "no element of a feed in it")
    try:
        parsed = parse_xml(markup.text, url=url)
    except FeedMarkupError as error:
        return Refusal(id=url, reason=RefusalReason.UNREADABLE, detail=str(error))
    feed = _feed(parsed, markup, url, clock)
    if not (feed.items or markup.whole):
        return Refusal(id=url, reason=RefusalReason.UNREADABLE, detail="breaks off before its first entry")
    return feed


def _unknown(url: str, detail: str) -> Refusal:
    return Refusal(id=url, reason=RefusalReason.UNKNOWN_FORMAT, detail=detail)


def _feed(parsed: ParsedXML, markup: Markup, url: str, clock: datetime | None) -> Feed:
    feed = parsed.feed
    items = (_item(_credited(entry, parsed), parsed.version, url, clock) for entry in parsed.entries)
    return Feed(
        url=url,
        title=_text(feed, "title"),
        home=canonical_url(_link(feed) or "", base=url) if _link(feed) else None,
        language=one_line(string(feed, "language") or ""),
        updated=_date(feed, "updated", clock) or _date(feed, "published", clock),
        items=distinct(item for item in items if item),
        hints=hints_of(markup.text, feed, url=url),
        left_out=markup.left_out,
    )


def _item(entry: dict[str, Any], version: str, base: str, clock: datetime | None) -> FeedItem | None:
    link = string(entry, "feedburner_origlink") or _link(entry)
    url = canonical_url(link, base=base) if link else None
    title = _text(entry, "title")
    summary = _text(entry, "summary")
    published, updated = _date(entry, "published", clock), _date(entry, "updated", clock)
    if not version.startswith("atom"):
        # RSS knows one date; dc:date and dcterms:modified are other spellings of it.
        published = published or updated
    name = identity(
        string(entry, "id"),
        url or (link and digest(link)),
        title or summary,
        string(entry, "published") or string(entry, "updated"),
    ) or identity(None, None, _all_said(entry), None)
    if name is None:
        return None
    return FeedItem(
        id=name,
        url=url,
        title=title,
        published=published or _date(entry, "created", clock),
        updated=updated,
        author=_author(entry),
        summary=summary,
        content=next(filter(None, (string(part, "value") for part in mappings(entry, "content"))), None),
        categories=tuple(dict.fromkeys(filter(None, map(_category, mappings(entry, "tags"))))),
        unfit_link=None if url else link,
    )


def _all_said(entry: dict[str, Any]) -> str | None:
    """Return everything that an entry says, `None` where that is nothing."""
    links = [link for link in mappings(entry, "links") if link.get("href")]
    said = {field: value for field, value in (entry | {"links": links}).items() if value}
    return repr(sorted(said.items())) if said else None


def _credited(entry: dict[str, Any], parsed: ParsedXML) -> dict[str, Any]:
    """Return an entry with its author: in Atom its source's or the feed's, where it names none itself."""
    if not parsed.version.startswith("atom") or not entry or _AUTHOR & entry.keys():
        return entry
    source = entry.get("source")
    for place in (source if isinstance(source, dict) else {}, parsed.feed):
        if _AUTHOR & place.keys():
            authors = mappings(place, "authors")[:_MOST_AUTHORS]
            return entry | {"author": place.get("author"), "authors": authors}
    return entry


def _link(place: dict[str, Any]) -> str | None:
    """Return where an entry or feed leads: its page, and no bare guid that only looks like one."""
    link = string(place, "link")
    if link and not (link == place.get("id") and not _leads(link)):
        return link
    alternates = (string(each, "href") for each in mappings(place, "links") if _is_alternate(each))
    return next(filter(None, alternates), None)


def _is_alternate(link: dict[str, Any]) -> bool:
    # RFC 4287 lets relations be written as addresses too.
    return (string(link, "rel") or "").rpartition("/")[2] == "alternate"


def _leads(link: str) -> bool:
    return "/" in link or link.startswith("?")


def _text(place: dict[str, Any], field: str) -> str | None:
    if (value := string(place, field)) is None:
        return None
    detail = place.get(f"{field}_detail")
    form = detail.get("type", "text/html") if isinstance(detail, dict) else "text/html"
    return text_of_markup(value) if form in _MARKUP else one_line(value)


def _date(place: dict[str, Any], field: str, clock: datetime | None) -> datetime | None:
    return feed_date(string(place, field), place.get(f"{field}_parsed"), clock=clock)


def _author(entry: dict[str, Any]) -> str | None:
    """Return the names of the authors, without the mail addresses that RSS puts beside them.

    Feedparser's own way with addresses knows no endings of more than four letters.
    """
    given = mappings(entry, "authors")
    told = [string(author, "name") for author in given] if len(given) > 1 else [string(entry, "author")]
    lines = (text_of_markup(_MAIL.sub(" ", name)) or text_of_markup(name) for name in told if name)
    return ", ".join(dict.fromkeys(line.strip(" ()") for line in lines if line)) or None


def _category(tag: dict[str, Any]) -> str | None:
    return text_of_markup(string(tag, "label") or string(tag, "term") or "")
