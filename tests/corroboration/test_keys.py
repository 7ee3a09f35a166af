"""A claim keeps its address as its story grows."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from tawatur.corroboration.keys import carry_keys, fresh_keys
from tawatur.records.claim import Claim, Conflict, Member, Stance
from tawatur.records.span import Span


def claim(*places: int, key: str = "") -> Claim:
    """Make a claim that stands at these places."""
    members = [
        Member(article=f"a{place}", attribution=None, span=Span(place, place + 9), stance=Stance.ASSERTS)
        for place in places
    ]
    return Claim(
        key=key,
        text="",
        pages=(),
        first_pages=(),
        members=tuple(members),
        origins=(),
        origins_min=0,
        origins_max=0,
        doubts=(),
        denied_by=(),
        conflicts=(),
    )


def test_a_claim_that_grows_or_is_found_earlier_keeps_its_key() -> None:
    earlier = [claim(1, 2, key="bridge"), claim(5, key="market")]
    carried = carry_keys(earlier, fresh_keys([claim(5, 6), claim(0, 1, 2, 3), claim(7)]))
    assert [one.key for one in carried.claims[:2]] == ["market", "bridge"]
    assert carried.claims[2].key not in {"market", "bridge"}
    assert carried.moved == {}


def test_of_two_merged_claims_the_smaller_ones_address_moves() -> None:
    carried = carry_keys([claim(1, 2, key="bridge"), claim(3, key="crossing")], fresh_keys([claim(1, 2, 3)]))
    assert [one.key for one in carried.claims] == ["bridge"]
    assert carried.moved == {"crossing": "bridge"}


def test_of_a_claim_that_is_split_the_larger_part_keeps_the_key() -> None:
    earlier = fresh_keys([claim(1, 2, 3)])
    carried = carry_keys(earlier, fresh_keys([claim(1), claim(2, 3)]))
    assert carried.claims[1].key == earlier[0].key != carried.claims[0].key
    assert carried.moved == {}


def test_a_claim_that_nobody_makes_any_more_moves_nowhere() -> None:
    assert carry_keys([claim(1, key="gone")], fresh_keys([claim(2)])).moved == {}


def test_conflicts_follow_the_keys() -> None:
    one, other = fresh_keys([claim(1, 2), claim(3)])
    one = replace(one, conflicts=(Conflict(claim=other.key, ours=40, theirs=52),))  # type: ignore[arg-type]
    carried = carry_keys([claim(3, key="toll")], [one, other])
    assert carried.claims[0].conflicts[0].claim == carried.claims[1].key == "toll"


def test_the_parts_of_a_title_keep_their_keys_each() -> None:
    whole = Member(article="a", attribution=None, span=None, stance=Stance.ASSERTS)
    parts = [
        replace(claim(1), text=text, members=(whole,)) for text in ("the bridge", "the market", "a toll")
    ]
    once = fresh_keys(parts)
    for order in permutations(parts):
        again = carry_keys(once, fresh_keys(order))
        assert {one.text: one.key for one in again.claims} == {one.text: one.key for one in once}
        assert again.moved == {}


Partition = list[list[int]]


@st.composite
def partitions(draw: st.DrawFn) -> Partition:
    homes = draw(st.lists(st.integers(0, 4), min_size=8, max_size=8))
    held: dict[int, list[int]] = {}
    for place, home in enumerate(homes):
        held.setdefault(home, []).append(place)
    return list(held.values())


def keyed(partition: Partition) -> Sequence[Claim]:
    return fresh_keys([claim(*places) for places in partition])


@given(before=partitions(), after=partitions())
def test_keys_are_never_shared_and_every_old_address_leads_somewhere(
    before: Partition, after: Partition
) -> None:
    earlier = keyed(before)
    carried = carry_keys(earlier, keyed(after))
    keys = [one.key for one in carried.claims]
    assert len(set(keys)) == len(keys)
    assert set(carried.moved.values()) <= set(keys)
    assert {one.key for one in earlier} <= set(keys) | set(carried.moved)
    backwards = carry_keys(earlier[::-1], keyed(after)[::-1])
    assert {one.members: one.key for one in backwards.claims} == {
        one.members: one.key for one in carried.claims
    }
