"""What an answer without content says of its address, and of the health of its site."""

from tawatur.collect.fetching.exchange import Reply
from tawatur.collect.fetching.failures import Failure
from tawatur.collect.http_statuses import reason_of
from tawatur.records.refusal import RefusalReason

# A 500 is mostly one broken page of a site whose others are well.
_TROUBLED = (RefusalReason.TOO_MANY_REQUESTS, RefusalReason.UNAVAILABLE)
_OUT_OF_REACH = (RefusalReason.NO_HOST, RefusalReason.UNREACHABLE, RefusalReason.TIMED_OUT)


def failure_of(reply: Reply) -> Failure:
    """Return why an answer of a status that is not fetched gave nothing."""
    detail = f"answered {reply.status}"
    return Failure(reason=reason_of(reply.status), detail=detail, status=reply.status)


def troubles_site(reply: Reply | Failure) -> bool:
    """Tell whether a reply means that its site as a whole is to be let alone for a while."""
    if isinstance(reply, Reply):
        return reason_of(reply.status) in _TROUBLED
    return reply.reason in _OUT_OF_REACH
