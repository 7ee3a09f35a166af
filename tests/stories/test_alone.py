import numpy as np
import pytest

from tawatur.stories.alone import with_those_alone
from tawatur.stories.bags import Bag, together

NEAR = 0.3
LENGTH = 1 << 15


def bag(words: dict[int, int], *, day: float = 1.0) -> Bag:
    columns = sorted(words)
    weights = np.array([words[column] for column in columns], dtype=np.float64)
    return Bag(
        articles=1,
        columns=np.array(columns, dtype=np.int32),
        weights=np.rint(weights / np.sqrt(weights @ weights) * LENGTH).astype(np.int64),
        leading=np.ones(len(words), dtype=np.int64),
        first=day,
        last=day,
        weekdays=0,
    )


STORY = [bag({0: 6, 1: 6, 2: 6, 3: 6, 9: 2}), bag({0: 6, 1: 6, 2: 6, 3: 6, 10: 2})]
OTHER = [bag({7: 9, 8: 9, 9: 2}), bag({7: 9, 8: 9, 10: 2})]
FAINT = {0: 3, 1: 3, 2: 3, 3: 3, 4: 18, 5: 11}
"""Its likeness to the story lies between .8 and 1 of what joins."""


@pytest.mark.parametrize(
    ("alone", "taken"),
    [
        (bag(FAINT), True),
        (bag({**FAINT, 4: 25}), False),
        (bag({**FAINT, 7: 6}), False),
        (bag({0: 4, 1: 4, 2: 4, 4: 18, 5: 11}), False),
        (bag(FAINT, day=np.nan), False),
        (bag(FAINT, day=4.0), False),
    ],
    ids=[
        "by far the nearest",
        "too far",
        "a rival more than half as near",
        "near by one name alone",
        "of no known day",
        "days apart",
    ],
)
def test_an_article_alone_stands_with_the_story_that_is_by_far_the_nearest(
    alone: Bag, *, taken: bool
) -> None:
    given = [*STORY, *OTHER, alone]
    found = with_those_alone(((0, 1), (2, 3)), given, range(5), tells=np.ones(11), near=NEAR)
    assert found == (((0, 1, 4), (2, 3)) if taken else ((0, 1), (2, 3)))


def test_two_that_stand_alone_do_not_make_a_story() -> None:
    given = [STORY[0], bag(FAINT)]
    assert with_those_alone((), given, range(2), tells=np.ones(11), near=NEAR) == ()


def test_a_story_that_stands_takes_in_what_is_new_and_nothing_that_stood_alone() -> None:
    given = [bag(FAINT), together(STORY), bag(FAINT)]
    assert with_those_alone((), given, [0], tells=np.ones(11), near=NEAR) == ()
    given = [bag(FAINT), together(STORY)]
    assert with_those_alone((), given, [0], tells=np.ones(11), near=NEAR) == ((0, 1),)
    assert with_those_alone((), given, [1], tells=np.ones(11), near=NEAR) == ()
