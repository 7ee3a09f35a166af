"""Days and months as they are written: in figures or with the month's name, in either calendar."""

import re
from dataclasses import dataclass, replace
from functools import cache

from tawatur.calendars.numeric import fields, is_day, year_calendar
from tawatur.calendars.words import (
    NOT_AFTER,
    NOT_BEFORE,
    Calendar,
    CalendarWords,
    MonthName,
    alternation,
    plain,
)
from tawatur.records.span import Span

_DIGITS = re.compile("[0-9]+")
# No name of a month or day, with what joins it, is longer: how far behind a figure to look.
REACH = 48
_MOST_DAYS = 31


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenDate:
    """A date as a text spells it: what is not told is `None`.

    In a Hijri date year, month and day are Hijri. `zone` is an offset such as `+03:00`.
    The span takes in a day of the week that stands in front, and the hour.
    """

    span: Span
    year: int | None
    month: int | None
    day: int | None
    hour: int | None
    minute: int | None
    zone: str | None
    calendar: Calendar


def find_days(text: str, *, calendar: CalendarWords) -> tuple[WrittenDate, ...]:
    """Find the dates of a folded text without the hours beside them; the spans are into the folded text.

    The text is read once, from figure to figure: every date has one.
    """
    patterns = _patterns(calendar)
    found: list[WrittenDate] = []
    done = 0
    for run in _DIGITS.finditer(text):
        start = run.start()
        if start < done or len(run[0]) > 4:
            continue
        written = (
            _in_figures(text, start, calendar)
            or _day_then_month(text, start, done, calendar)
            or _month_first(text, run, done, calendar)
            or _year_month(text, start)
        )
        if written is None:
            continue
        begin = written.span.start
        if weekday := patterns.weekday_before.search(text, max(done, begin - REACH), begin):
            written = replace(written, span=Span(weekday.start("day"), written.span.end))
        found.append(written)
        done = written.span.end
    return tuple(found)


def _written(span: Span, calendar: Calendar, year: int | None, month: int, day: int | None) -> WrittenDate:
    return WrittenDate(
        span=span, year=year, month=month, day=day, hour=None, minute=None, zone=None, calendar=calendar
    )


def _in_figures(text: str, start: int, calendar: CalendarWords) -> WrittenDate | None:
    match = _patterns(calendar).figures.match(text, start)
    if match is None:
        return None
    era = calendar.eras[plain(match["era"])] if match["era"] else None
    read = fields((match["first"], match["second"], match["third"]), era)
    if read is None:
        return None
    return _written(Span(start, match.end()), read[0], *read[1:])


def _day_then_month(text: str, start: int, done: int, calendar: CalendarWords) -> WrittenDate | None:
    """Read `4 مايو 2025`, `04-May-25` and, with the year before the day of the week, `2025 الأحد 4 مايو`."""
    patterns = _patterns(calendar)
    match = patterns.day_month.match(text, start)
    if match is None:
        return None
    month = calendar.month_named(match["month"])
    end = match.end("month")
    if match["twin"] and calendar.month_named(match["twin"]).same_as(month):
        end = match.end("twinned")
    year, end = _year_at(text, end, month, calendar)
    if year is None and (before := patterns.year_before.search(text, max(done, start - REACH), start)):
        year, start = int(before["year"]), before.start("year")
    if year is None and text[match.end("day")] == "-" and (short := patterns.short_year.match(text, end)):
        year, end = 2000 + int(short["year"]), short.end()
    if year is not None and not _suits(year, month):
        return None
    # «1 - صفر» and «3/صفر» are scores.
    joined = text[match.end("day") : match.start("month")]
    if month.ambiguous and year is None and not {"-", "/"}.isdisjoint(joined):
        return None
    day = int(match["day"])
    if not is_day(month.calendar, year or 2000, month.number, day):
        return None
    return _written(Span(start, end), month.calendar, year, month.number, day)


def _year_at(text: str, end: int, month: MonthName, calendar: CalendarWords) -> tuple[int | None, int]:
    """Read the year behind a month that ends at `end`; without one, `end` stays."""
    match = _patterns(calendar).year.match(text, end)
    if match is None or not _suits(int(match["year"]), month):
        return None, end
    return int(match["year"]), match.end()


def _suits(year: int, month: MonthName) -> bool:
    """Tell whether a year and the name of a month belong to one calendar."""
    if month.calendar is Calendar.HIJRI:
        return 1 <= year <= 1600
    return 1000 <= year < 2200


def _month_first(text: str, run: re.Match[str], done: int, calendar: CalendarWords) -> WrittenDate | None:
    """Read `April 28, 2025` and `مايو 2025` from the first figure behind the month."""
    before = _month_before(text, run.start(), done, calendar)
    if before is None:
        return None
    month, begin = before
    if (year := _patterns(calendar).bare_year.match(text, run.start())) is not None:
        if not _suits(int(year["year"]), month) or _is_no_day(text, begin, month, calendar):
            return None
        return _written(Span(begin, year.end()), month.calendar, int(year["year"]), month.number, None)
    after = _patterns(calendar).day_year.match(text, run.start())
    # «في مايو 28 شخصا» counts people: only a Latin month takes a day behind it without a year.
    if after is None or not (after["year"] or text[begin].isascii()):
        return None
    year_told = int(after["year"]) if after["year"] else None
    if not is_day(month.calendar, year_told or 2000, month.number, int(after["day"])):
        return None
    return _written(Span(begin, after.end()), month.calendar, year_told, month.number, int(after["day"]))


