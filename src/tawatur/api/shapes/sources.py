"""What is followed."""

from datetime import datetime

from pydantic import Field

from tawatur.api.shapes.shape import Moment, Shape
from tawatur.store.sources import FollowedKind


class Source(Shape):
    """A source that is followed, and how it fares."""

    url: str
    kind: FollowedKind
    outlet: str | None
    title: str | None
    followed: Moment
    due: datetime | None = Field(description="the next visit, null for one page and for what is paused")
    every: int = Field(description="the time between two visits in seconds")
    asked: datetime | None = Field(description="the last visit")
    seen: datetime | None = Field(description="the last visit that worked")
    changed: datetime | None = Field(description="the last visit that brought something new")
    articles: int
    failures: int = Field(description="those since it was seen")
    reason: str | None
    detail: str | None


class Sources(Shape):
    """Everything that is followed."""

    sources: list[Source]
