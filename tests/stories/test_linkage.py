import pytest

from tawatur.stories.linkage import linked

CASES = [
    ([1, 1, 1], [], {(0,), (1,), (2,)}),
    ([1, 1, 1], [(0, 1), (1, 2), (0, 2)], {(0, 1, 2)}),
    # The chain a-b-c links two of three pairs: half and more.
    ([1, 1, 1], [(0, 1), (1, 2)], {(0, 1, 2)}),
    # b links a and the three c, which link one another: b goes where it is most at home first.
    ([1, 1, 1, 1, 1], [(2, 3), (3, 4), (2, 4), (0, 1), (1, 2)], {(0, 1), (2, 3, 4)}),
    # A thing that stands for many articles counts as many.
    ([5, 1, 5], [(0, 1), (1, 2)], {(0, 1), (2,)}),
]


@pytest.mark.parametrize(("sizes", "pairs", "expected"), CASES)
def test_sets_grow_while_most_of_both_sides_is_linked(
    sizes: list[int], pairs: list[tuple[int, int]], expected: set[tuple[int, ...]]
) -> None:
    assert {tuple(sorted(members)) for members in linked(sizes, pairs)} == expected
