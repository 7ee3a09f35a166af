"""Lists of feeds as other readers write and read them: OPML 1.0, 1.1 and 2.0 (http://opml.org/spec2.opml)."""

import re
from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from tawatur.arabic.encoding import decode
from tawatur.collect.canonical import canonical_url, unfit_address, without_credentials
from tawatur.collect.plain_text import one_line
from tawatur.collect.xml_walk import Path, mended, rooted, walk
from tawatur.records.refusal import Refusal, RefusalReason
from tawatur.records.subscription import Subscription

MOST_SUBSCRIPTIONS = 20_000
MOST_FOLDERS = 20
"""Folders within folders; deeper ones are flattened into the deepest."""
_ROOT = re.compile(r"<opml(?=[\s>/])", re.IGNORECASE)
# What XML cannot hold even as a reference.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def parse_opml(content: bytes, *, name: str) -> tuple[Subscription | Refusal, ...] | Refusal:
    """Read the feeds of an OPML file, each address once; what is no OPML is refused with its reason.

    An outline with an address of a feed is a subscription, or a refusal where nothing can be
    asked for at its address; another one is a folder. A file that breaks off keeps what stood
    before.
    """
    text = decode(content, declared=None) if content.strip() else ""
    if text is None:
        return Refusal(id=name, reason=RefusalReason.BINARY, detail="no text in any encoding")
    if not text:
        return Refusal(id=name, reason=RefusalReason.EMPTY, detail="nothing but blanks")
    if (document := rooted(text, _ROOT)) is None:
        return Refusal(id=name, reason=RefusalReason.UNKNOWN_FORMAT, detail="no OPML")
    reader = _Reader()
    walk(mended(document), opened=reader.opened, closed=reader.closed)
    return tuple(reader.found.values())


def write_opml(subscriptions: Iterable[Subscription], *, title: str) -> bytes:
    """Return an OPML 2.0 file of the subscriptions, in their folders."""
    root = Element("opml", version="2.0")
    SubElement(SubElement(root, "head"), "title").text = _writable(title)
    body = SubElement(root, "body")
    folders: dict[tuple[str, ...], Element] = {(): body}
    for subscription in subscriptions:
        SubElement(_folder(folders, subscription.folders), "outline", _attributes(subscription))
    indent(root)
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _folder(folders: dict[tuple[str, ...], Element], path: tuple[str, ...]) -> Element:
    for depth in range(1, len(path) + 1):
        if path[:depth] not in folders:
            label = _writable(path[depth - 1])
            folders[path[:depth]] = SubElement(folders[path[: depth - 1]], "outline", text=label, title=label)
    return folders[path]


def _attributes(subscription: Subscription) -> dict[str, str]:
    label = _writable(subscription.title or subscription.url)
    attributes = {"type": "rss", "text": label, "xmlUrl": subscription.url}
    if subscription.title:
        attributes["title"] = label
    if subscription.home:
        attributes["htmlUrl"] = subscription.home
    return attributes


def _writable(text: str) -> str:
    return _UNWRITABLE.sub("", text)


class _Reader:
    def __init__(self) -> None:
        self.found: dict[str, Subscription | Refusal] = {}
        # One entry an open outline: its folder's name, `None` for a subscription.
        self._open: list[str | None] = []

    def opened(self, path: Path, attributes: Mapping[str, str]) -> None:
        if path[-1] != "outline":
            return
        label = one_line(attributes.get("title") or attributes.get("text") or "")
        told = attributes.get("xmlurl") or (attributes.get("url", "") if _is_feed(attributes) else "")
        told = told.strip()
        url = canonical_url(told) or told
        if url and url not in self.found and len(self.found) < MOST_SUBSCRIPTIONS:
            self.found[url] = self._told(told, label, attributes.get("htmlurl"))
        self._open.append(None if told else label)

    def _told(self, told: str, label: str | None, home: str | None) -> Subscription | Refusal:
        if (url := canonical_url(told)) is None:
            return Refusal(
                id=without_credentials(told), reason=RefusalReason.BAD_ADDRESS, detail=unfit_address(told)
            )
        return Subscription(
            url=url,
            title=label if label != told else None,
            home=canonical_url(home) if home else None,
            folders=tuple(name for name in self._open if name)[:MOST_FOLDERS],
        )

    def closed(self, path: Path, _text: str) -> None:
        if path[-1] == "outline":
            self._open.pop()


def _is_feed(attributes: Mapping[str, str]) -> bool:
    """Tell whether an outline of an old reader means a feed by its `url`."""
    return attributes.get("type", "").lower() in ("rss", "rss1", "atom")
