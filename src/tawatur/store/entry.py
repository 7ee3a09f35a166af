"""What a reading process hands to the one that writes: a page's reading, ready for the tables."""

from dataclasses import dataclass, replace
from typing import Any

import msgspec

from tawatur.collect.canonical import article_key
from tawatur.records.attribution import SourceKind
from tawatur.records.claim import Standing
from tawatur.records.page import Page
from tawatur.records.read_page import ReadArticle
from tawatur.records.refusal import Refusal
from tawatur.store.packing import storable
from tawatur.store.search.document import ArticleWords


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyMention:
    """A source as it is known again: `key` is what its mentions share, `name` what this one says."""

    key: str
    name: str
    kind: SourceKind
    standing: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleEntry:
    """An article read, with the keys by which its parties and relays are known again.

    `parties` holds the party of each attribution, `None` where nobody is named or described;
    `relays` one key for each relay of each attribution; `words` are those it is found by.
    """

    read: ReadArticle
    parties: tuple[PartyMention | None, ...]
    relays: tuple[tuple[str, ...], ...]
    words: ArticleWords


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one page gave: its articles or its refusal. `content` is the page's, compressed."""

    content: bytes
    articles: tuple[ArticleEntry, ...]
    refusal: Refusal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A page with its reading; a refusal alone where no page came.

    `name` is the id of the page, or of what was refused before it was one; `address` what
    tells where it stands, as given or else as its main article says.
    """

    name: str
    address: str | None
    page: Page | None
    reading: Reading


def entry_of(page: Page | None, reading: Reading) -> Entry:
    """Return a page with its reading, ready to be known again."""
    refusal = reading.refusal
    url = page.url if page else None
    if url is None and reading.articles:
        url = reading.articles[0].read.article.url
    return Entry(
        name=storable(page.id if page else refusal.id if refusal else ""),
        address=address_of(url) if url else None,
        page=page,
        reading=reading,
    )


def address_of(url: str) -> str:
    """Return what all addresses of one page have in common."""
    return article_key(url) or storable(url)


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Reading)
# How JSON writes the one character that a database may stumble over and JSON may hold.
_NUL = rb"\u0000"


def encoded(reading: Reading) -> bytes:
    """Return a reading as bytes, its texts such as a database takes: bytes are cheap to hand over."""
    bare = replace(reading, content=b"")
    try:
        written = _encoder.encode(bare)
    except UnicodeEncodeError:
        written = _NUL
    if _NUL in written:
        written = _encoder.encode(_storable(msgspec.to_builtins(bare)))
    return len(written).to_bytes(8) + written + reading.content


def decoded(written: bytes) -> Reading:
    """Return the reading that `encoded` wrote."""
    end = 8 + int.from_bytes(written[:8])
    return replace(_decoder.decode(written[8:end]), content=written[end:])


def _storable(value: Any) -> Any:
    match value:
        case str():
            return storable(value)
        case dict():
            return {key: _storable(part) for key, part in value.items()}
        case list() | tuple():
            return [_storable(part) for part in value]
        case _:
            return value
