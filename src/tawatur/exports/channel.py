"""What a feed of ours tells, whatever form it takes."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing told: `address` is its page here, `original` the published page it is about.

    `id` stays the same for good. `text` is plain, and so is the title.
    """

    id: str
    address: str
    title: str
    text: str
    published: datetime
    updated: datetime
    authors: tuple[str, ...]
    original: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """A feed: its own address, the page it belongs to, and its entries, the newest first."""

    id: str
    title: str
    language: str
    address: str
    home: str
    entries: tuple[Entry, ...]

    @property
    def updated(self) -> datetime | None:
        """The time of the newest entry, `None` where there is none."""
        return max((entry.updated for entry in self.entries), default=None)
