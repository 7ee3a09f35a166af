"""Who had a claim first, as exactly as the times of publication tell it."""

from collections.abc import Sequence
from datetime import UTC, datetime

from tawatur.corroboration.statement import Stated

_DAY = len("2031-01-01")


def earliest(told: Sequence[Stated]) -> tuple[str, ...]:
    """Return the pages of the dated articles that no other one precedes.

    Of one day, an article whose hour is not known may be before every other; so several
    pages are returned where nothing tells which of them was first, none where none is dated.
    """
    dated = [(stated.published.value, stated.page) for stated in told if stated.published]
    if not dated:
        return ()
    first = min(value[:_DAY] for value, _ in dated)
    of_first_day = [(value, page) for value, page in dated if value.startswith(first)]
    timed = [(_clock(value), page) for value, page in of_first_day if len(value) > _DAY]
    soonest = min((clock for clock, _ in timed), default=0.0)
    first_timed = {page for clock, page in timed if clock == soonest}
    return tuple(
        dict.fromkeys(page for value, page in of_first_day if len(value) <= _DAY or page in first_timed)
    )


def _clock(value: str) -> float:
    """Return the seconds of a time; one without its zone is taken as it stands, as no page tells it."""
    told = datetime.fromisoformat(value)
    return told.replace(tzinfo=told.tzinfo or UTC).timestamp()
