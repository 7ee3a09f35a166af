"""One piece of journalism on a page."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import msgspec


class Place(StrEnum):
    """Where on its page an article stands."""

    MAIN = "main"
    RELATED = "related"


class Precision(StrEnum):
    """How exactly a time of publication is known."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    MINUTE = "minute"


class PublishedFrom(StrEnum):
    """How a time of publication was known."""

    GIVEN = "given"
    """Said by whoever gave the page."""
    JSON_LD = "json-ld"
    META = "meta"
    TIME_ELEMENT = "time-element"
    DATE_LINE = "date-line"
    BODY = "body"
    """The text dates itself: "today, Monday 28 April 2025"."""
    URL = "url"
    RELATIVE = "relative"
    """"Two hours ago", counted from the clock that stood beside the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """When an article was published, no more exactly than is known.

    `value` is ISO 8601 cut at its precision: `2025`, `2025-05`, `2025-05-11`, or
    `2025-05-11T21:45` with its offset where the page gives one.
    """

    value: str
    precision: Precision
    how: PublishedFrom

    @property
    def day(self) -> date | None:
        """The calendar day, `None` where only a month or year is known."""
        if self.precision in (Precision.YEAR, Precision.MONTH):
            return None
        return date.fromisoformat(self.value[:10])


class FurnitureKind(StrEnum):
    """What a piece of a page is that is no part of the article."""

    READ_ALSO = "read-also"
    """A label or block that sends the reader to another article."""
    TICKER = "ticker"
    """Breaking, latest, trending and most-read lists."""
    NAVIGATION = "navigation"
    SHARE = "share"
    COUNTER = "counter"
    """Visits, comments, reading time."""
    TAGS = "tags"
    COMMENTS = "comments"
    NEWSLETTER = "newsletter"
    COPYRIGHT = "copyright"
    AUTHOR_BOX = "author-box"
    CREDIT = "credit"
    BYLINE = "byline"
    DATE_LINE = "date-line"
    TITLE = "title"
    """The title, and its repetitions."""
    SUMMARY = "summary"
    """Bullets that repeat the text."""
    SUBHEADING = "subheading"
    WRAPPER = "wrapper"
    """An aggregator's "you are now following the news ..."."""
    MEDIA = "media"
    """Captions, players, embedded posts and their residue."""
    ADVERTISEMENT = "advertisement"
    TEMPLATE = "template"
    """Residue of the page's own machinery: placeholders, Markdown, scripts."""


class Furniture(msgspec.Struct, frozen=True, kw_only=True):
    """A piece that was taken out of the article, as it stood on the page.

    A Struct because a page has hundreds: one is built in a ninth of a frozen dataclass's time.
    """

    text: str
    kind: FurnitureKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One piece of journalism, with what its page says of it.

    `id` is the page's id for its main article and `PAGE#2`, `PAGE#3` for related
    ones. `outlet` is the canonical id of the publisher where the outlets data know
    it, else the page's host or the name the giver used. `dateline` is the line as
    published (`الرياض - واس`), `credits` the names it, the byline and the credit
    lines give, bare and as published. Every offset anywhere counts characters of `body`.
    """

    id: str
    page: str
    place: Place
    url: str | None
    outlet: str | None
    title: str | None
    published: Published | None
    byline: str | None
    dateline: str | None
    credits: tuple[str, ...]
    body: str
    furniture: tuple[Furniture, ...]
