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
    negative = all(statement.negated for statement in saying)
    stated = Counter(
        stem for statement in saying for stem in statement.words if stem not in statement.negates
    )
    return tuple(
        Stance.DENIES
        if statement.denied != _is_opposed(statement, stated, negative=negative, among=len(saying))
        else Stance.ASSERTS
        for statement in saying
    )


def _is_opposed(statement: Statement, stated: Counter[str], *, negative: bool, among: int) -> bool:
    if negative or statement.denied:
        return statement.negated and not negative
    return statement.negated or any(2 * stated[stem] >= among for stem in statement.negates)
