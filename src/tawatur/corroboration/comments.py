"""Statements that speak of what others tell only to say what their speaker thinks of it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tawatur.arabic.derivation import root_keys
from tawatur.arabic.words import light_stem, words
from tawatur.corroboration.statement import Statement

# What stands in quotation marks at the end: «raising the wage to 5200 "does not buy the bread"».
_QUOTED = re.compile(r"[\"“”«]([^\"“”«»]{4,200})[\"“”»][\s.،]*$")
_CLOSING = tuple('"“”»')
_BEHIND = " \n.،"
# So much of what stands before it is what another page says, and so many words at least.
_SPOKEN_OF = 0.5
_FEWEST = 3


def with_comments(saying: Sequence[Statement]) -> tuple[Statement, ...]:
    """Mark the statements of a claim that only comment on it as reacting to it.

    Their speaker's own words, in quotation marks, say nothing of what any other article says,
    and the words before those say what another one does.
    """
    if len(saying) == 1:
        return tuple(saying)
    return tuple(
        replace(statement, reacts=True) if _comments(statement, saying) else statement for statement in saying
    )


def _comments(statement: Statement, saying: Sequence[Statement]) -> bool:
    closed = statement.attribution is not None and statement.text.rstrip(_BEHIND).endswith(_CLOSING)
    quoted = _QUOTED.search(statement.text) if closed else None
    if quoted is None:
        return False
    others = [root_keys(other.words) for other in saying if other.article != statement.article]
    thought = _roots(quoted[1])
    told = _roots(statement.text[: quoted.start()]) - thought
    return (
        len(told) >= _FEWEST
        and all(thought.isdisjoint(other) for other in others)
        and any(len(told.intersection(other)) >= _SPOKEN_OF * len(told) for other in others)
    )


def _roots(text: str) -> frozenset[str]:
    counts: Mapping[str, int] = dict.fromkeys((light_stem(word.of(text)) for word in words(text)), 1)
    return frozenset(root_keys(counts))
