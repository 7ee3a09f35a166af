"""What a feed says: a site's own list of its newest pages."""

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedItem:
    """One entry of a feed, as far as the feed tells.

    `id` is the same each time the entry is met: its guid, else its address, else a digest
    of its title and date. `url` is canonical, `None` where the entry leads nowhere; where that
    is because nobody can ask for its link, `unfit_link` is the link as published, with whatever
    may be secret in it.
    `published` and `updated` are aware and UTC, `None` where the feed tells none that can
    be believed. Title, author and summary are plain text. `content` is the article's text
    in the feed's own markup, where it gives one: for reading, never to be shown as it is.
    """

    id: str
    url: str | None
    title: str | None
    published: datetime | None
    updated: datetime | None
    author: str | None
    summary: str | None
    content: str | None
    categories: tuple[str, ...]
    unfit_link: str | None = None

    def __post_init__(self) -> None:
        if not self.id:
            raise ValueError("an entry of a feed needs an id")
        for told in (self.published, self.updated):
            if told is not None and told.tzinfo is None:
                raise ValueError(f"{self.id}: a time without its zone")


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedHints:
    """What a feed asks of those who visit it.

    `every` is the least time between two visits; `skip_hours` (0 to 23, GMT) and
    `skip_days` (0 is Monday) are when nothing new comes. `next_page` holds the entries
    before those of this page, `hub` tells of new ones by itself (WebSub), and `moved_to`
    is where the feed says it now lives.
    """

    every: timedelta | None = None
    skip_hours: frozenset[int] = frozenset()
    skip_days: frozenset[int] = frozenset()
    next_page: str | None = None
    hub: str | None = None
    moved_to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed as it was at one visit.

    `home` is the page it belongs to. `left_out` are the entries of an overlong feed that were not read: those
    in its middle, since the newest stand at one of its ends.
    """

    url: str
    title: str | None
    home: str | None
    language: str | None
    updated: datetime | None
    items: tuple[FeedItem, ...]
    hints: FeedHints
    left_out: int = 0
