"""Standard input: bytes without a name, told apart by how they begin."""

import io
from collections.abc import Iterator
from typing import BinaryIO, cast

from tawatur.collect.formats import Format
from tawatur.collect.streams import BROKEN_STREAM, Given, pages_of
from tawatur.records.page import Page
from tawatur.records.refusal import Refusal, RefusalReason

_STEM = "stdin"
_SNIFFED = 65_536
_HTML_MARKS = (b"<!doctype", b"<html", b"<head", b"<body", b"<meta", b"<div", b"<article")


def pages_of_stdin(stream: BinaryIO) -> Iterator[Page | Refusal]:
    """Yield the pages of standard input: JSON lines, JSON, HTML or text."""
    buffered = io.BufferedReader(cast(io.RawIOBase, stream), _SNIFFED)
    try:
        yield from pages_of(Given(_STEM, _STEM, buffered), _form_of(buffered.peek(_SNIFFED)))
    except BROKEN_STREAM as error:
        yield Refusal(id=_STEM, reason=RefusalReason.UNREADABLE, detail=f"{_STEM}: {error}")


def _form_of(beginning: bytes) -> Format:
    """Tell the form of bytes from how they begin."""
    start = beginning.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"{"):
        first, newline, _ = start.partition(b"\n")
        return Format.JSON_LINES if not newline or first.rstrip().endswith(b"}") else Format.JSON
    if start.startswith(b"["):
        return Format.JSON
    lowered = start[:2048].lower()
    return Format.HTML if any(mark in lowered for mark in _HTML_MARKS) else Format.TEXT
