import pytest

from tawatur.stories.linkage import Link, linked

CASES = [
    ([1, 1, 1], [], {(0,), (1,), (2,)}),
    ([1, 1, 1], [(0, 1, 1.0), (1, 2, 1.0), (0, 2, 1.0)], {(0, 1, 2)}),
    # The chain a-b-c links two of three pairs, and c with half of a and b.
    ([1, 1, 1], [(0, 1, 1.0), (1, 2, 1.0)], {(0, 1), (2,)}),
    # What a and c have in common, though no full link, speaks for the three.
    ([1, 1, 1], [(0, 1, 1.0), (1, 2, 1.0), (0, 2, 0.4)], {(0, 1, 2)}),
    ([1, 1, 1], [(0, 1, 1.0), (1, 2, 1.0), (0, 2, 0.1)], {(0, 1), (2,)}),
    # Weak links alone join nothing.
    ([1, 1], [(0, 1, 0.9)], {(0,), (1,)}),
    # b links a and the three c, which link one another: the strongest links come first.
    (
        [1, 1, 1, 1, 1],
        [(2, 3, 1.0), (3, 4, 1.0), (2, 4, 1.0), (0, 1, 1.0), (1, 2, 1.0)],
        {(0, 1), (2, 3, 4)},
    ),
    # A thing that stands for many articles counts as many.
    ([5, 1, 5], [(0, 1, 1.0), (1, 2, 1.0)], {(0, 1), (2,)}),
    ([1, 5, 1], [(0, 1, 1.0), (1, 2, 1.0)], {(0, 1, 2)}),
]


@pytest.mark.parametrize(("sizes", "links", "expected"), CASES)
def test_sets_grow_while_both_sides_are_linked_well_enough(
    sizes: list[int], links: list[tuple[int, int, float]], expected: set[tuple[int, ...]]
) -> None:
    found = linked(sizes, [Link(*link) for link in links])
    assert {tuple(sorted(members)) for members in found} == expected
