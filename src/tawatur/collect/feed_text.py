"""The text of a feed's bytes, by the rules of XML where those of pages do not tell."""

import re

from tawatur.arabic.encoding import decode
from tawatur.records.refusal import RefusalReason

MOST_FEED_BYTES = 64 * 1024 * 1024

_DECLARED = re.compile(rb"""\s*<\?xml\s[^>]{0,100}?encoding\s?=\s?["']([\w-]{1,40})""")
# Letters spelt in ASCII, which only the declaration tells from it.
_SEVEN_BITS = frozenset(("iso-2022-jp", "iso-2022-kr", "hz", "hz-gb-2312", "utf-7"))
# How XML without a byte order mark begins (XML 1.0, appendix F), where a detector of pages cannot tell.
_FIRST_BYTES = {
    b"\x4c\x6f\xa7\x94": "cp037",
    b"\x00\x00\x00<": "utf-32-be",
    b"<\x00\x00\x00": "utf-32-le",
    b"\x00<\x00?": "utf-16-be",
    b"<\x00?\x00": "utf-16-le",
}


def feed_text(content: bytes, encoding: str | None) -> str | tuple[RefusalReason, str]:
    """Return the text of a feed's bytes, or why there is none."""
    if len(content) > MOST_FEED_BYTES:
        return RefusalReason.TOO_LARGE, f"more than {MOST_FEED_BYTES // 1024**2} MB"
    if not content.strip():
        return RefusalReason.EMPTY, "nothing but blanks"
    sniffed = _FIRST_BYTES.get(content[:4])
    if sniffed is None and content.isascii():
        sniffed = _of_seven_bits(content, encoding)
    text = content.decode(sniffed, "replace") if sniffed else decode(content, declared=encoding)
    return text if text is not None else (RefusalReason.BINARY, "no text in any encoding")


def _of_seven_bits(content: bytes, encoding: str | None) -> str | None:
    """Return the declared encoding of what looks like ASCII, `None` where it is that."""
    declared = _DECLARED.match(content)
    names = (declared[1].decode("ascii") if declared else "", encoding or "")
    return next((name for name in map(str.lower, names) if name in _SEVEN_BITS), None)
