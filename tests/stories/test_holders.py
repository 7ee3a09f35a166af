from random import Random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from tawatur.stories.holders import Holders

SHINGLES = st.integers(0, 40).map(lambda number: number * 107_374_182)
TEXTS = st.dictionaries(st.binary(min_size=1, max_size=2), st.frozensets(SHINGLES, max_size=12), max_size=12)


def rising(numbers: frozenset[int]) -> NDArray[np.uint32]:
    return np.array(sorted(numbers), dtype=np.uint32)


@given(TEXTS, TEXTS, st.frozensets(SHINGLES, min_size=1), st.randoms())
def test_whoever_comes_and_goes_the_holders_are_those_that_are_there(
    early: dict[bytes, frozenset[int]],
    late: dict[bytes, frozenset[int]],
    wanted: frozenset[int],
    chance: Random,
) -> None:
    holders, there = Holders(), dict(early)
    holders.add([*early], [rising(one) for one in early.values()])
    for text in [text for text in early if chance.random() < 0.5]:
        holders.drop(text)
        del there[text]
    for text, shingles in late.items():
        if text not in there:
            holders.add([text], [rising(shingles)])
            there[text] = shingles
    found = holders.of(rising(wanted)).tocoo()
    assert {
        (sorted(wanted)[place], holders.texts[row])
        for place, row in zip(found.row.tolist(), found.col.tolist(), strict=True)
    } == {(shingle, text) for text, shingles in there.items() for shingle in shingles & wanted}
