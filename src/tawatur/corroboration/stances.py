"""Who asserts and who denies what the statements of one claim say."""

from collections.abc import Sequence

from tawatur.corroboration.statement import Statement
from tawatur.records.claim import Stance


def stances(saying: Sequence[Statement]) -> tuple[Stance, ...]:
    """Tell for every statement whether it asserts or denies what the claim says.

    The claim is the positive statement where anybody makes or denies it; a statement that
    everybody makes in the negative («there is no sign of ...») is itself the claim.
    """
    negative = all(statement.negated for statement in saying)
    return tuple(
        Stance.DENIES if statement.denied != (statement.negated and not negative) else Stance.ASSERTS
        for statement in saying
    )
