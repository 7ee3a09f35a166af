"""A feed as JSON Feed 1.1."""

from typing import Any

import msgspec

from tawatur.exports.channel import Channel, Entry

JSON_FEED = "application/feed+json"
_VERSION = "https://jsonfeed.org/version/1.1"


def json_feed_document(channel: Channel) -> bytes:
    """Return a feed as a JSON Feed document; all text in it is plain."""
    document = {
        "version": _VERSION,
        "title": channel.title,
        "home_page_url": channel.home,
        "feed_url": channel.address,
        "language": channel.language,
        "authors": [{"name": "Tawatur"}],
        "items": [_item(entry) for entry in channel.entries],
    }
    return msgspec.json.encode(document)


def _item(entry: Entry) -> dict[str, Any]:
    item = {
        "id": entry.id,
        "url": entry.address,
        "title": entry.title,
        "content_text": entry.text,
        "date_published": entry.published,
        "date_modified": entry.updated,
        "authors": [{"name": author} for author in entry.authors],
    }
    return item | ({"external_url": entry.original} if entry.original else {})
