"""What every test of the room uses: the expressions of a sentence, as (text, type, value)."""

from collections.abc import Callable
from datetime import date

import pytest

from tawatur.calendars.words import calendar_words
from tawatur.times.find import find_times

Told = tuple[str, str, str]

# A Thursday, 21 Shawwal 1436.
THURSDAY = date(2015, 8, 6)


@pytest.fixture
def times() -> Callable[..., list[Told]]:
    """Find the expressions of a body as (text, type, value)."""

    def found(body: str, anchor: date | None = THURSDAY) -> list[Told]:
        expressions = find_times(body, anchor=anchor, calendar=calendar_words())
        return [(body[time.start : time.end], str(time.type), time.value) for time in expressions]

    return found
