"""One page in one stretch of bytes: what can be told of it without understanding it."""

from typing import BinaryIO

from tawatur.collect.limits import MOST_PAGE_BYTES
from tawatur.records.page import Page, PageForm
from tawatur.records.refusal import Refusal, RefusalReason

_BLANK = b" \t\r\n\x0b\x0c\x00\xef\xbb\xbf\xff\xfe"
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_SIGNATURES = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a ZIP or office file",
    b"\x1f\x8b": "a gzip file",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"RIFF": "a WebP image, sound or film",
    b"\xd0\xcf\x11\xe0": "an old office file",
}
# Where a NUL byte is looked for: binary files have one early, and a page is not read twice for it.
_SNIFFED = 65_536


def whole_page(page_id: str, stream: BinaryIO, form: PageForm) -> Page | Refusal:
    """Read one page from a stream, no further than a page may go."""
    content = stream.read(MOST_PAGE_BYTES + 1)
    return unfit(page_id, content) or Page(id=page_id, form=form, content=content)


def unfit(page_id: str, content: bytes) -> Refusal | None:
    """Tell why these bytes cannot be a page, `None` where they can."""
    if len(content) > MOST_PAGE_BYTES:
        return too_large(page_id)
    if not content.strip(_BLANK):
        return Refusal(id=page_id, reason=RefusalReason.EMPTY, detail="nothing but blanks")
    for signature, what in _SIGNATURES.items():
        if content.startswith(signature):
            return Refusal(id=page_id, reason=RefusalReason.BINARY, detail=f"{what}, not a page")
    # UTF-16 has a NUL in every Latin letter; its mark at the start tells it from a binary file.
    if not content.startswith(_WIDE_MARKS) and (place := content.find(b"\0", 0, _SNIFFED)) >= 0:
        return Refusal(id=page_id, reason=RefusalReason.BINARY, detail=f"NUL at byte {place}")
    return None


def too_large(page_id: str) -> Refusal:
    """Refuse a page that goes beyond what a page may be."""
    return Refusal(
        id=page_id,
        reason=RefusalReason.TOO_LARGE,
        detail=f"more than {MOST_PAGE_BYTES // 1024**2} MB in one page",
    )
