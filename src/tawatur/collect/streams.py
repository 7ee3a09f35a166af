"""A named stream of bytes, and the pages in it: one whole page, or many records."""

import gzip
import io
import zlib
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple, Protocol

from tawatur.collect.formats import Format, taken_apart
from tawatur.collect.json_records import page_of_record
from tawatur.collect.json_values import BrokenJSONError, JSONValues
from tawatur.collect.limits import MOST_RECORD_BYTES, MOST_UNPACKED_RATIO, UNPACKED_ALWAYS
from tawatur.collect.warc import pages_of_warc
from tawatur.collect.whole_pages import whole_page
from tawatur.records.page import Page, PageForm
from tawatur.records.refusal import Refusal, RefusalReason

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
BROKEN_STREAM = (OSError, EOFError, zlib.error)
"""What a stream raises that breaks off or is damaged."""


class Given(NamedTuple):
    """A stream with its name: `shown` tells a person where it stands, `stem` names its pages."""

    stem: str
    shown: str
    stream: BinaryIO


class Packed(Protocol):
    """A stream that unpacks what it reads."""

    def read1(self, size: int, /) -> bytes:
        """Return what is there, `size` bytes at most, nothing at the end."""


class OverUnpackedError(Exception):
    """A packed stream unpacks to more than anything honest would."""


def pages_in(shown: str, stream: BinaryIO, packed_size: int) -> Iterator[Page | Refusal]:
    """Yield the pages of one file, whose name tells its form.

    What was read before a file breaks off stays; the break itself is a refusal.
    """
    stem, form, gzipped = taken_apart(shown)
    if form is None or form is Format.ZIP:
        detail = f"{shown}: not a form that is read (html, txt, jsonl, json, zip, warc)"
        if form:
            detail = f"{shown}: a ZIP inside another file is not opened"
        yield Refusal(id=stem, reason=RefusalReason.UNKNOWN_FORMAT, detail=detail)
        return
    if gzipped and form is not Format.WARC:
        stream = unpacked(gzip.GzipFile(fileobj=stream), packed_size)
    try:
        yield from pages_of(Given(stem, shown, stream), form)
    except OverUnpackedError as error:
        yield Refusal(id=stem, reason=RefusalReason.TOO_LARGE, detail=f"{shown}: {error}")
    except BROKEN_STREAM as error:
        yield Refusal(
            id=stem, reason=RefusalReason.UNREADABLE, detail=f"{shown}: {error or type(error).__name__}"
        )


def pages_of(given: Given, form: Format) -> Iterator[Page | Refusal]:
    """Yield the pages of a stream whose form is known."""
    match form:
        case Format.HTML:
            yield whole_page(given.stem, given.stream, PageForm.HTML)
        case Format.TEXT:
            yield whole_page(given.stem, given.stream, PageForm.TEXT)
        case Format.JSON_LINES:
            yield from _pages_of_lines(given)
        case Format.WARC:
            yield from pages_of_warc(given.stem, given.shown, given.stream)
        case _:
            yield from _pages_of_values(given)


def unpacked(stream: Packed, packed_size: int) -> BinaryIO:
    """Return a stream that breaks off with `OverUnpackedError` where the packed one is a bomb."""
    return io.BufferedReader(_Unpacked(stream, packed_size), 1 << 18)


class _Unpacked(io.RawIOBase):
    def __init__(self, stream: Packed, packed_size: int) -> None:
        super().__init__()
        self._stream = stream
        self._left = max(UNPACKED_ALWAYS, packed_size * MOST_UNPACKED_RATIO)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        # read1 hands on what is there before it meets the damage behind it.
        data = self._stream.read1(len(buffer))
        self._left -= len(data)
        if self._left < 0:
            raise OverUnpackedError(f"unpacks to more than {MOST_UNPACKED_RATIO} times its size")
        buffer[: len(data)] = data
        return len(data)


def _pages_of_lines(given: Given) -> Iterator[Page | Refusal]:
    number = 0
    while line := given.stream.readline(MOST_RECORD_BYTES + 1):
        number += 1
        if number == 1:
            line = line.removeprefix(_BYTE_ORDER_MARK)
            if b"\0" in line:
                yield Refusal(
                    id=given.stem, reason=RefusalReason.BINARY, detail=f"{given.shown}: NUL in line 1"
                )
                return
        place = f"{given.shown}, line {number}"
        if len(line) > MOST_RECORD_BYTES:
            while line and not line.endswith(b"\n"):
                line = given.stream.readline(MOST_RECORD_BYTES)
            yield _over_long(given.stem, place)
        elif line.strip():
            yield page_of_record(line, otherwise=given.stem, place=place)
    if not number:
        yield _nothing(given)


def _pages_of_values(given: Given) -> Iterator[Page | Refusal]:
    number = 0
    try:
        for number, value in enumerate(JSONValues(given.stream, most=MOST_RECORD_BYTES), 1):
            place = f"{given.shown}, record {number}"
            if value is None:
                yield _over_long(given.stem, place)
            else:
                yield page_of_record(value, otherwise=given.stem, place=place)
    except BrokenJSONError as error:
        detail = f"{given.shown}, behind record {number}: {error}"
        yield Refusal(id=given.stem, reason=RefusalReason.BROKEN_RECORD, detail=detail)
    else:
        if not number:
            yield _nothing(given)


def _over_long(stem: str, place: str) -> Refusal:
    detail = f"{place}: more than {MOST_RECORD_BYTES // 1024**2} MB in one record"
    return Refusal(id=stem, reason=RefusalReason.TOO_LARGE, detail=detail)


def _nothing(given: Given) -> Refusal:
    return Refusal(id=given.stem, reason=RefusalReason.EMPTY, detail=f"{given.shown}: no record in it")
