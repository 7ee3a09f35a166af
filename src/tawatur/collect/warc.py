"""Web archives: the pages that their response records hold."""

from collections.abc import Iterator
from datetime import UTC
from http import HTTPStatus
from typing import BinaryIO

from fastwarc import ArchiveIterator, WarcRecord, WarcRecordType

from tawatur.collect.limits import MOST_PAGE_BYTES
from tawatur.collect.whole_pages import too_large, unfit
from tawatur.records.page import Page, PageForm
from tawatur.records.refusal import Refusal, RefusalReason

_FORMS = {
    "text/html": PageForm.HTML,
    "application/xhtml+xml": PageForm.HTML,
    "text/plain": PageForm.TEXT,
}


def pages_of_warc(stem: str, shown: str, stream: BinaryIO) -> Iterator[Page | Refusal]:
    """Yield the HTML and plain-text pages among an archive's responses, by their addresses.

    Images, scripts and redirections are parts of a crawl, not pages, and pass in silence.
    """
    met = False
    for record in ArchiveIterator(
        stream, record_types=WarcRecordType.response, parse_http=True, auto_decode="all"
    ):
        met = True
        address = (record.headers.get("WARC-Target-URI") or "").strip("<> ") or stem
        if not record.is_http_parsed:
            yield _unreadable(address, shown, "the record breaks off in its headers")
        elif (form := _FORMS.get(record.http_content_type or "")) and not _redirects(record):
            yield _page(address, shown, record, form)
    if not met:
        yield Refusal(id=stem, reason=RefusalReason.EMPTY, detail=f"{shown}: no response in it")


def _redirects(record: WarcRecord) -> bool:
    status = record.http_headers.status_code or 0
    return HTTPStatus.MULTIPLE_CHOICES <= status < HTTPStatus.BAD_REQUEST


def _page(address: str, shown: str, record: WarcRecord, form: PageForm) -> Page | Refusal:
    status = record.http_headers.status_code
    if not HTTPStatus.OK <= (status or 0) < HTTPStatus.MULTIPLE_CHOICES:
        return Refusal(id=address, reason=RefusalReason.ERROR_PAGE, detail=f"{shown}: answered {status}")
    if record.content_length > MOST_PAGE_BYTES:
        return too_large(address)
    try:
        content = record.reader.read(MOST_PAGE_BYTES + 1)
    except (OSError, EOFError) as error:
        return _unreadable(address, shown, str(error))
    # The archive's own length tells of a cut where no coding of the content would.
    if len(content) < record.content_length and "Content-Encoding" not in record.http_headers:
        return _unreadable(address, shown, f"breaks off at byte {len(content)} of {record.content_length}")
    return unfit(address, content) or Page(
        id=address,
        form=form,
        content=content,
        encoding=record.http_charset,
        url=address,
        fetched=record.record_date.astimezone(UTC) if record.record_date else None,
    )


def _unreadable(address: str, shown: str, detail: str) -> Refusal:
    return Refusal(id=address, reason=RefusalReason.UNREADABLE, detail=f"{shown}: {detail}")
