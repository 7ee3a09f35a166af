"""Whose voice a title has."""

from collections.abc import Sequence
from dataclasses import replace

from tawatur.arabic.derivation import root_keys
from tawatur.corroboration.figures import figures_conflict
from tawatur.corroboration.statement import Statement

# So much of the words of a title the statement holds that the title sums up.
_TOLD = 0.6


def voiced(title: Statement, body: Sequence[Statement]) -> Statement:
    """Return what a title says as told by him to whom the body attributes it, if by anybody.

    A title has no room for the source that the text gives in its first sentence.
    """
    roots = set(root_keys(title.words))
    told = [
        (len(roots.intersection(root_keys(statement.words))), statement)
        for statement in body
        if statement.attribution is not None and not statement.denied and not statement.reacts
    ]
    shared, source = max(told, key=_number, default=(0, title))
    if title.denied or shared < _TOLD * len(roots) or figures_conflict(title.figures, source.figures):
        return title
    return replace(title, party=source.party, relays=source.relays, carriers=source.carriers)


def _number(told: tuple[int, Statement]) -> int:
    return told[0]
