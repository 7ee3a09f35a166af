"""From a page's bytes to its text, whatever the page and its server say of their encoding.

Declarations are often wrong on Arabic pages, so the bytes come first: what is valid
UTF-8 is UTF-8, and the article ال tells the two old Arabic encodings apart.
"""

import codecs
import re
from functools import partial

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FILE_SIGNATURES = (
    b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"\x00\x00\x01\x00", b"OggS", b"ID3",
    b"PK\x03\x04", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd", b"7z\xbc\xaf", b"Rar!",
    b"\x7fELF", b"MZ\x90", b"\xd0\xcf\x11\xe0", b"wOFF", b"wOF2", b"SQLite format 3",
)  # fmt: skip
_DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})""", re.IGNORECASE)
_DECLARED_WITHIN = 4096
_LOOKED_AT = 65_536
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
# What browsers read under these names (WHATWG Encoding Standard).
_READ_AS = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso8859-9": "cp1254",
}
# Python's codecs that turn text into something else, or hide bytes from every test.
_NO_TEXT = frozenset(("idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "utf-7"))
# ال in the two old Arabic encodings; it opens one Arabic word in four, and their letters differ from lam on.
_AL = {"cp1256": b"\xc7\xe1", "iso8859-6": b"\xc7\xe4"}
# Every control character but tab, the line ends and escape, which old terminals' text may hold.
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\f\r\x1b")
# Text has hardly any control characters, compressed data one in nine.
_MOST_CONTROLS = 0.02
# UTF-8 with a few broken bytes has many sound sequences for each broken one; other encodings have few.
_SOUND_FOR_BROKEN = 4
_ARABIC = re.compile("[\u0621-\u064a]")


def decode(content: bytes, *, declared: str | None) -> str | None:
    """Return the text of a page, or `None` where its bytes are no text at all.

    `declared` is the encoding that came with the page (a header, a record), if any. Bytes
    that are broken become U+FFFD; nothing is raised. Text that was once decoded
    wrongly and saved so (`Ø§Ù„`, `ط§ظ„`) is mended where that is certain.

    >>> decode("الخبر".encode("windows-1256"), declared="utf-8")
    'الخبر'
    """
    if content.startswith(_FILE_SIGNATURES):
        return None
    if (marked := _marked(content)) is not None:
        return marked
    text = _text_of(content, declared)
    beginning = text[:_LOOKED_AT].encode("utf-8", "surrogatepass")
    if len(beginning) - len(beginning.translate(None, _CONTROLS)) > _MOST_CONTROLS * len(beginning):
        return None
    return mended(text.replace("\0", ""))


def decode_given(content: bytes, *, declared: str | None) -> str:
    r"""Return the text of an article somebody has already read: known to be text, whatever stands in it.

    >>> decode_given("GIF8 \x08\x08 الخبر".encode(), declared=None)
    'GIF8 \x08\x08 الخبر'
    """
    marked = _marked(content)
    return mended(_text_of(content, declared).replace("\0", "")) if marked is None else marked


def _marked(content: bytes) -> str | None:
    """Read what begins with a byte order mark."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace").replace("\0", "")
    return None


def _text_of(content: bytes, declared: str | None) -> str:
    return _as_utf16(content) or _as_utf8(content) or _as_declared_or_guessed(content, declared)


def _as_utf16(content: bytes) -> str | None:
    """Read UTF-16 without a mark: Latin or Arabic, every other byte is one of a few."""
    sample = content[:4096]
    if sample.count(0) * 20 < len(sample) or len(content) % 2:
        return None
    for encoding, high, low in (
        ("utf-16-le", sample[1::2], sample[::2]),
        ("utf-16-be", sample[::2], sample[1::2]),
    ):
        if sum(map(high.count, b"\x00\x06\x20")) > 0.9 * len(high) > 0 and low.count(0) < 0.1 * len(low):
            return content.decode(encoding, "replace")
    return None


def _as_utf8(content: bytes) -> str | None:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        text = content.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = len(text) - len(text.encode("ascii", "ignore")) - broken
    return text if sound >= _SOUND_FOR_BROKEN * broken else None


def _as_declared_or_guessed(content: bytes, declared: str | None) -> str:
    in_page = _DECLARED.search(content, 0, _DECLARED_WITHIN)
    named = (declared, in_page[1].decode("ascii", "replace") if in_page else None)
    names = [name for name in map(_codec, named) if name and not name.startswith("utf")]
    for name in names:
        # Encodings of several bytes a letter reject what is not theirs.
        if name.startswith(("gb", "big5", "euc", "shift", "cp9", "iso2022", "hz", "johab")):
            try:
                return content.decode(name)
            except UnicodeDecodeError:
                continue
    return content.decode(_old_arabic(content) or next(iter(names), "cp1252"), "replace")


def _codec(name: str | None) -> str | None:
    """Return Python's name for an encoding of text, read as browsers read it."""
    try:
        codec = codecs.lookup((name or "").strip("\"' ;,"))
    except (LookupError, ValueError):
        return None
    if codec.name in _NO_TEXT or not codec._is_text_encoding:
        return None
    return _READ_AS.get(codec.name, codec.name)


def _old_arabic(content: bytes) -> str | None:
    """Return the old Arabic encoding that the bytes speak for, `None` if they are not Arabic."""
    runs = [run for run in _HIGH_RUN.findall(content) if len(run) > 1]
    letters = b" ".join(runs)
    counts = {name: letters.count(pair) for name, pair in _AL.items()}
    best = max(counts, key=counts.__getitem__)
    return best if counts[best] * 60 >= max(1, len(letters) - len(runs)) else None


_STRANGE_LETTER = re.compile(r"[^\W\d_\x00-\x7f]")
_STRANGE_RUN = re.compile("[^\x00-\x7f]+")
# UTF-8 read as an old encoding: every Arabic letter becomes one of these and a sign.
_LEADS = {"cp1252": "ØÙ", "cp1256": "طظ"}
# In text misread so, every second letter is a lead; in sound Arabic ط and ظ are one letter in fifty.
_LEADS_AMONG_LETTERS = 0.3
_COMMONEST = "ال"


def mended(text: str) -> str:
    """Return `text` with UTF-8 that was misread as an old encoding read again, where most of it was.

    >>> mended("Ø§Ù„Ø®Ø¨Ø±")
    'الخبر'
    """
    sample = text[:_LOOKED_AT]
    for encoding, leads in _LEADS.items():
        if not any(lead in sample for lead in leads):
            continue
        led = sum(map(sample.count, leads))
        # Every article has too many of these two letters alone, and they are counted at once.
        if led < max(3, _LEADS_AMONG_LETTERS * sum(map(sample.count, _COMMONEST))):
            continue
        strange = len(_STRANGE_LETTER.findall(sample))
        if led < _LEADS_AMONG_LETTERS * strange:
            continue
        again = _STRANGE_RUN.sub(partial(_read_again, encoding=encoding), text)
        if len(_ARABIC.findall(again[:_LOOKED_AT])) >= 0.3 * strange:
            return again
    return text


def _read_again(run: re.Match[str], encoding: str) -> str:
    try:
        return b"".join(_byte(sign, encoding) for sign in run[0]).decode("utf-8")
    except UnicodeError:
        return run[0]


def _byte(sign: str, encoding: str) -> bytes:
    try:
        return sign.encode(encoding)
    except UnicodeEncodeError:
        # The five codes that windows-1252 leaves open pass through as they are.
        return sign.encode("latin-1")
