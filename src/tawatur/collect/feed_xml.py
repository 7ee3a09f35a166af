"""RSS, RDF and Atom through feedparser, kept within bounds."""

import xml.sax
from io import BytesIO
from typing import Any, NamedTuple
from xml.sax.handler import feature_external_ges, feature_namespaces
from xml.sax.xmlreader import InputSource

from feedparser.api import LooseFeedParser, StrictFeedParser

LONGEST_AUTHOR = 500
"""Characters; feedparser looks for a mail address in time that grows with the square of the length."""
MOST_CATEGORIES = 100
"""Of one entry; feedparser compares each with all before it."""


LONGEST_BASE = 500
"""Characters; bases within bases without end grow with each, and so does the time to join them."""


class FeedMarkupError(Exception):
    """Markup that feedparser can make nothing of; the message says what it stumbled over."""


class ParsedXML(NamedTuple):
    """Feedparser's own dictionaries, as plain ones: their look-ups answer for one field with another."""

    version: str
    feed: dict[str, Any]
    entries: list[dict[str, Any]]


class _Bounded:
    """What both parsers take over before feedparser's own classes."""

    baseuri: str
    basestack: list[str]

    def unknown_starttag(self, tag: str, attrs: list[tuple[str, str]]) -> None:
        super().unknown_starttag(tag, attrs)  # type: ignore[misc]
        if len(self.baseuri or "") > LONGEST_BASE:
            self.baseuri = self.basestack[-1] = self.basestack[0]

    def _sync_author_detail(self, key: str = "author") -> None:
        context = self._get_context()  # type: ignore[attr-defined]
        if len(context.get(key) or "") > LONGEST_AUTHOR:
            context[key] = context[key][:LONGEST_AUTHOR]
        super()._sync_author_detail(key)  # type: ignore[misc]

    def _add_tag(self, term: str | None, scheme: str | None, label: str | None) -> None:
        if len(self._get_context().setdefault("tags", [])) < MOST_CATEGORIES:  # type: ignore[attr-defined]
            super()._add_tag(term, scheme, label)  # type: ignore[misc]


class _Strict(_Bounded, StrictFeedParser):  # type: ignore[misc]
    sanitize_html = False
    resolve_relative_uris = False


class _Loose(_Bounded, LooseFeedParser):  # type: ignore[misc]
    sanitize_html = False
    resolve_relative_uris = False


def parse_xml(markup: str, *, url: str) -> ParsedXML:
    """Return what feedparser reads from a feed's root element.

    Nothing is sanitised, and addresses are made absolute only where the feed has bases of its own
    (`xml:base`): a guid must stay what it is. Markup that is not well-formed is read
    tag by tag, as far as it goes.

    Raises:
        FeedMarkupError: feedparser itself fails on it.

    """
    base = url if "xml:base" in markup else ""
    try:
        read = _strictly(markup, base) or _loosely(markup, base)
    except Exception as error:
        # What such markup makes the loose parser raise has no common type.
        raise FeedMarkupError(f"{type(error).__name__}: {error}") from error
    return ParsedXML(read.version, dict(read.feeddata), [dict(entry) for entry in read.entries])


def _strictly(markup: str, base: str) -> _Strict | None:
    read = _Strict(base, None, "utf-8")
    # The markup declares no entities any more, and none outside it is fetched.
    parser = xml.sax.make_parser()  # noqa: S317
    parser.setFeature(feature_namespaces, True)  # noqa: FBT003
    parser.setFeature(feature_external_ges, False)  # noqa: FBT003
    parser.setContentHandler(read)
    parser.setErrorHandler(read)
    source = InputSource()
    source.setByteStream(BytesIO(markup.encode()))
    try:
        parser.parse(source)
    except xml.sax.SAXException:
        # Behind the root's end stand advertisements, counters and second documents.
        return read if read.depth == 0 and _any(read) else None
    return read


def _loosely(markup: str, base: str) -> _Loose:
    read = _Loose(base, None, "utf-8", {})
    read.feed(markup)
    return read


def _any(read: _Strict) -> bool:
    return bool(read.entries or read.feeddata)
