"""What was fetched or given, before anything is understood of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class PageForm(StrEnum):
    """How the content of a page is to be taken."""

    HTML = "html"
    TEXT = "text"
    """Plain text with the page's furniture still in it."""
    ARTICLE = "article"
    """The body of an article somebody has already read: taken verbatim."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page as it came.

    `content` is never decoded on the way in, so that a wrong declaration can be
    mended by the reader. `title`, `byline` and `date` are what the giver of the
    page says of it, `None` where nothing is said; `fetched` is aware and UTC,
    `None` where no clock stood beside the page.
    """

    id: str
    form: PageForm
    content: bytes
    encoding: str | None = None
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    date: str | None = None
    fetched: datetime | None = None

    def __post_init__(self) -> None:
        if not self.id:
            raise ValueError("a page needs an id")
        if self.fetched is not None and self.fetched.tzinfo is None:
            raise ValueError(f"{self.id}: a time of fetching without its zone")
