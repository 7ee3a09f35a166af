"""A JSON record as the giver writes it, and the page it stands for."""

import re
from hashlib import sha1

import msgspec

from tawatur.collect.limits import MOST_PAGE_BYTES
from tawatur.collect.whole_pages import too_large
from tawatur.records.page import Page, PageForm
from tawatur.records.refusal import Refusal, RefusalReason

_BLANKS = re.compile("[ \u00a0\t]+")
_NEWLINES = re.compile(r" ?\n[ \n]*")
# How many characters of the content tell SaudiNewsNet's articles at one address apart.
_TELLING = 80


class _Record(msgspec.Struct):
    """The fields of our records and SaudiNewsNet's names for them; all others are passed over."""

    id: str | int | None = None
    outlet: str | None = None
    source: str | None = None
    url: str | None = None
    date: str | None = None
    date_extracted: str | None = None
    title: str | None = None
    byline: str | None = None
    author: str | None = None
    text: str | None = None
    content: str | None = None
    page: str | None = None
    html: str | None = None


_decoder = msgspec.json.Decoder(_Record)


def page_of_record(written: bytes, *, otherwise: str, place: str) -> Page | Refusal:
    """Make a page of one JSON record.

    `otherwise` is the page's id if the record has none of its own; `place` says in a
    refusal where the record stands. A record with `text` (or SaudiNewsNet's `content`)
    is an article taken verbatim, one with `html` or `page` is to be read.
    """
    try:
        record = _decoder.decode(written)
    except (msgspec.MsgspecError, RecursionError, UnicodeError) as error:
        return _broken(otherwise, f"{place}: {_one_line(error)}")
    page_id = _id_of(record) or otherwise
    text = record.content if record.text is None else record.text
    for given, form in ((text, PageForm.ARTICLE), (record.html, PageForm.HTML), (record.page, PageForm.TEXT)):
        if given is not None:
            return _page(page_id, record, given, form)
    return _broken(page_id, f"{place}: no text, content, html or page")


def saudinewsnet_id(source: str, url: str, content: str) -> str:
    r"""Return the id that a SaudiNewsNet article goes by, whose records have none.

    It is the source and the first 8 hex digits of SHA-1 over the address and the first
    80 characters of the content, in which runs of blanks are one blank, runs of
    newlines with their blanks are one newline, and both ends are bare.

    >>> saudinewsnet_id("okaz", "http://www.okaz.com.sa/1", "  قال \t المدير\n \n إن")
    'okaz-e8e85ccd'
    """
    plain, taken = "", 0
    # Most contents show their first 80 characters at once; what ends the piece looked at may still change.
    while len(plain) <= _TELLING + 1 and taken < len(content):
        taken = max(4 * taken, 4 * _TELLING)
        plain = _NEWLINES.sub("\n", _BLANKS.sub(" ", content[:taken])).strip()
    digest = sha1(f"{url}{plain[:_TELLING]}".encode(), usedforsecurity=False)
    return f"{source}-{digest.hexdigest()[:8]}"


def _id_of(record: _Record) -> str | None:
    if record.id is not None:
        return str(record.id).strip() or None
    if record.source and record.url and record.content is not None:
        return saudinewsnet_id(record.source, record.url, record.content)
    return None


def _page(page_id: str, record: _Record, given: str, form: PageForm) -> Page | Refusal:
    if not given.strip():
        return Refusal(id=page_id, reason=RefusalReason.EMPTY, detail="nothing but blanks")
    if len(given) > MOST_PAGE_BYTES:
        return too_large(page_id)
    content = given.encode()
    if len(content) > MOST_PAGE_BYTES:
        return too_large(page_id)
    return Page(
        id=page_id,
        form=form,
        content=content,
        encoding="utf-8",
        url=_said(record.url),
        outlet=_said(record.outlet or record.source),
        title=_said(record.title),
        byline=_said(record.byline or record.author),
        date=_said(record.date or record.date_extracted),
    )


def _said(value: str | None) -> str | None:
    """Return what a field says, `None` where it is left blank."""
    return value.strip() or None if value else None


def _broken(page_id: str, detail: str) -> Refusal:
    return Refusal(id=page_id, reason=RefusalReason.BROKEN_RECORD, detail=detail)


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__
