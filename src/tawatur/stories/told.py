"""The day that an article's own text tells, for pages that carry no date."""

from datetime import date, timedelta

from tawatur.arabic.folding import folded
from tawatur.calendars.dates import find_dates, gregorian
from tawatur.calendars.words import calendar_words
from tawatur.lexicons.date_labels import date_labels
from tawatur.stories.words import folded_words

# What a report tells of its own day stands in its first sentences; later days are background.
_LEAD_CHARACTERS = 400
# «Sun» and «mon» are words of other things too.
_SHORTEST_NAME = 4
_UNKNOWN = "XXXX-WXX-"


def told_day(body: str) -> str | None:
    """Return the day that a lead tells first, in the form of TIMEX3, `None` where it names no weekday.

    A full date counts only where it names its weekday, as news do of their own day and seldom of the
    past. A weekday that is told as yesterday's is the day before the one returned.

    >>> told_day("وصل الوفد أمس الثلاثاء إلى مطار الرملة"), told_day("افتتح السبت 16 سبتمبر 2023 معرض التمور")
    ('XXXX-WXX-3', '2023-09-16')
    """
    lead = body[:_LEAD_CHARACTERS]
    words = folded_words(lead.lower())
    named = calendar_words().weekdays
    first = next((n for n, word in enumerate(words) if len(word) >= _SHORTEST_NAME and word in named), None)
    if first is None:
        return None
    yesterday = first > 0 and words[first - 1] in {
        folded(form) for form in date_labels().today["yesterday"].forms
    }
    day = _written(lead, words[first])
    if day is not None:
        return (day + timedelta(days=yesterday)).isoformat()
    return f"{_UNKNOWN}{(named[words[first]] - 1 + yesterday) % 7 + 1}"


def weekday_of(told: str) -> int | None:
    """Return the ISO number of the weekday that is told, `None` where a day is.

    >>> weekday_of("XXXX-WXX-3"), weekday_of("2023-09-16")
    (3, None)
    """
    return int(told.removeprefix(_UNKNOWN)) if told.startswith(_UNKNOWN) else None


def latest(weekday: int, fetched: date) -> date:
    """Return the last day of that weekday up to the one on which a page was fetched.

    >>> latest(3, date(2023, 9, 15))
    datetime.date(2023, 9, 13)
    """
    return fetched - timedelta(days=(fetched.isoweekday() - weekday) % 7)


def _written(lead: str, weekday: str) -> date | None:
    """Return the first full date that begins with a weekday's name."""
    for written in find_dates(lead, calendar=calendar_words()):
        if weekday in folded_words(written.span.of(lead).lower()):
            return gregorian(written)
    return None
