"""Which origins of a claim could be one, and how few they could be."""

from collections.abc import Sequence
from itertools import combinations

from tawatur.corroboration.descriptions import compatible, describes
from tawatur.corroboration.lexicons import CorroborationLexicons
from tawatur.corroboration.voice_groups import Group
from tawatur.records.claim import Doubt, PerhapsOne, Standing


def find_doubts(groups: Sequence[Group], *, lexicons: CorroborationLexicons) -> tuple[PerhapsOne, ...]:
    """Rule 5: tell which origins could be one, and why; named parties never are."""
    found = []
    for (place, one), (further, other) in combinations(enumerate(groups), 2):
        doubt = _doubt(one, other, lexicons) or _doubt(other, one, lexicons)
        if doubt:
            found.append(PerhapsOne(one=place, other=further, reason=doubt))
    return tuple(found)


def fewest_origins(most: int, doubts: Sequence[PerhapsOne]) -> int:
    """Rule 5: count the voices that could be one person once; named parties never merge.

    Voices are counted once together only where each could be each: two officials that differ
    are not one because a mere «source» could be either.
    """
    could = {(doubt.one, doubt.other) for doubt in doubts}
    merged: list[list[int]] = []
    for place in range(most):
        for together in merged:
            if all((earlier, place) in could for earlier in together):
                together.append(place)
                break
        else:
            merged.append([place])
    return len(merged)


def _doubt(one: Group, other: Group, lexicons: CorroborationLexicons) -> Doubt | None:
    if one.standing is Standing.SILENT:
        return Doubt.UNKNOWN
    if other.standing is Standing.NAMED:
        return Doubt.NAMED_LATER if _could_be_named(one, other) else None
    if Standing.NAMED is one.standing:
        return None
    return Doubt.SAME_PERSON if _could_be_one(one, other, lexicons) else None


def _could_be_named(group: Group, party: Group) -> bool:
    """Tell whether an article that describes a voice goes on to name it."""
    texts = {voice.text for voice in party.voices}
    return group.standing is Standing.UNNAMED and any(
        voice.text in texts and describes(group.fullest, party.fullest) for voice in group.voices
    )


def _could_be_one(one: Group, other: Group, lexicons: CorroborationLexicons) -> bool:
    if Standing.UNNAMED is one.standing is other.standing:
        return compatible(one.fullest, other.fullest, lexicons=lexicons)
    return Standing.OUTLET not in (one.standing, other.standing)
