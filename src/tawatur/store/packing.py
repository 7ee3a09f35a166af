"""Records as bytes and texts as the database takes them."""

import re
import zlib
from typing import Any

import msgspec

from tawatur.records.article import Furniture
from tawatur.records.claim import Claim
from tawatur.records.time_expression import TimeExpression

# No database keeps a lone surrogate; SQLite's own functions end a text at NUL, others refuse it.
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
_encoder = msgspec.msgpack.Encoder()
unpacked_credits = msgspec.msgpack.Decoder(tuple[str, ...]).decode
unpacked_times = msgspec.msgpack.Decoder(tuple[TimeExpression, ...]).decode
unpacked_furniture = msgspec.msgpack.Decoder(tuple[Furniture, ...]).decode
unpacked_claim = msgspec.msgpack.Decoder(Claim).decode


def packed(record: Any) -> bytes:
    """Return a record as MessagePack."""
    return _encoder.encode(record)


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


def storable_or_none(text: str | None) -> str | None:
    """Return `storable(text)`, `None` for `None`."""
    return None if text is None else storable(text)
