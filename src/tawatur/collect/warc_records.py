"""The records of an archive from any of them on, past whatever is damaged."""

import zlib
from collections.abc import Callable, Iterator
from typing import BinaryIO, NamedTuple

from fastwarc import ArchiveIterator, WarcRecord

from tawatur.records.page import Page
from tawatur.records.refusal import Refusal

_GZIP = b"\x1f\x8b\x08"
_VERSION = b"WARC/"
_STEP = 1 << 20
# A record's first line unpacks from a few bytes.
_TRIED = 4096

Take = Callable[[WarcRecord], Page | Refusal | None]
"""Makes of a record what it comes to, `None` where it is no page; must not keep the record."""


class Taken(NamedTuple):
    """What the record that begins at `place` came to; the next one stands at `go_on_at`."""

    place: int
    go_on_at: int
    item: Page | Refusal | None


class Damage(NamedTuple):
    """A stretch, somewhere behind `place`, that holds no sound record; the next one stands at `go_on_at`."""

    place: int
    go_on_at: int
    detail: str


def read_records(stream: BinaryIO, take: Take, *, start: int) -> Iterator[Taken | Damage]:
    """Yield what each record from `start` on comes to, and one `Damage` for each stretch that is damaged.

    In a stream that cannot be gone back in, the first damage is the end.
    """
    place, told = start, False
    if stream.seekable():
        stream.seek(start)
    while True:
        detail = "breaks off"
        try:
            for taken in _undamaged(stream, take):
                place, told = taken.place, False
                yield taken
        except OSError as error:
            detail = str(error)
            if not stream.seekable():
                yield Damage(place, place, detail)
        if not stream.seekable():
            return
        damaged, place = place, next_record(stream, place + 1)
        found = stream.seek(place) < stream.seek(0, 2)
        # Each attempt to go on inside one damage fails anew.
        if not told and (found or detail != "breaks off"):
            yield Damage(damaged, place, detail)
        told = True
        if not found:
            return
        stream.seek(place)


def _undamaged(stream: BinaryIO, take: Take) -> Iterator[Taken]:
    """Yield what records come to, each when the next has told where it ended."""
    waiting: tuple[int, Page | Refusal | None] | None = None
    try:
        for record in ArchiveIterator(stream, parse_http=False):
            if waiting:
                yield Taken(waiting[0], record.stream_pos, waiting[1])
            waiting = (record.stream_pos, take(record))
    except OSError:
        if waiting:
            yield Taken(waiting[0], _behind(stream, waiting[0]), waiting[1])
        raise
    if waiting:
        yield Taken(waiting[0], _behind(stream, waiting[0]), waiting[1])


def _behind(stream: BinaryIO, place: int) -> int:
    """Return where to go on behind a record that no sound one follows."""
    return next_record(stream, place + 1) if stream.seekable() else place


def next_record(stream: BinaryIO, start: int) -> int:
    """Return the first byte from `start` on at which a record begins, packed or plain, else the end.

    Takes one pass over the damaged stretch.
    """
    place = start
    stream.seek(place)
    window = b""
    while piece := stream.read(_STEP):
        window += piece
        for at in _candidates(window):
            if _begins_here(stream, place + at):
                return place + at
        # A mark may stand across two pieces.
        kept = min(len(window), len(_VERSION) + 1)
        place, window = place + len(window) - kept, window[len(window) - kept :]
        stream.seek(place + len(window))
    return place + len(window)


def _candidates(window: bytes) -> list[int]:
    found = []
    for mark in (_GZIP, b"\n" + _VERSION):
        at = window.find(mark)
        while at >= 0:
            found.append(at + (mark != _GZIP))
            at = window.find(mark, at + 1)
    return sorted(found)


def _begins_here(stream: BinaryIO, place: int) -> bool:
    stream.seek(place)
    beginning = stream.read(_TRIED)
    if beginning.startswith(_GZIP):
        try:
            beginning = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(beginning, len(_VERSION))
        except zlib.error:
            return False
    return beginning.startswith(_VERSION)
