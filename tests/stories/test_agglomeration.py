import numpy as np
import pytest

from tawatur.stories.agglomeration import agglomerated
from tawatur.stories.bags import Bag, together

LENGTH = 1 << 15


def bag(place: int, alike: float, *, day: float = 1.0, weekdays: int = 0) -> Bag:
    """An article that is like every other by one term alone."""
    weights = np.rint(np.array([np.sqrt(alike), np.sqrt(1 - alike)]) * LENGTH).astype(np.int64)
    return Bag(
        articles=1,
        columns=np.array([0, place + 1], dtype=np.int32),
        weights=weights,
        leading=np.array([1, 1]),
        first=day,
        last=day,
        weekdays=weekdays,
    )


@pytest.mark.parametrize(
    ("alike", "joined"),
    [(0.07, False), (0.25, True)],
    ids=["a topic takes in nothing by its size alone", "an event takes in what is like its articles"],
)
def test_a_long_story_is_joined_for_what_its_articles_have_in_common(alike: float, *, joined: bool) -> None:
    story = together([bag(place, alike) for place in range(200)])
    found = agglomerated([story, bag(200, alike)], [1], tells=np.ones(202), near=0.22)
    assert found == (((0, 1),) if joined else ())


def test_what_stood_apart_stays_apart_until_something_comes_between() -> None:
    apart = [bag(1, 0.5), bag(2, 0.5)]
    assert agglomerated(apart, [], tells=np.ones(4), near=0.4) == ()
    assert agglomerated([*apart, bag(3, 0.5)], [2], tells=np.ones(5), near=0.4) == ((0, 1, 2),)


@pytest.mark.parametrize(("days", "joined"), [(0.0, True), (1.0, True), (6.0, False), (np.nan, True)])
def test_days_between_take_likeness_away(days: float, *, joined: bool) -> None:
    found = agglomerated([bag(1, 0.5, day=3.0), bag(2, 0.5, day=3.0 + days)], [1], tells=np.ones(4), near=0.3)
    assert bool(found) is joined


@pytest.mark.parametrize(
    ("weekdays", "joined"),
    [
        ((1, 1), True),
        ((1, 1 << 3), False),
        ((1, 1 << 6), True),
        ((1 << 6, 1), True),
        ((1 << 1, 1 << 5), False),
        ((1 << 1 | 1 << 4, 1 << 5), True),
        ((1, 0), True),
    ],
    ids=["one", "three apart", "over the week's end", "and back", "far over it", "the nearer", "unknown"],
)
def test_weekdays_stand_for_days_that_are_not_known(weekdays: tuple[int, int], *, joined: bool) -> None:
    one, other = (bag(n, 0.5, day=np.nan, weekdays=bits) for n, bits in enumerate(weekdays, 1))
    dated = bag(2, 0.5, day=9.0, weekdays=weekdays[1])
    for second in (other, dated):
        assert bool(agglomerated([one, second], [1], tells=np.ones(4), near=0.3)) is joined


def test_one_without_a_day_does_not_bring_together_what_lies_years_apart() -> None:
    def article(columns: dict[int, int], day: float) -> Bag:
        return Bag(
            articles=1,
            columns=np.array(list(columns), dtype=np.int32),
            weights=np.array(list(columns.values()), dtype=np.int64) * LENGTH // 10,
            leading=np.ones(len(columns), dtype=np.int64),
            first=day,
            last=day,
            weekdays=0,
        )

    today = article({0: 9, 1: 2}, 1_000.0)
    undated = article({0: 9, 1: 2}, np.nan)
    years_ago = article({0: 9, 2: 6}, 1.0)
    found = agglomerated([today, undated, years_ago], range(3), tells=np.ones(3), near=0.3)
    assert found == ((0, 1),)
