from math import nan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.stories.agglomeration import agglomerated
from tawatur.stories.bags import Bag
from tawatur.stories.outlines import Outlines

WIDTH = 30
TELLS = np.linspace(0.5, 1.5, WIDTH)
DAYS = st.sampled_from([1.0, 2.0, 5.0, nan])


@st.composite
def bags(draw: st.DrawFn) -> Bag:
    """A small group of articles, of one day or none."""
    terms = draw(st.dictionaries(st.integers(0, WIDTH - 1), st.integers(1, 900), max_size=8))
    columns = np.array(sorted(terms), dtype=np.int32)
    day = draw(DAYS)
    return Bag(
        articles=draw(st.integers(1, 9)),
        columns=columns,
        weights=np.array([terms[column] for column in columns.tolist()], dtype=np.int64),
        leading=np.zeros(len(columns), dtype=np.int64),
        first=day,
        last=day,
        weekdays=0,
    )


STORIES = st.dictionaries(st.sampled_from("abcdefgh"), bags(), max_size=8)
EVER = (0.0, 9.0)


@given(STORIES, STORIES, st.frozensets(st.sampled_from("abcdefgh")), bags())
def test_the_near_are_those_that_two_alone_would_join(
    early: dict[str, Bag], late: dict[str, Bag], gone: frozenset[str], new: Bag
) -> None:
    outlines = Outlines()
    for name, bag in early.items():
        outlines.put(name, bag)
    outlines.near([new], EVER, tells=TELLS, near=0.3)
    for name in gone:
        outlines.drop(name)
    for name, bag in late.items():
        outlines.put(name, bag)
    standing = {name: bag for name, bag in early.items() if name not in gone} | late
    near = outlines.near([new], EVER, tells=TELLS, near=0.3)
    assert set(near) == {
        name for name, bag in standing.items() if agglomerated([new, bag], [0], tells=TELLS, near=0.3)
    }


@given(STORIES, st.lists(bags(), min_size=5, max_size=9))
def test_of_many_that_come_together_each_is_compared_as_if_it_came_alone(
    standing: dict[str, Bag], new: list[Bag]
) -> None:
    outlines = Outlines()
    for name, bag in standing.items():
        outlines.put(name, bag)
    alone = [outlines.near([bag], EVER, tells=TELLS, near=0.3) for bag in new]
    assert outlines.near(new, EVER, tells=TELLS, near=0.3) == {
        name: pytest.approx(max(one.get(name, 0.0) for one in alone))
        for name in standing
        if any(name in one for one in alone)
    }


@given(STORIES, st.integers(1, 9))
def test_what_lies_on_other_days_is_not_asked(standing: dict[str, Bag], least: int) -> None:
    outlines = Outlines()
    for name, bag in standing.items():
        outlines.put(name, bag)
    assert set(outlines.between(2.0, 4.0, least=least)) == {
        name for name, bag in standing.items() if bag.articles >= least and bag.last not in (1.0, 5.0)
    }
