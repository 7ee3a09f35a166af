"""A page that was not taken, and why."""

from dataclasses import dataclass
from enum import StrEnum


class RefusalReason(StrEnum):
    """Why a page, or an item of a batch, was not taken."""

    EMPTY = "empty"
    """Nothing stands on the page."""
    BINARY = "binary"
    """The bytes are no text in any encoding."""
    TOO_LARGE = "too-large"
    UNREADABLE = "unreadable"
    """The file or address could not be opened, or broke off."""
    UNKNOWN_FORMAT = "unknown-format"
    BROKEN_RECORD = "broken-record"
    """A record of a batch that does not parse, or lacks its text."""
    FORBIDDEN = "forbidden"
    """An address that must not be fetched: private, or closed by robots.txt."""
    REPEATED = "repeated"
    """An address that this run has asked for already, itself or at the end of a redirection."""
    INDEX_PAGE = "index-page"
    """A list of headlines, a search result, a section front: many items, no article."""
    ERROR_PAGE = "error-page"
    LOGIN_WALL = "login-wall"
    NO_ARTICLE = "no-article"
    FAILED = "failed"
    """The reader itself failed on this page: a bug to report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A page that was not taken: a value that travels beside the others, never a silent None."""

    id: str
    reason: RefusalReason
    detail: str
    """One line for a person: what was met, with the figure or name that decided."""