def _is_no_day(text: str, month: int, name: MonthName, calendar: CalendarWords) -> bool:
    """Tell whether a figure before a month is a day that it does not have: `31 فبراير` tells no date."""
    found = _patterns(calendar).day_before.search(text, max(0, month - REACH), month)
    if found is None:
        return False
    day = int(found["day"])
    return day <= _MOST_DAYS and not is_day(name.calendar, 2000, name.number, day)


def _month_before(text: str, start: int, done: int, calendar: CalendarWords) -> tuple[MonthName, int] | None:
    """Return the month that stands before a figure and where it begins."""
    joined = text[max(0, start - 4) : start].rstrip(" ,.،/-(")
    if not joined or not (joined[-1].isalpha() or joined[-1] == ")"):
        return None
    match = _patterns(calendar).month_before.search(text, max(done, start - REACH), start)
    if match is None:
        return None
    month = calendar.month_named(match["month"])
    if match["twin"] and not calendar.month_named(match["twin"]).same_as(month):
        return calendar.month_named(match["twin"]), match.start("twin")
    return month, match.start("month")


def _year_month(text: str, start: int) -> WrittenDate | None:
    match = _YEAR_MONTH.match(text, start)
    if match is None:
        return None
    year, month = int(match["year"]), int(match["month"])
    calendar = year_calendar(year)
    # 2011-12 is a season as likely as a month.
    if calendar is None or month == (year + 1) % 100:
        return None
    return _written(Span(start, match.end()), calendar, year, month, None)


_YEAR_MONTH = re.compile(
    r"(?<![0-9][-./])(?P<year>[0-9]{4})-(?P<month>0[1-9]|1[0-2])(?![0-9]| ?[-./] ?[0-9])"
)


@dataclass(frozen=True, slots=True)
class _Patterns:
    figures: re.Pattern[str]
    day_month: re.Pattern[str]
    day_before: re.Pattern[str]
    year: re.Pattern[str]
    short_year: re.Pattern[str]
    year_before: re.Pattern[str]
    bare_year: re.Pattern[str]
    day_year: re.Pattern[str]
    month_before: re.Pattern[str]
    weekday_before: re.Pattern[str]


@cache
def _patterns(calendar: CalendarWords) -> _Patterns:
    """Compile what is matched at a figure; every repetition is bounded, so the whole stays linear."""
    names = alternation(calendar.months)
    twin = rf"(?: ?(?:[-/,]|(?P<bracket>\()) ?| )(?P<twin>{names}){NOT_AFTER}(?(bracket)(?: ?\))?)"
    twinned = rf"(?P<month>{names}){NOT_AFTER}(?P<twinned>{twin})?"
    era = rf"(?: ?(?P<era>{alternation(calendar.eras)}){NOT_AFTER})?"
    apart = r"(?: ?[-/,.،] ?| {1,3})"
    weekday = rf"(?P<day>(?:يوم )?{alternation(calendar.weekdays)}){NOT_AFTER}"
    in_year = rf"(?:(?:{calendar.joining['in_year']}|{calendar.joining['of']}) )?\(?"
    bare_year = rf"(?P<year>[0-9]{{4}})(?![0-9]){era}"
    in_month = rf"(?:{calendar.joining['month']}|{calendar.joining['of']})"
    ordinal = r"(?:st|nd|rd|th|er)?"
    sources = {
        "figures": (
            r"(?<![0-9][-./:])(?P<first>[0-9]{1,4}) ?(?P<apart>[-./\\]) ?(?P<second>[0-9]{1,2}) ?(?P=apart) ?"
            rf"(?P<third>[0-9]{{1,4}})(?![0-9]|[./][0-9]){era}"
        ),
        "day_month": (
            rf"(?<![0-9][.,:/])(?P<day>[0-9]{{1,2}})(?![0-9]){ordinal}{apart}?"
            rf"(?=[^\W\d_])(?:{in_month} )?ل?{twinned}"
        ),
        "day_before": rf"(?<![0-9])(?P<day>[0-9]{{1,2}}){ordinal}{apart}?(?:{in_month} )?ل?\Z",
        "short_year": r"-(?P<year>[0-9]{2})(?![0-9]|-[0-9])",
        "year_before": rf"(?<![0-9./-])(?P<year>(?:19|20)[0-9]{{2}}) {weekday}[ ,،]{{1,3}}\Z",
        "year": rf"{apart}?{in_year}{bare_year}",
        "bare_year": bare_year,
        "day_year": (
            rf"(?P<day>[0-9]{{1,2}})(?![0-9]|[.:][0-9]){ordinal}{NOT_AFTER}"
            rf"(?:(?:[,،] ?| ){in_year}{bare_year})?"
        ),
        "month_before": rf"{NOT_BEFORE}[وفبل]{{0,2}}{twinned}[ ,.،/-]{{0,3}}{in_year}\Z",
        "weekday_before": rf"{NOT_BEFORE}[وفبل]{{0,2}}{weekday}[ ,.،/-]{{1,3}}\Z",
    }
    return _Patterns(**{key: re.compile(source, re.IGNORECASE) for key, source in sources.items()})
