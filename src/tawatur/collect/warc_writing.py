"""What was fetched, kept as a web archive: WARC 1.1, each record packed by itself."""

import base64
import hashlib
import os
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from fastwarc import GzipWriter, WarcRecord, WarcRecordType

# They tell of the way over the wire, which is over: the content is kept unpacked and whole.
_OF_THE_WAY = frozenset(
    ("content-encoding", "content-length", "transfer-encoding", "connection", "keep-alive")
)
_LINE_ENDS = str.maketrans({"\r": " ", "\n": " ", "\0": " "})


class Answer(NamedTuple):
    """An answer as it is kept: the address that gave it, and its content as unpacked."""

    url: str
    status: int
    headers: Sequence[tuple[str, str]]
    content: bytes
    fetched: datetime


class WarcFile:
    """An archive that answers are added to, at its end alone.

    Each record is one packed member and one write: a run that is killed leaves whole
    records behind it, and a disk that is full gets its half record taken back.
    """

    def __init__(self, path: Path, *, software: str, now: datetime) -> None:
        """Open or begin the archive at `path`, and say who writes from here on (`warcinfo`).

        Raises:
            OSError: it cannot be written to.

        """
        self._file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
        described = f"software: {software}\r\nformat: WARC File Format 1.1\r\nconformsTo: {_STANDARD}\r\n"
        self._info = _record(WarcRecordType.warcinfo, described.encode(), now)
        self._info.headers["WARC-Filename"] = path.name
        self._info.headers["Content-Type"] = "application/warc-fields"
        self._append(self._info)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; what was added is already in it."""
        os.close(self._file)

    def add(self, answer: Answer) -> str:
        """Add an answer, and return the id of its record.

        Raises:
            OSError: the disk is full or gone; the archive is as it was before.

        """
        block = _head(answer) + answer.content
        record = _record(WarcRecordType.response, block, answer.fetched)
        record.headers["WARC-Target-URI"] = answer.url
        record.headers["WARC-Warcinfo-ID"] = self._info.headers["WARC-Record-ID"]
        record.headers["WARC-Payload-Digest"] = _digest(answer.content)
        record.headers["Content-Type"] = "application/http; msgtype=response"
        self._append(record)
        return str(record.record_id)

    def _append(self, record: WarcRecord) -> None:
        packed = BytesIO()
        with GzipWriter(packed) as writer:
            record.write(writer)
        content = packed.getvalue()
        size = os.fstat(self._file).st_size
        try:
            written = os.write(self._file, content)
        except OSError:
            os.ftruncate(self._file, size)
            raise
        if written < len(content):
            os.ftruncate(self._file, size)
            raise OSError(f"only {written} of {len(content)} bytes could be written")


_STANDARD = "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"


def _record(kind: WarcRecordType, block: bytes, when: datetime) -> WarcRecord:
    record = WarcRecord()
    record.init_headers(kind)
    record.headers.status_line = "WARC/1.1"
    record.headers["WARC-Date"] = when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    record.headers["WARC-Block-Digest"] = _digest(block)
    record.set_bytes_content(block)
    return record


def _head(answer: Answer) -> bytes:
    try:
        phrase = HTTPStatus(answer.status).phrase
    except ValueError:
        phrase = ""
    lines = [
        f"HTTP/1.1 {answer.status} {phrase}",
        *_kept(answer.headers),
        f"Content-Length: {len(answer.content)}",
    ]
    return "".join(f"{line.translate(_LINE_ENDS)}\r\n" for line in lines).encode("utf-8", "replace") + b"\r\n"


def _kept(headers: Iterable[tuple[str, str]]) -> Iterable[str]:
    return (f"{name}: {value}" for name, value in headers if name.lower() not in _OF_THE_WAY)


def _digest(content: bytes) -> str:
    # SHA-1 is what readers of archives check; it guards against accidents, not forgers.
    return "sha1:" + base64.b32encode(hashlib.sha1(content, usedforsecurity=False).digest()).decode()
