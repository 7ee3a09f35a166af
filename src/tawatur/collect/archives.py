"""ZIP archives: the pages of their members, none of which is ever written to disk."""

import struct
from collections.abc import Iterator
from typing import BinaryIO, cast
from zipfile import BadZipFile, ZipExtFile, ZipFile, ZipInfo

from tawatur.collect.formats import taken_apart
from tawatur.collect.streams import BROKEN_STREAM, pages_in, unpacked
from tawatur.records.page import Page
from tawatur.records.refusal import Refusal, RefusalReason

# zipfile raises RuntimeError for a password and NotImplementedError for a rare compression.
_BROKEN_MEMBER = (*BROKEN_STREAM, BadZipFile, RuntimeError, NotImplementedError)
# A damaged list of members also breaks the decoding of its numbers and names.
_BROKEN_LIST = (*_BROKEN_MEMBER, struct.error, UnicodeError, OverflowError, ValueError)
_ENCRYPTED = 0x1


def pages_of_zip(shown: str, stream: BinaryIO) -> Iterator[Page | Refusal]:
    """Yield the pages of an archive's members in the archive's order.

    A damaged member is a refusal, and the others are still read.
    """
    try:
        archive = ZipFile(stream)
    except _BROKEN_LIST as error:
        yield _unreadable(shown, error)
        return
    with archive:
        members = [member for member in archive.infolist() if not (member.is_dir() or _hidden(member))]
        for member in members:
            yield from _pages_of_member(archive, member, f"{shown}/{member.filename}")
    if not members:
        yield Refusal(
            id=taken_apart(shown).stem, reason=RefusalReason.EMPTY, detail=f"{shown}: no file in it"
        )


def _pages_of_member(archive: ZipFile, member: ZipInfo, shown: str) -> Iterator[Page | Refusal]:
    if member.flag_bits & _ENCRYPTED:
        yield _unreadable(shown, "needs a password")
        return
    try:
        with (
            cast(ZipExtFile, archive.open(member)) as stream,
            unpacked(stream, member.compress_size) as bounded,
        ):
            yield from pages_in(shown, bounded, member.compress_size)
    except _BROKEN_MEMBER as error:
        yield _unreadable(shown, error)


def _hidden(member: ZipInfo) -> bool:
    """Tell whether a member is a system's own leftover (`.DS_Store`, `__MACOSX/`)."""
    parts = member.filename.split("/")
    return parts[-1].startswith(".") or parts[0] == "__MACOSX"


def _unreadable(shown: str, error: Exception | str) -> Refusal:
    detail = f"{shown}: {error or type(error).__name__}"
    return Refusal(id=taken_apart(shown).stem, reason=RefusalReason.UNREADABLE, detail=detail)
