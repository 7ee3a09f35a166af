"""A feed as Atom (RFC 4287)."""

from datetime import UTC, datetime
from xml.etree import ElementTree as ET

from tawatur.exports.channel import Channel, Entry
from tawatur.exports.xml_text import writable

ATOM = "application/atom+xml"
_NAMESPACE = "http://www.w3.org/2005/Atom"
# A feed without an entry has to tell a time too.
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


def atom_document(channel: Channel) -> bytes:
    """Return a feed as an Atom document in UTF-8; all text in it is plain."""
    feed = ET.Element("feed", {"xmlns": _NAMESPACE, "xml:lang": channel.language})
    _tell(feed, "id", channel.id)
    _tell(feed, "title", channel.title)
    _tell(feed, "updated", _time(channel.updated or _NEVER))
    _tell(ET.SubElement(feed, "author"), "name", "Tawatur")
    _tell(feed, "generator", "Tawatur")
    _link(feed, "self", channel.address, ATOM)
    _link(feed, "alternate", channel.home, "text/html")
    for entry in channel.entries:
        _entry(ET.SubElement(feed, "entry"), entry)
    written: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return written


def _entry(element: ET.Element, entry: Entry) -> None:
    _tell(element, "id", entry.id)
    _tell(element, "title", entry.title)
    _tell(element, "published", _time(entry.published))
    _tell(element, "updated", _time(entry.updated))
    for author in entry.authors:
        _tell(ET.SubElement(element, "author"), "name", author)
    _link(element, "alternate", entry.address, "text/html")
    if entry.original:
        _link(element, "related", entry.original, "text/html")
    _tell(element, "content", entry.text)


def _tell(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = writable(text)


def _link(parent: ET.Element, relation: str, address: str, kind: str) -> None:
    ET.SubElement(parent, "link", {"rel": relation, "type": kind, "href": writable(address)})


def _time(time: datetime) -> str:
    return time.astimezone(UTC).isoformat().replace("+00:00", "Z")
