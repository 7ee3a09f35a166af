"""Web archives: the pages that their response records hold, from any record on, past any damage."""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC
from functools import partial
from http import HTTPStatus
from typing import Any, BinaryIO, NamedTuple

from fastwarc import WarcRecord, WarcRecordType
from fastwarc.stream_io import BrotliReader, GzipReader, ZstdReader

from tawatur.collect.http_statuses import reason_of
from tawatur.collect.limits import MOST_PAGE_BYTES
from tawatur.collect.warc_records import Damage, read_records
from tawatur.collect.whole_pages import too_large, unfit
from tawatur.records.page import Page, PageForm
from tawatur.records.refusal import Refusal, RefusalReason

_FORMS = {
    "text/html": PageForm.HTML,
    "application/xhtml+xml": PageForm.HTML,
    "text/plain": PageForm.TEXT,
}
_STEP = 1 << 20
_CODINGS: Mapping[str, Callable[[Any], Any]] = {
    "identity": lambda reader: reader,
    "gzip": GzipReader,
    "x-gzip": GzipReader,
    "deflate": partial(GzipReader, zlib=True),
    "br": BrotliReader,
    "zstd": ZstdReader,
}


class Archived(NamedTuple):
    """A page of an archive, and the byte behind which nothing of it stands: reading can go on there."""

    item: Page | Refusal
    go_on_at: int


def pages_of_warc(stem: str, shown: str, stream: BinaryIO) -> Iterator[Page | Refusal]:
    """Yield the HTML and plain-text pages among an archive's responses, by their addresses.

    Images, scripts and redirections are parts of a crawl, not pages, and pass in silence.
    """
    for archived in archived_pages(stem, shown, stream):
        yield archived.item


def archived_pages(stem: str, shown: str, stream: BinaryIO, *, start: int = 0) -> Iterator[Archived]:
    """Yield an archive's pages, each with the place to go on at: `start` of a later call.

    What stands before `start` is not read. A damaged record is a refusal, and behind it the
    rest goes on, in a stream that can be gone back in.
    """
    met = False

    def take(record: WarcRecord) -> Page | Refusal | None:
        nonlocal met
        if record.record_type != WarcRecordType.response:
            return None
        met = True
        return _item(stem, shown, record)

    behind = start
    for read in read_records(stream, take, start=start):
        behind = read.go_on_at
        if isinstance(read, Damage):
            met = True
            yield Archived(
                _unreadable(stem, shown, f"damaged behind byte {read.place}: {read.detail}"), behind
            )
        elif read.item is not None:
            yield Archived(read.item, behind)
    if not met and not start:
        empty = Refusal(id=stem, reason=RefusalReason.EMPTY, detail=f"{shown}: no response in it")
        yield Archived(empty, behind)


def _item(stem: str, shown: str, record: WarcRecord) -> Page | Refusal | None:
    address = (record.headers.get("WARC-Target-URI") or "").strip("<> ") or stem
    # A coding of the way that nobody knows ends the archive's own reading: it is a damage.
    record.parse_http(auto_decode="transfer")
    if not record.is_http_parsed or _breaks_off_early(record):
        return _unreadable(address, shown, "the record breaks off in its headers")
    form = _FORMS.get(record.http_content_type or "")
    if form is None or _redirects(record):
        return None
    if cut := record.headers.get("WARC-Truncated"):
        return _unreadable(address, shown, f"the archive kept only its beginning ({cut})")
    return _page(address, shown, record, form)


def _breaks_off_early(record: WarcRecord) -> bool:
    """Tell whether a record was cut in its answer's headers, whose type may be cut too."""
    content_type, status = record.http_content_type, record.http_headers.status_code
    if content_type in _FORMS:
        return False
    if content_type is not None or (status is not None and not _is_success(status)):
        return record.content_length > 0 and not record.reader.read(1)
    return len(record.reader.read(MOST_PAGE_BYTES)) < max(1, min(record.content_length, MOST_PAGE_BYTES))


def _is_success(status: int) -> bool:
    return HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES


def _redirects(record: WarcRecord) -> bool:
    status = record.http_headers.status_code or 0
    return HTTPStatus.MULTIPLE_CHOICES <= status < HTTPStatus.BAD_REQUEST


def _page(address: str, shown: str, record: WarcRecord, form: PageForm) -> Page | Refusal:
    status = record.http_headers.status_code
    if not _is_success(status or 0):
        return Refusal(id=address, reason=reason_of(status or 0), detail=f"{shown}: answered {status}")
    if record.content_length > MOST_PAGE_BYTES:
        return too_large(address)
    coding = (record.http_headers.get("Content-Encoding") or "identity").strip().lower()
    if (unpack := _CODINGS.get(coding)) is None:
        return _unreadable(address, shown, f"packed as {coding[:40]}, which nobody knows")
    try:
        content = _whole(unpack(record.reader))
    except (OSError, EOFError) as error:
        return _unreadable(address, shown, str(error))
    # The archive's own length tells of a cut where no coding of the content would.
    if len(content) < record.content_length and coding == "identity":
        return _unreadable(address, shown, f"breaks off at byte {len(content)} of {record.content_length}")
    return unfit(address, content) or Page(
        id=address,
        form=form,
        content=content,
        encoding=record.http_charset,
        url=address,
        fetched=record.record_date.astimezone(UTC) if record.record_date else None,
    )


def _whole(reader: Any) -> bytes:
    """Read to the end, or beyond what a page may be, without a buffer for the largest page each time."""
    content = b""
    while len(content) <= MOST_PAGE_BYTES and (piece := reader.read(_STEP)):
        content += piece
    return content


def _unreadable(address: str, shown: str, detail: str) -> Refusal:
    return Refusal(id=address, reason=RefusalReason.UNREADABLE, detail=f"{shown}: {detail}")
