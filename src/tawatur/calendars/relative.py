"""Times that a page tells from the moment it was shown: `منذ ساعتين`, `قبل 3 أيام`, `2 hours ago`."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from tawatur.arabic.folding import fold
from tawatur.arabic.numerals import NumberWords, numbers_in
from tawatur.calendars.words import NOT_AFTER, NOT_BEFORE, CalendarWords, alternation, plain
from tawatur.lexicons.time_units import time_units
from tawatur.records.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class RelativeTime:
    """A time told as so many units before the clock; it is known no more exactly than its unit."""

    span: Span
    value: datetime
    unit: str
    """The key of the unit in the lexicon: `minute`, `hour`, `day`, ..."""


def find_relative(
    text: str, *, clock: datetime, calendar: CalendarWords, numbers: NumberWords
) -> tuple[RelativeTime, ...]:
    """Find how long before `clock` a text says that something was.

    A plural without its count (`منذ أيام`) tells no time and is left out.

    >>> from datetime import UTC
    >>> from tawatur.calendars.words import calendar_words
    >>> from tawatur.lexicons.number_words import number_words
    >>> shown = datetime(2025, 5, 11, 12, 30, tzinfo=UTC)
    >>> found = find_relative(
    ...     "آخر تحديث منذ ساعتين", clock=shown, calendar=calendar_words(), numbers=number_words()
    ... )
    >>> [(time.value.isoformat(timespec="minutes"), time.unit) for time in found]
    [('2025-05-11T10:30+00:00', 'hour')]
    """
    source = fold(text)
    patterns = _patterns(calendar)
    counts = numbers_in(source.matched(), number_words=numbers)
    found: list[RelativeTime] = []
    done = place = 0
    for match in patterns.unit.finditer(source.text):
        while place < len(counts) and counts[place].span.end <= match.start():
            place += 1
        key, grammatical = patterns.forms[plain(match[0])]
        count, start = _ONE_OR_TWO.get(grammatical), match.start()
        if place and not source.text[counts[place - 1].span.end : start].strip():
            count, start = int(counts[place - 1].value), counts[place - 1].span.start
        front = patterns.ago.search(source.text, max(done, start - _REACH), start)
        behind = patterns.ago_behind.match(source.text, match.end())
        value = None if count is None else before(clock, key, count)
        if value is not None and (front or behind):
            done = behind.end() if behind else match.end()
            span = source.span(front.start() if front else start, done)
            found.append(RelativeTime(span=span, value=value, unit=key))
    return tuple(found)


# No word for "ago" is longer.
_REACH = 40
_ONE_OR_TWO = {"singular": 1, "dual": 2}
_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 7 * 86400}
_MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200}


def before(clock: datetime, unit: str, count: int) -> datetime | None:
    """Return the time so many units before the clock, `None` before the calendar begins.

    A month that is too short for the day gives its last day.

    >>> before(datetime(2025, 3, 31), "month", 1)
    datetime.datetime(2025, 2, 28, 0, 0)
    """
    if unit in _SECONDS:
        try:
            return clock - timedelta(seconds=count * _SECONDS[unit])
        except OverflowError:
            return None
    year, month = divmod(clock.year * 12 + clock.month - 1 - count * _MONTHS[unit], 12)
    if year < 1:
        return None
    return clock.replace(year=year, month=month + 1, day=min(clock.day, monthrange(year, month + 1)[1]))


@dataclass(frozen=True, slots=True)
class _Patterns:
    unit: re.Pattern[str]
    ago: re.Pattern[str]
    ago_behind: re.Pattern[str]
    forms: dict[str, tuple[str, str]]
    """The key of the unit and the grammatical number of each form."""


@cache
def _patterns(calendar: CalendarWords) -> _Patterns:
    forms = {
        plain(form): (key, number)
        for key, unit in time_units().unit.items()
        for number, spellings in (
            ("plural", unit.plural),
            ("plural", unit.latin[1:]),
            ("singular", (*unit.singular, unit.latin[0])),
            ("dual", unit.dual),
        )
        for form in spellings
    }
    return _Patterns(
        re.compile(rf"{NOT_BEFORE}{alternation(forms)}{NOT_AFTER}", re.IGNORECASE),
        re.compile(rf"{NOT_BEFORE}{calendar.joining['ago']} {{1,2}}\Z", re.IGNORECASE),
        re.compile(rf" {{1,2}}{calendar.joining['ago_behind']}{NOT_AFTER}", re.IGNORECASE),
        forms,
    )
