"""What asking for an address comes to: its content, nothing new, or a reason why there is none."""

from dataclasses import dataclass
from datetime import datetime

from tawatur.records.refusal import RefusalReason


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
    reason: RefusalReason
    detail: str
    """One line for a person: what was met, with the figure or name that decided."""
    status: int | None
    retry_at: datetime | None
    fetched: datetime


Answer = Fetched | NotModified | Unfetched
"""What a fetch comes to."""
