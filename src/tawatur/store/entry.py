"""What a reading process hands to the one that writes: a page's reading, ready for the tables."""

from dataclasses import dataclass

import msgspec

from tawatur.collect.canonical import article_key
from tawatur.records.attribution import SourceKind
from tawatur.records.claim import Claim, Origin, Stance, Standing
from tawatur.records.page import Page
from tawatur.records.read_page import ReadArticle
from tawatur.records.refusal import Refusal
from tawatur.store.packing import pressed, storable
from tawatur.store.search.document import ArticleWords, words_of


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyMention:
    """A source as it is known again: `key` is what its mentions share, `name` what this one says."""

    key: str
    name: str
    kind: SourceKind
    standing: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimEntry:
    """A claim ready to be written: `record` is the whole, packed, `stems` the words it is found by.

    `members` are the articles that assert it, by their ids, each with the number of its attribution.
    """

    key: str
    text: str
    stems: str
    pages: int
    origins_min: int
    origins_max: int
    denials: int
    origins: tuple[Origin, ...]
    members: tuple[tuple[str, int], ...]
    record: bytes


def claim_entry(claim: Claim) -> ClaimEntry:
    """Return a claim ready to be written."""
    return ClaimEntry(
        key=claim.key,
        text=claim.text,
        stems=words_of(claim.text).stems,
        pages=len(claim.pages),
        origins_min=claim.origins_min,
        origins_max=claim.origins_max,
        denials=len(claim.denied_by),
        origins=claim.origins,
        members=tuple(_asserted(claim)),
        record=pressed(claim),
    )


def _asserted(claim: Claim) -> dict[tuple[str, int], None]:
    return {
        (member.article, member.attribution): None
        for member in claim.members
        if member.attribution is not None and member.stance is not Stance.DENIES
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleEntry:
    """An article read, with the keys by which its parties and relays are known again.

    `parties` holds the party of each attribution, `None` where nobody is named or described;
    `relays` one key for each relay of each attribution. `words` are those it is found by,
    `fingerprint` is what it is compared by, `stated` what claims are made of.
    """

    read: ReadArticle
    parties: tuple[PartyMention | None, ...]
    relays: tuple[tuple[str, ...], ...]
    words: ArticleWords
    fingerprint: bytes
    stated: bytes


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


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Reading)


def encoded(reading: Reading) -> bytes:
    """Return a reading as bytes, which are cheaper to hand over than records."""
    return _encoder.encode(reading)


def decoded(written: bytes) -> Reading:
    """Return the reading that `encoded` wrote."""
    return _decoder.decode(written)
