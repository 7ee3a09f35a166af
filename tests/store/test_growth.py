"""Voices counted by the hour: each once in a story, with all it absorbed, however often it speaks."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import insert, update

from tawatur.store.growth import most_grown, replace_growth
from tawatur.store.moments import seconds
from tawatur.store.schema import stories
from tawatur.store.store import Store

NOON = datetime(2027, 3, 2, 12, tzinfo=UTC)
COUNTED = ("first", "last", "articles", "pages", "outlets", "origins_min", "origins_max")
MINISTER, ENVOY, SILENT = ("وزير المياه", ""), ("المبعوث", ""), ("", "an-outlet")


def at(hours: float) -> int:
    return seconds(NOON + timedelta(hours=hours))


@pytest.fixture
def library(store: Store) -> Store:
    """Two stories, of which the first was counted."""
    rows = [dict.fromkeys(COUNTED, 0) | {"id": n, "name": str(n), "title": str(n)} for n in (1, 2)]
    with store.writing() as connection:
        connection.execute(insert(stories), rows)
        spoken = [(1, MINISTER, at(-30)), (1, MINISTER, at(0.5)), (1, ENVOY, at(-30)), (1, SILENT, at(-3))]
        replace_growth(connection, [1], spoken)
    return store


def grown(store: Store, hours: float) -> dict[int, int]:
    with store.reading() as connection:
        return most_grown(connection, since=NOON + timedelta(hours=hours), limit=20)


@pytest.mark.parametrize(("hours", "voices"), [(-40, 3), (-30, 3), (-29, 2), (-2.5, 2), (-2, 1), (0.9, 1)])
def test_a_voice_counts_once_by_the_hour_it_spoke_last(library: Store, hours: float, voices: int) -> None:
    assert grown(library, hours) == {1: voices}


def test_a_story_counted_again_takes_over_what_it_absorbed(library: Store) -> None:
    with library.writing() as connection:
        replace_growth(connection, [2], [(2, ENVOY, at(0))])
        connection.execute(update(stories).where(stories.c.id == 2).values(merged_into=1))
        replace_growth(connection, [1], [(1, ENVOY, at(0)), (1, MINISTER, at(0))])
    assert grown(library, -100) == {1: 2}
