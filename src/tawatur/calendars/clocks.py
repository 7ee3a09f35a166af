"""Hours as they are written: `الساعة 4:19 م`, `11:33 AM`, `21:45:00+03:00`."""

import re
from dataclasses import dataclass
from functools import cache

from tawatur.calendars.words import NOT_AFTER, CalendarWords, alternation, plain
from tawatur.lexicons.clock import Half

_LAST_HOUR = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """An hour of the day: where it stands in the folded text, and what it tells.

    `half` says whether the text tells which half of the day is meant (or writes an hour
    that only one half has); without it `4:19` may be either.
    """

    start: int
    spoken: int
    """Where the hour itself ends; the zone behind it ends at `end`."""
    end: int
    hour: int
    minute: int
    zone: str | None
    half: bool


def hour_in(half: Half, hour: int) -> int:
    """Return the hour of the day that `hour`, as spoken, is in that half.

    >>> from tawatur.lexicons.clock import clock
    >>> [hour_in(clock().half["night"], hour) for hour in (11, 12, 2)]
    [23, 0, 2]
    """
    if hour > 12:
        return hour
    return (half.begins + (hour - half.begins) % 12) % 24


def clock_at(text: str, start: int, *, calendar: CalendarWords) -> Clock | None:
    """Read the hour that begins at `start` of a folded text, `الساعة` before it included.

    An hour without minutes needs `الساعة` or a half of the day: a bare number is none.
    """
    patterns = _patterns(calendar)
    match = patterns.clock.match(text, start)
    if match is None or not (match["minute"] or match["said"] or match["half"]):
        return None
    zoned = zone_at(text, match.end(), calendar=calendar)
    # Only الساعة, a half of the day in full («8.30 مساء») or a zone makes an hour of 14.52 and 0821.
    spelt = zoned is not None or (match["half"] is not None and len(match["half"]) > 1)
    if match["minute"] and ":" not in match["separator"] and not (match["said"] or spelt):
        return None
    hour, minute = _in_order(match)
    if hour > _LAST_HOUR:
        return None
    half = calendar.halves[plain(match["half"])] if match["half"] else None
    zone, end = zoned or (None, match.end())
    return Clock(
        start=start,
        spoken=match.end(),
        end=end,
        hour=hour % 24 if half is None else hour_in(half, hour),
        minute=minute,
        zone=zone,
        half=half is not None or hour > 12 or hour == 0,
    )


def _in_order(match: re.Match[str]) -> tuple[int, int]:
    """Return the hour and the minute: agencies write the minute first, `30ر10` is half past ten."""
    first, second = int(match["hour"]), int(match["minute"] or 0)
    agency = match["separator"] == "ر" and second <= _LAST_HOUR
    return (
        (second, first)
        if agency or (first > _LAST_HOUR and match["said"] and match["separator"])
        else (first, second)
    )


def zone_at(text: str, start: int, *, calendar: CalendarWords) -> tuple[str, int] | None:
    """Read the time zone that stands behind a date or an hour at `start` of a folded text, with its end."""
    match = _patterns(calendar).zone.match(text, start)
    return (_offset(match, calendar), match.end()) if match else None


def _offset(match: re.Match[str], calendar: CalendarWords) -> str:
    if match["code"]:
        return calendar.zones[plain(match["code"])].offset
    if match["place"]:
        return calendar.zone_places[plain(match["place"])].offset
    digits = match["offset"].replace(":", "")
    return f"{digits[:3]}:{digits[3:]}"


@dataclass(frozen=True, slots=True)
class _Patterns:
    clock: re.Pattern[str]
    zone: re.Pattern[str]


@cache
def _patterns(calendar: CalendarWords) -> _Patterns:
    said, joined = calendar.joining["hour"], calendar.joining["zone"]
    half = rf"(?: ?(?P<half>{alternation(calendar.halves)}){NOT_AFTER})?"
    # Two figures run into two more are hours and minutes: 0821.
    apart = r"(?P<separator> ?[:.،] ?|[,ر]|(?<=[0-9][0-9])(?=[0-9][0-9]))"
    minutes = rf"{apart}(?P<minute>[0-5][0-9]|(?<=ر)[0-9](?![0-9]))(?::[0-5][0-9](?:[.,][0-9]{{1,9}})?)?"
    # The article stands alone before a numeral: الساعة الـ 10.
    clock = (
        rf"(?P<said>{said} {{0,2}}:? ?(?:ال ?)?)?\(?(?<![0-9])(?P<hour>[0-5]?[0-9])"
        rf"(?:{minutes})?(?![0-9]|[:.,][0-9])\)?{half}"
    )
    zone = (
        rf"[ ,]{{0,2}}\(?(?:(?:{joined} )?(?P<code>{alternation(calendar.zones)}){NOT_AFTER}"
        rf"|{joined} (?P<place>{alternation(calendar.zone_places)}){NOT_AFTER}"
        rf"|(?P<offset>[+-][01][0-9]:?[0-5][0-9])(?![0-9]))\)?"
    )
    return _Patterns(re.compile(clock, re.IGNORECASE), re.compile(zone, re.IGNORECASE))
