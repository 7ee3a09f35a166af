"""What asking for an address comes to: its content, nothing new, or a reason why there is none."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class UnfetchedReason(StrEnum):
    """Why an address gave nothing; each is counted and shown by its name."""

    BAD_ADDRESS = "bad-address"
    """No http or https address, or one with a name or password in it."""
    PRIVATE_ADDRESS = "private-address"
    """Its host leads to an address, or it names a port, that is not of the public web."""
    ROBOTS = "robots"
    """A rule of the site's robots.txt closes it; the detail names the rule and its group."""
    ROBOTS_UNREACHABLE = "robots-unreachable"
    """The site's robots.txt cannot be had, which closes the site for now."""
    REPEATED = "repeated"
    """It was asked for in this run already, itself or at the end of a redirection."""
    RESTING = "resting"
    """Its host asked to be let alone, or was in trouble lately; nothing was sent."""
    NOT_YET = "not-yet"
    """Its host wants longer pauses than are waited for; nothing was sent."""
    REDIRECT_LOOP = "redirect-loop"
    TOO_MANY_REDIRECTS = "too-many-redirects"
    NO_HOST = "no-host"
    """The name of its host leads to no address."""
    UNREACHABLE = "unreachable"
    """No connection, or none that can be trusted."""
    TIMED_OUT = "timed-out"
    BROKEN_ANSWER = "broken-answer"
    """The answer breaks off, is packed wrongly or is no HTTP."""
    TOO_LARGE = "too-large"
    NO_TEXT = "no-text"
    """An image, a sound, a film or a font: nothing that is read here."""
    DENIED = "denied"
    """Answered 401, 403, 407 or 451."""
    NOT_FOUND = "not-found"
    GONE = "gone"
    """Answered 410: the address is to be dropped."""
    TOO_MANY_REQUESTS = "too-many-requests"
    UNAVAILABLE = "unavailable"
    """Answered 502, 503 or 504: trouble that passes."""
    SERVER_ERROR = "server-error"
    UNEXPECTED_STATUS = "unexpected-status"


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """What a server gave along so that it can be asked later whether its answer still holds.

    They hold for the address that answered, `url`, and are sent to no other.
    """

    url: str
    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """The content of an address, unpacked but not decoded.

    `url` is the address as it was asked for and `final_url` the one that answered;
    `moved_to` is where the address has moved for good, so that the caller can ask there
    from now on, `None` where it has not. `encoding` is what the server says of it, in
    lower case and unchecked.
    """

    url: str
    final_url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    content: bytes
    media_type: str
    encoding: str | None
    validators: Validators | None
    moved_to: str | None
    fetched: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class NotModified:
    """The answer fetched earlier still holds; `validators` are those to ask with next time."""

    url: str
    final_url: str
    validators: Validators
    moved_to: str | None
    fetched: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfetched:
    """An address that gave nothing.

    `final_url` is where it had led by then, `status` the last answer's, `None` where none
    came; before `retry_at` there is no use in asking again, `None` where nothing is known.
    """

    url: str
    final_url: str
    reason: UnfetchedReason
    detail: str
    """One line for a person: what was met, with the figure or name that decided."""
    status: int | None
    retry_at: datetime | None
    fetched: datetime


Answer = Fetched | NotModified | Unfetched
"""What a fetch comes to."""
