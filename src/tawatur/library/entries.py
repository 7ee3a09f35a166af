"""What the reading processes make of a page: its reading, with the keys the library finds things by."""

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import msgspec

from tawatur.arabic.folding import folded
from tawatur.arabic.words import light_stem, words
from tawatur.corroboration.parties import outlet_key, party_of
from tawatur.corroboration.statement import Stated
from tawatur.outlets.directory import Directory
from tawatur.pipeline import Resources, read_page, resources, state
from tawatur.records.attribution import SourceKind
from tawatur.records.page import Page
from tawatur.records.read_page import ReadArticle
from tawatur.store.entry import ArticleEntry, PartyMention, Reading, encoded
from tawatur.store.packing import compressed, decompressed, pressed, storable_record
from tawatur.store.search.document import article_words
from tawatur.stories.fingerprint import fingerprint, unpacked
from tawatur.stories.fingerprint import packed as packed_fingerprint

_NAMES_REMEMBERED = 1 << 14
_decoder = msgspec.msgpack.Decoder(Stated)


def page_entry(further_outlets: tuple[Path, ...], page: Page) -> bytes:
    """Read one page in a worker process and return what the library is to hold of it, encoded."""
    return encoded(reading_of(page, known=resources(further_outlets)))


def reading_of(page: Page, *, known: Resources) -> Reading:
    """Read one page for the library."""
    read = storable_record(read_page(page, resources=known))
    return Reading(
        content=compressed(page.content),
        articles=tuple(_entry(article, known) for article in read.articles),
        refusal=read.refusal,
    )


def _entry(read: ReadArticle, known: Resources) -> ArticleEntry:
    stated = state(read, resources=known)
    return ArticleEntry(
        read=read,
        parties=tuple(
            None if one.resolved is None else party_mention(one.resolved, one.kind, known)
            for one in read.attributions
        ),
        fingerprint=packed_fingerprint(fingerprint(read.article)),
        stated=pressed(stated),
        relays=tuple(
            tuple(relay_key(name, known.outlets) for name in one.relays) for one in read.attributions
        ),
        words=article_words(read),
    )


def party_mention(name: str, kind: SourceKind, known: Resources) -> PartyMention:
    """Return a resolved source as the library knows it again."""
    party = party_of(name, kind, lexicons=known.corroboration, outlets=known.outlets)
    return PartyMention(key=party_key(name, known.outlets), name=name, kind=kind, standing=party.standing)


@lru_cache(_NAMES_REMEMBERED)
def party_key(name: str, outlets: Directory) -> str:
    """Return what the mentions of one party share, whatever kind each was taken for.

    It is an outlet's canonical id where the name is one of its names, else the stems of the words.
    """
    outlet = outlets.by_name(name)
    if outlet:
        return outlet.id
    return " ".join(light_stem(word.of(name)) for word in words(name)) or folded(name)


def relay_key(name: str, outlets: Directory) -> str:
    """Return what the names of one relay share: its canonical id where it is a known outlet."""
    return outlet_key(name, outlets=outlets) or folded(name)


def renamed(entry: ArticleEntry, name: str, page: str) -> ArticleEntry:
    """Give an article another id, and its page's, in all that was made of it."""
    article = replace(entry.read.article, id=name, page=page)
    stated = _decoder.decode(decompressed(entry.stated))
    statements = tuple(replace(one, article=name) for one in stated.statements)
    return replace(
        entry,
        read=replace(entry.read, article=article),
        fingerprint=packed_fingerprint(replace(unpacked(entry.fingerprint), article=name)),
        stated=pressed(replace(stated, article=name, page=page, statements=statements)),
    )


def unpacked_stated(stored: bytes) -> Stated | None:
    """Return what an article states from its bytes, `None` for those of a version that knew it otherwise."""
    try:
        return _decoder.decode(decompressed(stored))
    except msgspec.ValidationError:
        return None
