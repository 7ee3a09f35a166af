"""Claims of one story that say the like with figures that do not agree."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tawatur.corroboration.figures import Figure, conflicting
from tawatur.corroboration.grouping import Sayings
from tawatur.corroboration.statement import Statement
from tawatur.records.claim import Claim, Conflict


def with_conflicts(claims: Mapping[int, Claim], sayings: Sayings) -> tuple[Claim, ...]:
    """Return the claims with the others of the story that give another figure for the same.

    `claims` holds them by the place of their saying.
    """
    found: dict[int, list[Conflict]] = {}
    for one, other in sayings.apart:
        if one not in claims or other not in claims:
            continue
        figures = conflicting(_figures(sayings.groups[one]), _figures(sayings.groups[other]))
        if figures is None:
            continue
        ours, theirs = figures[0].value, figures[1].value
        found.setdefault(one, []).append(Conflict(claim=claims[other].key, ours=ours, theirs=theirs))
        found.setdefault(other, []).append(Conflict(claim=claims[one].key, ours=theirs, theirs=ours))
    return tuple(
        replace(claim, conflicts=tuple(found[place])) if place in found else claim
        for place, claim in claims.items()
    )


def _figures(saying: Sequence[Statement]) -> tuple[Figure, ...]:
    return tuple(dict.fromkeys(figure for statement in saying for figure in statement.figures))
