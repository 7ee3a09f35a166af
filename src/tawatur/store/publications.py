"""When the articles of a story were published, as their pages tell it."""

from collections.abc import Collection

from sqlalchemy import Connection, bindparam, func, select

from tawatur.store.schema import articles

_PUBLISHED = (
    select(articles.c.story, func.min(articles.c.published), func.max(articles.c.published))
    .where(articles.c.story.in_(bindparam("stories")), articles.c.published.is_not(None))
    .group_by(articles.c.story)
)


def first_and_last_published(connection: Connection, stories: Collection[int]) -> dict[int, tuple[str, str]]:
    """Return the earliest and the latest time that a story's articles give, ISO 8601 as exact as each is.

    Stories whose articles give none are left out.
    """
    rows = connection.execute(_PUBLISHED, {"stories": tuple(stories)})
    return {story: (first, last) for story, first, last in rows}
