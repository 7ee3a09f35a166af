"""Which stories grow of late, seen from the library's own last day."""

from datetime import UTC, datetime, timedelta
from enum import StrEnum

from sqlalchemy import Connection

from tawatur.store.cursors import Part
from tawatur.store.stories import GrowingStory, growing_stories, latest_stories


class Window(StrEnum):
    """How long ago growth begins to count."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"

    @property
    def length(self) -> timedelta:
        """The length of the window."""
        return timedelta(days={"day": 1, "week": 7, "month": 30}[self])


def trending_stories(connection: Connection, window: Window, *, limit: int = 20) -> tuple[GrowingStory, ...]:
    """Return the stories that won most independent origins within a window.

    An archive is looked at as on its last day; a page dated in the future moves nothing.
    """
    newest = latest_stories(connection, Part(limit=1)).items
    now = min([datetime.now(UTC), *(head.last for head in newest)])
    return growing_stories(connection, since=now - window.length, limit=limit)
