"""The times that feeds tell, in every way they are written."""

import re
from datetime import UTC, datetime, timedelta

from tawatur.calendars.dates import find_dates, gregorian
from tawatur.calendars.words import calendar_words

# Parsed by its figures alone, a Hijri year is one of the Middle Ages; pages of the web begin in 1990.
_FIRST_YEAR = 1990
LONGEST_DATE = 100
_AHEAD = timedelta(days=1)
# Clocks that stand still and fields that were never set tell these.
_UNSET = frozenset((datetime(1970, 1, 1, tzinfo=UTC), datetime(2000, 1, 1, tzinfo=UTC)))
# Feedparser reads 10:20:00 PM as the morning, and knows the months of few languages.
_NOT_FOR_FEEDPARSER = re.compile(r"[\u0621-\u064a]|\b[ap]\.?m\b", re.IGNORECASE)


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
    told = _of_parsed(parsed) or _of_figures(text)
    if told is None or told.year < _FIRST_YEAR or _NOT_FOR_FEEDPARSER.search(text):
        told = _of_words(text) or told
    if told is None or told.year < _FIRST_YEAR or told in _UNSET:
        return None
    return None if clock is not None and told > clock + _AHEAD else told


def _of_parsed(parsed: object) -> datetime | None:
    if not isinstance(parsed, tuple):  # an element of that name
        return None
    year, month, day, hour, minute, second = parsed[:6]
    try:
        return datetime(year, month, day, hour, minute, min(second, 59), tzinfo=UTC)
    except ValueError:
        return None


def _of_figures(text: str) -> datetime | None:
    try:
        told = datetime.fromisoformat(text.strip())
        return told.replace(tzinfo=told.tzinfo or UTC).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _of_words(text: str) -> datetime | None:
    for written in find_dates(text, calendar=calendar_words()):
        if day := gregorian(written):
            zone = datetime.strptime(written.zone, "%z").tzinfo if written.zone else UTC
            told = datetime(day.year, day.month, day.day, written.hour or 0, written.minute or 0, tzinfo=zone)
            return told.astimezone(UTC)
    return None
