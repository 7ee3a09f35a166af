"""Why an answer that is no success gives no page, by its status alone."""

from http import HTTPStatus

from tawatur.records.refusal import RefusalReason

_REASONS = {
    HTTPStatus.UNAUTHORIZED: RefusalReason.DENIED,
    HTTPStatus.FORBIDDEN: RefusalReason.DENIED,
    HTTPStatus.PROXY_AUTHENTICATION_REQUIRED: RefusalReason.DENIED,
    HTTPStatus.UNAVAILABLE_FOR_LEGAL_REASONS: RefusalReason.DENIED,
    HTTPStatus.NOT_FOUND: RefusalReason.NOT_FOUND,
    HTTPStatus.GONE: RefusalReason.GONE,
    HTTPStatus.TOO_MANY_REQUESTS: RefusalReason.TOO_MANY_REQUESTS,
    HTTPStatus.BAD_GATEWAY: RefusalReason.UNAVAILABLE,
    HTTPStatus.SERVICE_UNAVAILABLE: RefusalReason.UNAVAILABLE,
    HTTPStatus.GATEWAY_TIMEOUT: RefusalReason.UNAVAILABLE,
}


def reason_of(status: int) -> RefusalReason:
    """Return the reason that a status stands for, live or in an archive.

    >>> str(reason_of(404)), str(reason_of(599))
    ('not-found', 'server-error')
    """
    if status in _REASONS:
        return _REASONS[HTTPStatus(status)]
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return RefusalReason.SERVER_ERROR
    return RefusalReason.UNEXPECTED_STATUS
