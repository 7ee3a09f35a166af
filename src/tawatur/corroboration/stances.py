"""Who asserts and who denies what the statements of one claim say."""

from collections import Counter
from collections.abc import Sequence

from tawatur.corroboration.statement import Statement
from tawatur.records.claim import Stance


def stances(saying: Sequence[Statement]) -> tuple[Stance, ...]:
    """Tell for every statement whether it asserts or denies what the claim says.

    The claim is the positive statement where anybody makes or denies it; a statement that
    everybody makes in the negative («there is no sign of ...») is itself the claim. Deep in a
    sentence a negation counts only where it negates what most of the others state.
    """
    if not any(statement.negated or statement.negates for statement in saying):
        return tuple(Stance.DENIES if statement.denied else Stance.ASSERTS for statement in saying)
    negative = all(statement.negated for statement in saying)
    stated = Counter(
        stem for statement in saying for stem in statement.words if stem not in statement.negates
    )
    negated = Counter(stem for statement in saying for stem in statement.negates)
    agreed = frozenset(stem for stem, number in negated.items() if 2 * number > len(saying))
    opposed = frozenset(stem for stem in negated if 2 * stated[stem] >= len(saying)) - agreed
    return tuple(
        Stance.DENIES
        if statement.denied != (not negative and _is_opposed(statement, agreed, opposed))
        else Stance.ASSERTS
        for statement in saying
    )


def _is_opposed(statement: Statement, agreed: frozenset[str], opposed: frozenset[str]) -> bool:
    """Tell whether a statement negates what the claim says, and not what most say is not so."""
    if statement.negated:
        return not statement.negates & agreed
    return not statement.denied and bool(statement.negates & opposed)
