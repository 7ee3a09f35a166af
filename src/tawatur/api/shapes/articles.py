"""Articles, their attributions and times, and statements on their own."""

from datetime import date

from pydantic import Field

from tawatur.api.shapes.shape import Moment, Next, Place, Published, Shape
from tawatur.records.article import FurnitureKind, PublishedFrom
from tawatur.records.article import Place as PlaceOnPage
from tawatur.records.attribution import Act, SaidFrom, SourceKind
from tawatur.records.refusal import RefusalReason
from tawatur.records.time_expression import TimeType
from tawatur.stories.changes import ChangeKind


class Furniture(Shape):
    """A piece of the page that is no part of the article."""

    text: str
    kind: FurnitureKind


class Attribution(Shape):
    """Who said what, through whom."""

    cue: Place
    cue_text: str
    source: Place | None
    content: Place
    resolved: str | None = Field(description="the source as its fullest mention names it")
    kind: SourceKind
    relays: list[str] = Field(description="who carried it here, the nearest to the source first")
    act: Act
    direct: bool
    inside: int | None
    licence: str
    said_at: str | None = Field(description="a TIMEX3 value", examples=["2015-08-06"])
    said_from: SaidFrom | None


class Time(Shape):
    """A time expression, after TIMEX3."""

    start: int
    end: int
    type: TimeType
    value: str


class Article(Shape):
    """An article as it was read; all places are in its body."""

    id: str
    place: PlaceOnPage
    url: str | None
    outlet: str | None
    title: str | None
    published: Published
    published_from: PublishedFrom | None
    byline: str | None
    dateline: str | None
    credits: list[str]
    body: str
    furniture: list[Furniture]
    attributions: list[Attribution]
    times: list[Time]


class ArticleHead(Shape):
    """An article of a list; `number` is the library's, `id` its page's own."""

    number: int = Field(examples=[1])
    id: str
    url: str | None
    outlet: str | None
    title: str | None
    published: Published
    story: int | None


class RevisionHead(Shape):
    """An earlier text of an article; `replaced` is when another text was found in its place."""

    number: int = Field(description="from 1, the first text the library met")
    replaced: Moment
    published: Published
    title: str | None


class WholeArticle(Article):
    """An article of the library, its story, those that carry the same text, and its own earlier texts."""

    number: int
    story: int | None
    copies: list[ArticleHead]
    revisions: list[RevisionHead]


class Change(Shape):
    """One sentence that was changed.

    `before` and what is `gone` are places in the earlier body, `after` and what is `new` in the later one.
    """

    kind: ChangeKind
    before: Place | None
    before_text: str | None
    after: Place | None
    after_text: str | None
    gone: list[Place]
    new: list[Place]


class Revision(RevisionHead):
    """An earlier text of an article, and what the text that took its place changed in it."""

    article: int
    body: str
    later: int | None = Field(
        description="the revision that took its place, null where it is the article as it stands"
    )
    changes: list[Change]


class Articles(Shape):
    """A part of a list of articles."""

    articles: list[ArticleHead]
    next: Next


class PageRead(Shape):
    """A page with its articles, or the reason why there are none."""

    id: str
    articles: list[Article]
    refused: RefusalReason | None
    detail: str | None


class Statement(Shape):
    """What somebody said, on its own; `content_text` has 1,000 characters at most."""

    article: ArticleHead
    number: int = Field(description="its place among the attributions of the article, from 0")
    party: int | None = Field(description="the number of who said it")
    resolved: str | None
    kind: SourceKind
    act: Act
    relays: list[str]
    said: date = Field(description="the day it was said, else published; UTC")
    content: Place
    content_text: str


class Statements(Shape):
    """A part of a list of statements."""

    statements: list[Statement]
    next: Next
