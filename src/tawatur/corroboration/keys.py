"""Keys by which claims are found again as their story grows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from itertools import count

from tawatur.records.claim import Claim, Conflict, Member

_BYTES = 8
_Place = tuple[str, int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """Claims under the keys they go by, and for every earlier key that none of them bears its successor.

    An earlier claim none of whose members is claimed any more has no successor.
    """

    claims: tuple[Claim, ...]
    moved: Mapping[str, str]


def fresh_keys(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Give each claim a key of its own, made from the first place that carries it."""
    taken: set[str] = set()
    keyed = []
    for claim in claims:
        key = _fresh(claim, taken)
        taken.add(key)
        keyed.append(replace(claim, key=key))
    return tuple(keyed)


def carry_keys(earlier: Sequence[Claim], later: Sequence[Claim]) -> Carried:
    """Give the later claims of a story the keys of the earlier ones they go on from.

    A claim goes on from the one with which it shares most members; where two were merged the
    one with more members keeps its key and the other's address moves there, where one was split
    the part with more of it keeps the key. Nothing depends on the order of the claims.
    """
    shared = _shared(earlier, later)
    # The parts of one title stand in one place: what they say tells them apart.
    first = [(min(map(_place, claim.members)), claim.text) for claim in later]
    text = {claim.key: claim.text for claim in earlier}
    pairs = sorted(
        shared,
        key=lambda pair: (-shared[pair], text[pair[0]] != later[pair[1]].text, pair[0], first[pair[1]]),
    )
    keys: dict[int, str] = {}
    bearer: dict[str, int] = {}
    for key, place in pairs:
        if key not in bearer and place not in keys:
            keys[place], bearer[key] = key, place
    moved: dict[str, int] = {}
    for key, place in pairs:
        if key not in bearer:
            moved.setdefault(key, place)
    taken = {claim.key for claim in earlier}
    for place in sorted(range(len(later)), key=first.__getitem__):
        if place not in keys:
            keys[place] = _fresh(later[place], taken)
            taken.add(keys[place])
    renamed = {claim.key: keys[place] for place, claim in enumerate(later)}
    return Carried(
        claims=tuple(_renamed(claim, keys[place], renamed) for place, claim in enumerate(later)),
        moved={key: keys[place] for key, place in moved.items()},
    )


def _shared(earlier: Sequence[Claim], later: Sequence[Claim]) -> dict[tuple[str, int], int]:
    """Count the members that each earlier claim has in common with each later one."""
    homes: dict[_Place, dict[str, None]] = {}
    for claim in earlier:
        for member in claim.members:
            homes.setdefault(_place(member), {})[claim.key] = None
    shared: dict[tuple[str, int], int] = {}
    for place, claim in enumerate(later):
        for stands in dict.fromkeys(map(_place, claim.members)):
            for key in homes.get(stands, ()):
                shared[key, place] = shared.get((key, place), 0) + 1
    return shared


def _renamed(claim: Claim, key: str, renamed: Mapping[str, str]) -> Claim:
    conflicts = tuple(
        Conflict(claim=renamed[conflict.claim], ours=conflict.ours, theirs=conflict.theirs)
        for conflict in claim.conflicts
    )
    if key == claim.key and conflicts == claim.conflicts:
        return claim
    return replace(claim, key=key, conflicts=conflicts)


def _fresh(claim: Claim, taken: set[str]) -> str:
    first = min(map(_place, claim.members))
    for attempt in count():
        key = blake2b(repr((first, attempt)).encode(), digest_size=_BYTES).hexdigest()
        if key not in taken:
            return key
    raise AssertionError("count() never ends")


def _place(member: Member) -> _Place:
    start, end = member.span or (-1, -1)
    return member.article, start, end, -1 if member.attribution is None else member.attribution
