"""Errors as problem details (RFC 9457): one shape, whatever went wrong."""

from collections.abc import Mapping, Sequence
from http import HTTPStatus

import msgspec
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict, Field
from starlette.exceptions import HTTPException
from starlette.responses import Response

from tawatur.errors import CursorError, StoreError

PROBLEM_JSON = "application/problem+json"
_WORDS = {
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "Content Too Large",
    HTTPStatus.UNPROCESSABLE_ENTITY: "Unprocessable Content",
}
_encoder = msgspec.json.Encoder()


class Fault(BaseModel):
    """One value of a request that cannot be taken."""

    model_config = ConfigDict(extra="forbid")

    where: str = Field(description="the place of the value", examples=["query.limit"])
    detail: str = Field(examples=["Input should be less than or equal to 100"])


class Problem(BaseModel):
    """What went wrong, after RFC 9457."""

    model_config = ConfigDict(extra="forbid")

    type: str = Field(description="always about:blank: the status tells the kind", examples=["about:blank"])
    title: str = Field(description="the words of the status", examples=["Not Found"])
    status: int = Field(examples=[404])
    detail: str = Field(examples=["no story of that number"])
    errors: list[Fault] = Field([], description="the values that cannot be taken, where it is they")


def problem(
    status: int,
    detail: str,
    *,
    errors: Sequence[Mapping[str, str]] = (),
    headers: Mapping[str, str] | None = None,
) -> Response:
    """Return an error as an answer."""
    known = HTTPStatus(status)
    document = {"type": "about:blank", "title": _WORDS.get(known, known.phrase), "status": status}
    document |= {"detail": detail} | ({"errors": list(errors)} if errors else {})
    return Response(
        _encoder.encode(document),
        status_code=status,
        media_type=PROBLEM_JSON,
        headers={"Cache-Control": "no-store"} | dict(headers or {}),
    )


def explain_errors(app: FastAPI) -> None:
    """Let every error of an application be answered as a problem."""
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(CursorError, _no_such_place)
    app.add_exception_handler(StoreError, _store_fails)
    app.add_exception_handler(Exception, _bug)


async def _refused(_request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return problem(error.status_code, error.detail, headers=error.headers)


async def _invalid(_request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    faults = [
        {"where": ".".join(map(str, fault["loc"])), "detail": str(fault["msg"])} for fault in error.errors()
    ]
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY, "the request holds what cannot be taken", errors=faults)


async def _no_such_place(_request: Request, error: Exception) -> Response:
    return problem(HTTPStatus.NOT_FOUND, str(error))


async def _store_fails(_request: Request, _error: Exception) -> Response:
    # The error names the library's file, which is no business of whoever asks.
    detail = "the library cannot be read now"
    return problem(HTTPStatus.SERVICE_UNAVAILABLE, detail, headers={"Retry-After": "5"})


async def _bug(_request: Request, _error: Exception) -> Response:
    return problem(
        HTTPStatus.INTERNAL_SERVER_ERROR, "an error of ours; whoever serves this finds it in the log"
    )
