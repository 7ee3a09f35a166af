"""Claims of one story that say the like with figures that do not agree."""

from collections.abc import Sequence
from dataclasses import replace

from tawatur.corroboration.figures import Figure, conflicting
from tawatur.corroboration.statement import Statement
from tawatur.records.claim import Claim, Conflict


def with_conflicts(
    claims: Sequence[Claim], sayings: Sequence[Sequence[Statement]], apart: Sequence[tuple[int, int]]
) -> tuple[Claim, ...]:
    """Return the claims with the others of the story that give another figure for the same.

    `apart` are the places of sayings that are alike in all but their figures.
    """
    found: dict[int, list[Conflict]] = {}
    for one, other in apart:
        figures = conflicting(_figures(sayings[one]), _figures(sayings[other]))
        if figures is None:
            continue
        ours, theirs = figures[0].value, figures[1].value
        found.setdefault(one, []).append(Conflict(claim=claims[other].key, ours=ours, theirs=theirs))
        found.setdefault(other, []).append(Conflict(claim=claims[one].key, ours=theirs, theirs=ours))
    return tuple(
        replace(claim, conflicts=tuple(found[place])) if place in found else claim
        for place, claim in enumerate(claims)
    )


def _figures(saying: Sequence[Statement]) -> tuple[Figure, ...]:
    return tuple(dict.fromkeys(figure for statement in saying for figure in statement.figures))
