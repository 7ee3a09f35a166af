"""JSON values one by one from a stream, in memory that does not grow with the file.

A decoder that is given a whole array holds all of it; this only finds where each value
ends, and leaves its meaning to the decoder.
"""

import re
from collections.abc import Iterator
from typing import BinaryIO

_CHUNK = 1 << 18
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_FURTHER = re.compile(rb"[^\s,]")
_MARK = re.compile(rb'["{}\[\]]')
_SCALAR_END = re.compile(rb"[\s,\]]")
_OPENING = b"{["


class BrokenJSONError(ValueError):
    """The text is no array or object, ends inside a value, or goes on behind its array."""


class JSONValues:
    """The elements of one array, or objects that simply follow each other, as their bytes.

    A value longer than `most` bytes comes as `None`: it is passed over without being kept.

    >>> import io
    >>> list(JSONValues(io.BytesIO(b'[{"a": "]"}, 7]'), most=100))
    [b'{"a": "]"}', b'7']
    """

    def __init__(self, stream: BinaryIO, *, most: int) -> None:
        self._stream = stream
        self._most = most
        self._data = b""
        # Where the value begins, and how far it has been looked through.
        self._start = self._seen = 0
        self._kept = True

    def __iter__(self) -> Iterator[bytes | None]:
        """Yield each value.

        Raises:
            BrokenJSONError: the text is no JSON, breaks off, or goes on behind the array.

        """
        self._fill()
        if self._data.startswith(_BYTE_ORDER_MARK):
            self._start = len(_BYTE_ORDER_MARK)
        in_array = self._upcoming() == b"["
        self._start += in_array
        while (byte := self._upcoming()) and byte != b"]":
            if not in_array and byte != b"{":
                raise BrokenJSONError("neither an object nor an array")
            yield self._value(byte)
        if in_array:
            if not byte:
                raise BrokenJSONError("the array breaks off")
            self._start += 1
        if self._upcoming():
            raise BrokenJSONError("text behind the end of the array")

    def _upcoming(self) -> bytes:
        """Pass over blanks and commas and return the byte that follows, nothing at the end."""
        while True:
            behind = _FURTHER.search(self._data, self._start)
            self._start = self._seen = behind.start() if behind else len(self._data)
            if self._start < len(self._data) or not self._fill():
                return self._data[self._start : self._start + 1]

    def _value(self, first: bytes) -> bytes | None:
        self._kept = True
        if first in _OPENING:
            self._to_closing()
        elif first == b'"':
            self._seen += 1
            self._to_quote()
        else:
            self._to_scalar_end()
        value = self._data[self._start : self._seen] if self._kept else None
        self._start = self._seen
        return value

    def _to_closing(self) -> None:
        depth = 0
        while True:
            mark = _MARK.search(self._data, self._seen)
            if mark is None:
                self._seen = len(self._data)
                self._more()
                continue
            self._seen = mark.end()
            byte = mark[0]
            if byte == b'"':
                self._to_quote()
            else:
                depth += 1 if byte in _OPENING else -1
                if not depth:
                    return

    def _to_quote(self) -> None:
        """Go behind the quote that ends the string, whose backslashes are paired."""
        while True:
            quote = self._data.find(b'"', self._seen)
            end = quote if quote >= 0 else len(self._data)
            backslashes = end - len(self._data[self._seen : end].rstrip(b"\\")) - self._seen
            if quote < 0:
                # Backslashes at the very end may belong to a quote that has not been read yet.
                self._seen = end - backslashes
                self._more()
            else:
                self._seen = end + 1
                if backslashes % 2 == 0:
                    return

    def _to_scalar_end(self) -> None:
        while (end := _SCALAR_END.search(self._data, self._seen)) is None:
            self._seen = len(self._data)
            if not self._fill():
                return
        self._seen = max(end.start(), self._start + 1)

    def _more(self) -> None:
        if not self._fill():
            raise BrokenJSONError("the text breaks off inside a value")

    def _fill(self) -> bool:
        """Read on, letting go of what is behind; reads grow with the value, so the work stays linear."""
        if self._seen - self._start > self._most:
            self._kept = False
        if not self._kept:
            self._start = self._seen
        waiting = self._data[self._start :]
        chunk = self._stream.read(max(_CHUNK, len(waiting)))
        self._data = waiting + chunk
        self._seen -= self._start
        self._start = 0
        return bool(chunk)
