"""Records as bytes and texts as the database takes them."""

import re
import zlib
from functools import cache
from typing import Any, TypeVar

import msgspec

from tawatur.collect.fetching.answers import Validators
from tawatur.errors import StoreError
from tawatur.records.article import Furniture
from tawatur.records.claim import Claim
from tawatur.records.feed import FeedHints
from tawatur.records.time_expression import TimeExpression

# No database keeps a lone surrogate; SQLite's own functions end a text at NUL, others refuse it.
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
# How JSON writes it.
_NUL = rb"\u0000"
Record = TypeVar("Record")
_encoder = msgspec.msgpack.Encoder()
unpacked_credits = msgspec.msgpack.Decoder(tuple[str, ...]).decode
unpacked_times = msgspec.msgpack.Decoder(tuple[TimeExpression, ...]).decode
unpacked_furniture = msgspec.msgpack.Decoder(tuple[Furniture, ...]).decode
unpacked_hints = msgspec.msgpack.Decoder(FeedHints).decode
unpacked_validators = msgspec.msgpack.Decoder(tuple[Validators, ...]).decode
_claim_decoder = msgspec.msgpack.Decoder(Claim)
# Of what the library keeps for itself the quickest level takes off half to two thirds. It is so
# little each time that a large window takes longer to lay out than to fill: 8 KB, and less memory.
_QUICKEST, _WINDOW_BITS, _MEMORY_LEVEL = 1, 13, 6


def packed(record: Any) -> bytes:
    """Return a record as MessagePack."""
    return _encoder.encode(record)


def pressed(record: Any) -> bytes:
    """Return a record as compressed MessagePack."""
    press = zlib.compressobj(_QUICKEST, zlib.DEFLATED, _WINDOW_BITS, _MEMORY_LEVEL)
    return press.compress(_encoder.encode(record)) + press.flush()


def unpressed_claim(record: bytes) -> Claim:
    """Return the claim that `pressed` packed.

    Raises:
        StoreError: another version packed it in a form of its own.
    """
    claim = claim_if_current(record)
    if claim is None:
        raise StoreError(
            "the library's claims were written by another Tawatur; `tawatur reread` makes them anew"
        )
    return claim


def claim_if_current(record: bytes) -> Claim | None:
    """Return the claim that `pressed` packed, `None` where another version packed it in a form of its own."""
    try:
        return _claim_decoder.decode(zlib.decompress(record))
    except msgspec.ValidationError:
        return None


@cache
def form_of_claims() -> int:
    """Return what is the same for two versions that keep claims in one form."""
    schema = msgspec.json.schema(Claim)
    return zlib.crc32(msgspec.json.encode(_without_words(schema), order="sorted"))


def _without_words(schema: Any) -> Any:
    """Leave out what a schema says to people."""
    match schema:
        case dict():
            return {key: _without_words(part) for key, part in schema.items() if key != "description"}
        case list():
            return [_without_words(part) for part in schema]
        case _:
            return schema


def compressed(content: bytes) -> bytes:
    """Return a page's content as the library keeps it."""
    return zlib.compress(content)


def decompressed(content: bytes) -> bytes:
    """Return a page's content as it came."""
    return zlib.decompress(content)


def storable(text: str) -> str:
    r"""Return `text` with U+FFFD for each character that no database keeps; every offset stays.

    >>> storable("a\0b\ud800")
    'a�b�'
    """
    return _UNSTORABLE.sub("\ufffd", text)


def storable_record(record: Record) -> Record:
    """Return a record of ours with every text in it storable."""
    try:
        written = msgspec.json.encode(record)
    except UnicodeEncodeError:
        written = _NUL
    if _NUL not in written:
        return record
    plain = _each_storable(msgspec.to_builtins(record))
    return msgspec.convert(plain, type=type(record))


def _each_storable(value: Any) -> Any:
    match value:
        case str():
            return storable(value)
        case dict():
            return {key: _each_storable(part) for key, part in value.items()}
        case list() | tuple():
            return [_each_storable(part) for part in value]
        case _:
            return value


def storable_or_none(text: str | None) -> str | None:
    """Return `storable(text)`, `None` for `None`."""
    return None if text is None else storable(text)
