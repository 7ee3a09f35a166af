"""The times that feeds tell, in every way they are written."""

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_tz
from typing import Any

from feedparser.datetimes.greek import _parse_date_greek
from feedparser.datetimes.hungarian import _parse_date_hungarian
from feedparser.datetimes.korean import _parse_date_nate, _parse_date_onblog

from tawatur.calendars.dates import find_dates, gregorian
from tawatur.calendars.words import calendar_words

# Parsed by its figures alone, a Hijri year is one of the Middle Ages; pages of the web begin in 1990.
_FIRST_YEAR = 1990
LONGEST_DATE = 100
_AHEAD = timedelta(days=1)
_A_DAY = 24 * 3600
# Clocks that stand still and fields that were never set tell these.
_UNSET = frozenset((datetime(1970, 1, 1, tzinfo=UTC), datetime(2000, 1, 1, tzinfo=UTC)))
# Feedparser reads 10:20:00 PM as the morning, and knows the months of few languages.
_NOT_FOR_FEEDPARSER = re.compile(r"[\u0621-\u064a]|\b[ap]\.?m\b", re.IGNORECASE)
# Of what begins with a year it reads no more than that year where no ISO 8601 follows.
_NO_ISO = re.compile(r"\s*[0-9]{4}(?:[^0-9T:-]|-[^0-9]|[0-9]{5})")
_ISO = re.compile(r"\s*[0-9]{4}-")
_OUTLANDISH = (_parse_date_hungarian, _parse_date_onblog, _parse_date_nate, _parse_date_greek)
_STAMPS = {10: 1, 13: 1000}
"""Seconds since 1970 by the figures they are written with, and how many make one."""
_RUN_TOGETHER = {14: "%Y%m%d%H%M%S", 12: "%Y%m%d%H%M"}
_YEAR_FIRST = re.compile(r"([0-9]{4})[/.]([0-9]{1,2})[/.]([0-9]{1,2})(?![0-9])")
# `10:00 UTC+3`, `10:00 +3`, `10:00 GMT+03:00`
_OFFSET = re.compile(r"(:[0-9]{2})\s?(?:GMT|UTC)?\s?([+-])\s?([0-9]{1,2})(?::?([0-9]{2}))?\s?(?=\(|\Z)")


def feed_date(text: str | None, parsed: object, *, clock: datetime | None) -> datetime | None:
    """Return the time that a feed tells, `None` where it cannot be meant.

    `parsed` is feedparser's reading, if it was asked. Where it has none, or `text` is Arabic or Hijri, the
    text is read as date lines are. A time without its zone is taken as UTC, a date
    without an hour as its midnight. A time more than a day ahead of `clock` is not
    believed.

    >>> feed_date("الإثنين، 4 شوال 1436هـ 10:20 م", None, clock=None)
    datetime.datetime(2015, 7, 20, 22, 20, tzinfo=datetime.timezone.utc)
    """
    if not text or len(text) > LONGEST_DATE:
        return None
    written = _YEAR_FIRST.sub(r"\1-\2-\3", text.strip())
    told = (
        _of_figures(written)
        or (None if text.isascii() else _outlandish(text))
        or _of_parsed(parsed, text)
        or _of_mail(written)
    )
    if told is None or told.year < _FIRST_YEAR or _NOT_FOR_FEEDPARSER.search(text):
        told = _of_words(text) or told
    if told is None or told.year < _FIRST_YEAR or told in _UNSET:
        return None
    return None if clock is not None and told > clock + _AHEAD else told


def _of_figures(text: str) -> datetime | None:
    """Read ISO 8601, figures run together, and seconds since 1970."""
    try:
        if text.isascii() and text.isdigit() and len(text) in _STAMPS:
            return datetime.fromtimestamp(int(text) // _STAMPS[len(text)], UTC)
        if text.isascii() and text.isdigit() and len(text) in _RUN_TOGETHER:
            return datetime.strptime(text, _RUN_TOGETHER[len(text)]).replace(tzinfo=UTC)
        told = datetime.fromisoformat(text)
        return told.replace(tzinfo=told.tzinfo or UTC).astimezone(UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _of_parsed(parsed: object, text: str) -> datetime | None:
    """Take feedparser's reading, unless it read but a piece of the text."""
    # What is no tuple is an element of that name.
    if not isinstance(parsed, tuple) or _NO_ISO.match(text):
        return None
    return None if _OFFSET.search(text) and not _ISO.match(text) else _of_fields(parsed)


def _of_mail(text: str) -> datetime | None:
    """Read the dates of mails, which RSS takes over, as loosely as mails are read."""
    plain = _OFFSET.sub(lambda met: f"{met[1]} {met[2]}{int(met[3]):02}{met[4] or '00'} ", text)
    told = parsedate_tz(plain)
    if told is None:
        return None
    time = _of_fields(told)
    offset = told[9] or 0
    return time - timedelta(seconds=offset) if time and abs(offset) < _A_DAY else None


def _outlandish(text: str) -> datetime | None:
    """Read what feedparser knows of further languages."""
    for parse in _OUTLANDISH:
        # Names and fields beyond all bounds, which these do not look for.
        with suppress(ValueError, OverflowError, LookupError):
            if told := parse(text):
                return _of_fields(told)
    return None


def _of_fields(fields: Sequence[Any]) -> datetime | None:
    year, month, day, hour, minute, second = fields[:6]
    try:
        # Midnight is the 24th hour too, and a leap second the 60th.
        return datetime(year, month, day, hour % 24, minute, min(second, 59), tzinfo=UTC) + timedelta(
            days=hour // 24
        )
    except (ValueError, OverflowError):
        return None


def _of_words(text: str) -> datetime | None:
    for written in find_dates(text, calendar=calendar_words()):
        if day := gregorian(written):
            zone = datetime.strptime(written.zone, "%z").tzinfo if written.zone else UTC
            told = datetime(day.year, day.month, day.day, written.hour or 0, written.minute or 0, tzinfo=zone)
            return told.astimezone(UTC)
    return None
