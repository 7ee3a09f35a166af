"""What an answer without content says of its address, and of the health of its host."""

from http import HTTPStatus

from tawatur.collect.fetching.answers import UnfetchedReason
from tawatur.collect.fetching.exchange import Reply
from tawatur.collect.fetching.failures import Failure

_REASONS = {
    HTTPStatus.UNAUTHORIZED: UnfetchedReason.DENIED,
    HTTPStatus.FORBIDDEN: UnfetchedReason.DENIED,
    HTTPStatus.PROXY_AUTHENTICATION_REQUIRED: UnfetchedReason.DENIED,
    HTTPStatus.UNAVAILABLE_FOR_LEGAL_REASONS: UnfetchedReason.DENIED,
    HTTPStatus.NOT_FOUND: UnfetchedReason.NOT_FOUND,
    HTTPStatus.GONE: UnfetchedReason.GONE,
    HTTPStatus.TOO_MANY_REQUESTS: UnfetchedReason.TOO_MANY_REQUESTS,
    HTTPStatus.BAD_GATEWAY: UnfetchedReason.UNAVAILABLE,
    HTTPStatus.SERVICE_UNAVAILABLE: UnfetchedReason.UNAVAILABLE,
    HTTPStatus.GATEWAY_TIMEOUT: UnfetchedReason.UNAVAILABLE,
}
# A 500 is mostly one broken page of a site whose others are well.
_TROUBLED = (UnfetchedReason.TOO_MANY_REQUESTS, UnfetchedReason.UNAVAILABLE)
_OUT_OF_REACH = (UnfetchedReason.NO_HOST, UnfetchedReason.UNREACHABLE, UnfetchedReason.TIMED_OUT)


def failure_of(reply: Reply) -> Failure:
    """Return why an answer of a status that is not fetched gave nothing."""
    detail = f"answered {reply.status}"
    return Failure(reason=_reason_of(reply.status), detail=detail, status=reply.status)


def troubles_host(reply: Reply | Failure) -> bool:
    """Tell whether a reply means that its host as a whole is to be let alone for a while."""
    if isinstance(reply, Reply):
        return _reason_of(reply.status) in _TROUBLED
    return reply.reason in _OUT_OF_REACH


def _reason_of(status: int) -> UnfetchedReason:
    if status in _REASONS:
        return _REASONS[HTTPStatus(status)]
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return UnfetchedReason.SERVER_ERROR
    return UnfetchedReason.UNEXPECTED_STATUS
