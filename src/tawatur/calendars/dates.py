"""Dates as they are written, each with the hour beside it."""

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from tawatur.arabic.folding import fold
from tawatur.calendars.clocks import clock_at, zone_at
from tawatur.calendars.days import REACH, WrittenDate, find_days
from tawatur.calendars.hijri import from_hijri
from tawatur.calendars.numeric import is_day
from tawatur.calendars.words import NOT_BEFORE, Calendar, CalendarWords
from tawatur.records.span import Span

__all__ = ["WrittenDate", "find_dates", "gregorian"]

_CLOCK_START = re.compile("(?<![0-9])[0-9]{1,2} ?:")


def find_dates(text: str, *, calendar: CalendarWords) -> tuple[WrittenDate, ...]:
    """Find the dates a text writes out, each with the hour that stands beside it.

    >>> from tawatur.calendars.words import calendar_words
    >>> text = "نشر في 15/09/2023 - 04:34 مساء، وعدل يوم 4 شوال 1436هـ"
    >>> for found in find_dates(text, calendar=calendar_words()):
    ...     print(found.span.of(text), gregorian(found), found.hour, found.calendar)
    15/09/2023 - 04:34 مساء 2023-09-15 16 gregorian
    4 شوال 1436هـ 2015-07-20 None hijri
    """
    source = fold(text)
    found: list[WrittenDate] = []
    end = 0
    for written in find_days(source.text, calendar=calendar):
        whole = _with_clock(source.text, written, end, calendar)
        end = whole.span.end
        found.append(whole)
    return tuple(replace(written, span=source.span(*written.span)) for written in found)


def gregorian(written: WrittenDate) -> date | None:
    """Return the day that is meant, `None` where a part is missing or the calendar has no such day.

    Hijri days are converted by the Umm al-Qura tables, which end at 1343 and 1500 AH.
    """
    year, month, day = written.year, written.month, written.day
    if year is None or month is None or day is None:
        return None
    if written.calendar is Calendar.HIJRI:
        return from_hijri(year, month, day)
    return date(year, month, day) if is_day(written.calendar, year, month, day) else None


def _with_clock(text: str, written: WrittenDate, done: int, calendar: CalendarWords) -> WrittenDate:
    """Join the hour behind the date, else the hour in front of it that no earlier date has taken."""
    patterns = _patterns(calendar)
    start, end = written.span
    gap = patterns.clock_gap.match(text, end)
    clock = clock_at(text, gap.end() if gap else end, calendar=calendar) if written.day else None
    if clock is not None:
        span = Span(start, clock.end)
        return replace(written, span=span, hour=clock.hour, minute=clock.minute, zone=clock.zone)
    for candidate in _CLOCK_START.finditer(text, max(done, start - REACH), start) if written.day else ():
        clock = clock_at(text, candidate.start(), calendar=calendar)
        if clock is not None and clock.end <= start and patterns.gap.fullmatch(text, clock.end, start):
            said = patterns.said_before.search(text, max(done, clock.start - REACH), clock.start)
            span = Span(said.start() if said else clock.start, end)
            return replace(written, span=span, hour=clock.hour, minute=clock.minute, zone=clock.zone)
    if zoned := zone_at(text, end, calendar=calendar):
        return replace(written, span=Span(start, zoned[1]), zone=zoned[0])
    return written


@dataclass(frozen=True, slots=True)
class _Patterns:
    clock_gap: re.Pattern[str]
    gap: re.Pattern[str]
    said_before: re.Pattern[str]


@cache
def _patterns(calendar: CalendarWords) -> _Patterns:
    gap = r"[ ,|@؛;/()،-]{0,4}"
    return _Patterns(
        re.compile(rf"{gap}(?:T(?=[0-9])|{calendar.joining['at']} {{1,2}})?", re.IGNORECASE),
        re.compile(gap),
        re.compile(rf"{NOT_BEFORE}{calendar.joining['hour']} {{0,2}}:? ?\Z", re.IGNORECASE),
    )
