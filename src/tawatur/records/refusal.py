"""A page that was not taken, and why."""

from dataclasses import dataclass
from enum import StrEnum


class RefusalReason(StrEnum):
    """Why a page, a list or an address was not taken: one name for one reason, wherever it is told.

    First what is met in the bytes, then what is read on a page, then what asking the web comes to.
    """

    EMPTY = "empty"
    """Nothing stands on the page."""
    BINARY = "binary"
    """The bytes are no text in any encoding."""
    TOO_LARGE = "too-large"
    UNREADABLE = "unreadable"
    """The file could not be opened, or broke off."""
    UNKNOWN_FORMAT = "unknown-format"
    BROKEN_RECORD = "broken-record"
    """A record of a batch that does not parse, or lacks its text."""

    INDEX_PAGE = "index-page"
    """A list of headlines, a search result, a section front: many items, no article."""
    ERROR_PAGE = "error-page"
    """A page whose own words say that it is none."""
    LOGIN_WALL = "login-wall"
    NO_ARTICLE = "no-article"
    FAILED = "failed"
    """The reader itself failed on this page: a bug to report."""

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
    """Its site asked to be let alone, or was in trouble lately; nothing was sent."""
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
    NO_TEXT = "no-text"
    """Called an image, a sound, a film or a font by its server, and left unread."""
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
class Refusal:
    """A page that was not taken: a value that travels beside the others, never a silent None."""

    id: str
    reason: RefusalReason
    detail: str
    """One line for a person: what was met, with the figure or name that decided."""
