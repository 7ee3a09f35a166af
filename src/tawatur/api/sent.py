"""Pages that are sent to be read: what may be sent, and how it becomes pages."""

from email.message import Message
from http import HTTPStatus
from typing import Any

import msgspec
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from tawatur.collect.inputs import distinct
from tawatur.collect.json_records import page_of_record
from tawatur.records.page import Page, PageForm
from tawatur.records.refusal import Refusal, RefusalReason

MOST_PAGES = 50
_OTHERWISE = "page"
_FORMS = {"text/html": PageForm.HTML, "text/plain": PageForm.TEXT}


class _Said(BaseModel):
    id: str | int | None = Field(None, description="what the answer calls it")
    outlet: str | None = Field(None, description="who published it, by name or id")
    url: str | None = None
    date: str | None = Field(None, description="when it was published, as its page writes it")
    title: str | None = None
    byline: str | None = None


class ArticleRecord(_Said):
    """An article that somebody has read already: its text is taken verbatim."""

    text: str = Field(examples=["قال وزير الصحة إن المستشفى يفتح غدا."])


class HtmlRecord(_Said):
    """A page to be read."""

    html: str


class TextRecord(_Said):
    """A page as plain text, with what stands around its article."""

    page: str


def _record_shape() -> dict[str, Any]:
    return {"anyOf": [model.model_json_schema() for model in (ArticleRecord, HtmlRecord, TextRecord)]}


READ_BODY = {
    "requestBody": {
        "required": True,
        "description": "one page: HTML, plain text, or a JSON record as `tawatur read` takes it",
        "content": {
            "application/json": {"schema": _record_shape()},
            "text/html": {},
            "text/plain": {},
        },
    }
}
REPORT_BODY = {
    "requestBody": {
        "required": True,
        "description": "pages that may tell one story, as JSON records",
        "content": {
            "application/json": {
                "schema": {
                    "type": "object",
                    "required": ["pages"],
                    "properties": {
                        "pages": {
                            "type": "array",
                            "minItems": 1,
                            "maxItems": MOST_PAGES,
                            "items": _record_shape(),
                        }
                    },
                }
            }
        },
    }
}


class _Several(msgspec.Struct):
    pages: list[msgspec.Raw]


def page_sent(body: bytes, content_type: str) -> Page | Refusal:
    """Return the page that a body holds, or why nothing can be read in it.

    Raises:
        HTTPException: it is of another kind (415), or no record (422).
    """
    kind, charset = _kind(content_type)
    if kind == "application/json":
        return _of_record(body, otherwise=_OTHERWISE, place="the body")
    form = _FORMS.get(kind)
    if form is None:
        raise HTTPException(
            HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "send application/json, text/html or text/plain"
        )
    if not body.strip():
        return Refusal(id=_OTHERWISE, reason=RefusalReason.EMPTY, detail="nothing but blanks")
    return Page(id=_OTHERWISE, form=form, content=body, encoding=charset)


def pages_sent(body: bytes, content_type: str) -> tuple[Page | Refusal, ...]:
    """Return the pages that a body holds, each with an id of its own.

    Raises:
        HTTPException: it is of another kind (415), or holds no records or too many (422).
    """
    if _kind(content_type)[0] != "application/json":
        raise HTTPException(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "send application/json")
    try:
        records = msgspec.json.decode(body, type=_Several).pages
    except (msgspec.MsgspecError, RecursionError, UnicodeError) as error:
        raise HTTPException(HTTPStatus.UNPROCESSABLE_ENTITY, f"the body: {error}") from error
    if not 1 <= len(records) <= MOST_PAGES:
        raise HTTPException(HTTPStatus.UNPROCESSABLE_ENTITY, f"send 1 to {MOST_PAGES} pages")
    return tuple(
        distinct(
            _of_record(bytes(record), otherwise=f"{_OTHERWISE}-{number}", place=f"pages.{number - 1}")
            for number, record in enumerate(records, 1)
        )
    )


def _of_record(written: bytes, *, otherwise: str, place: str) -> Page | Refusal:
    page = page_of_record(written, otherwise=otherwise, place=place)
    if isinstance(page, Refusal) and page.reason is RefusalReason.BROKEN_RECORD:
        raise HTTPException(HTTPStatus.UNPROCESSABLE_ENTITY, page.detail)
    return page


def _kind(content_type: str) -> tuple[str, str | None]:
    """Return what the body is said to be; what is said of nothing is nothing that is read."""
    message = Message()
    message["content-type"] = content_type or "application/octet-stream"
    try:
        charset = message.get_param("charset")
    # Parameters in pieces (RFC 2231) of which some have no number, or one without end.
    except (TypeError, ValueError):
        charset = None
    return message.get_content_type(), charset if isinstance(charset, str) else None
