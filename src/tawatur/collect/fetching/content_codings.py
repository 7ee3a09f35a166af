"""Unpacking an answer as far as a limit goes: what was packed to harm stops there."""

import zlib
from collections.abc import AsyncIterable, Iterator
from typing import NamedTuple, Protocol

import brotli

ACCEPTED = "gzip, br"
"""Deflate is not asked for: servers disagree on what it is, and all that pack know gzip."""

_STEP = 1 << 16
_GZIP_MAGIC = b"\x1f\x8b"


class BrokenCodingError(Exception):
    """An answer is not packed as it says, or breaks off."""


class Content(NamedTuple):
    """Unpacked bytes, and whether they are all there is or were cut at the limit."""

    data: bytes
    cut: bool


async def unpacked(packed: AsyncIterable[bytes], coding: str, *, most: int) -> Content:
    """Unpack an answer up to `most` bytes, holding no more than that at any time.

    Packed, it may be hardly longer: members with nothing in them would never end.

    Raises:
        BrokenCodingError: the coding is unknown, or the bytes do not follow it to their end.

    """
    unpacking = _unpacking(coding.strip().lower())
    content, taken = bytearray(), 0
    async for data in packed:
        taken += len(data)
        for piece in unpacking.pieces(data):
            content += piece
            if len(content) > most:
                return Content(bytes(memoryview(content)[:most]), cut=True)
        if taken > most + _STEP:
            return Content(bytes(content), cut=True)
    unpacking.end()
    return Content(bytes(content), cut=False)


class _Unpacking(Protocol):
    def pieces(self, data: bytes) -> Iterator[bytes]: ...
    def end(self) -> None: ...


def _unpacking(coding: str) -> _Unpacking:
    if coding in ("", "identity"):
        return _Plain()
    if coding in ("gzip", "x-gzip"):
        return _Gzip()
    if coding == "br":
        return _Brotli()
    raise BrokenCodingError(f"packed as {coding[:40]}, which was not asked for")


class _Plain:
    def pieces(self, data: bytes) -> Iterator[bytes]:
        yield data

    def end(self) -> None:
        return


class _Gzip:
    """Members behind one another, as the format allows; what follows them is no content."""

    def __init__(self) -> None:
        self._member = zlib.decompressobj(zlib.MAX_WBITS | 16)
        self._begun = False

    def pieces(self, data: bytes) -> Iterator[bytes]:
        self._begun = self._begun or bool(data)
        while data:
            if self._member.eof:
                if not data.startswith(_GZIP_MAGIC):
                    return
                self._member = zlib.decompressobj(zlib.MAX_WBITS | 16)
            yield from self._pieces_of_member(data)
            data = self._member.unused_data

    def end(self) -> None:
        if self._begun and not self._member.eof:
            raise BrokenCodingError("breaks off inside what is packed")

    def _pieces_of_member(self, data: bytes) -> Iterator[bytes]:
        while True:
            try:
                piece = self._member.decompress(data, _STEP)
            except zlib.error as error:
                raise BrokenCodingError(f"no gzip: {error}") from error
            yield piece
            data = self._member.unconsumed_tail
            if self._member.eof or (not data and len(piece) < _STEP):
                return


class _Brotli:
    def __init__(self) -> None:
        self._stream = brotli.Decompressor()
        self._begun = False

    def pieces(self, data: bytes) -> Iterator[bytes]:
        self._begun = self._begun or bool(data)
        try:
            yield self._stream.process(data, output_buffer_limit=_STEP)
            while not self._stream.can_accept_more_data():
                yield self._stream.process(b"", output_buffer_limit=_STEP)
        except brotli.error as error:
            raise BrokenCodingError(f"no brotli: {error}") from error

    def end(self) -> None:
        if self._begun and not self._stream.is_finished():
            raise BrokenCodingError("breaks off inside what is packed")
