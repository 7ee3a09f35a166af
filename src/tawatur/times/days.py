"""Days: told from today, by weekday, by the day of a month, by a feast."""

from dataclasses import replace

from tawatur.calendars.words import Calendar
from tawatur.records.time_expression import TimeType
from tawatur.times.discourse import Discourse, Found
from tawatur.times.month_days import (
    MonthDay,
    day_in_figures,
    day_of_month,
    nearest_year,
    start_of_range,
    written_day,
)
from tawatur.times.today import beside_last_day, from_today, today
from tawatur.times.values import Way, day_value, shifted
from tawatur.times.weekdays import weekday_at


def day_at(line: Discourse, at: int) -> Found | None:
    """Read the expression of a day that begins at this token, `يوم` in front included."""
    token = line.tokens[at]
    behind = line.tokens[at + 1].means.deictic
    before_today = behind is not None and behind.key == "today"
    if token.word("same_of", "that") and before_today:
        return beside_last_day(line, at, at + 2, 0)
    if (counted := _day_of_it(line, at) or _feast(line, at)) is not None:
        return counted
    if token.word("day") and line.tokens[at + 1].word("event"):
        return beside_last_day(line, at, at + 2, 0)
    if token.word("this") and before_today and (told := from_today(line, at + 1)) is not None:
        return replace(told, first=at)
    if token.word("day", "days_of"):
        # «يوم الـ13 من آب»: the article of a figure stands apart.
        inner = _day(line, at + 2 if line.tokens[at + 1].text == "ال" else at + 1)
        return None if inner is None else replace(inner, first=at)
    return _day(line, at)


def _is_in_dateline(line: Discourse, at: int) -> bool:
    """Tell whether an agency stands behind figures: `القدس 12-10 (اف ب)`."""
    return line.tokens[at].text in ("(", "/") and line.tokens[at + 1].word("agency")


def _day_of_it(line: Discourse, at: int) -> Found | None:
    """Read `في يومه الثاني`: counted from the day that the text calls the first, else the day told last."""
    which = line.tokens[at + 1].means.ordinal
    if not line.tokens[at].word("one_of_its_days"):
        return None
    # «في يومه الرابع أمس»: the day itself stands beside.
    if which is None or line.tokens[at + 2].means.deictic is not None:
        return None
    if which.number == 1:
        line.opening = line.day or line.now
    day = line.day or line.now if line.opening is None else shifted(line.opening, which.number - 1)
    return Found(first=at, last=at + 2, type=TimeType.DATE, value=day_value(day), day=day)


def _feast(line: Discourse, at: int) -> Found | None:
    """Read `يوم عرفة`, `ثاني أيام عيد الفطر`, `اليوم الثاني من العيد`: days of the Hijri year."""
    tokens = line.tokens
    which = tokens[at].means.feast_day
    if which is not None and tokens[at + 1].word("days_of"):
        number, place = which.number, at + 2
    elif tokens[at].word("day"):
        number, place = 1, at + 1
    elif tokens[at].means.deictic is not None and (ordinal := tokens[at + 1].means.ordinal) is not None:
        number, place = ordinal.number, at + 2
        place += tokens[place].word("from")
        place += tokens[place].word("days_of")
    else:
        return None
    feast = tokens[place].means.feast
    if feast is None:
        return None
    month, first = map(int, feast.code.split("-"))
    day = MonthDay(Calendar.HIJRI, None, month, first + number - 1)
    last = place + 2 if tokens[place + 1].word("blessed") else place + 1
    return nearest_year(line, day, Way.NEAREST).found(at, last)


def _day(line: Discourse, at: int) -> Found | None:
    token = line.tokens[at]
    if token.number is not None and at and (figures := day_in_figures(line, at)) is not None:
        told = line.tokens[at - 1].word("day", "date", "agreeing") or _is_in_dateline(line, figures.last)
        return figures if told else None
    if token.date is not None:
        return written_day(line, at, token.date)
    if token.means.deictic is not None:
        return today(line, at) if token.means.deictic.key == "today" else from_today(line, at)
    if token.means.weekday is not None:
        return weekday_at(line, at)
    means = token.means
    if means.ordinal or means.feast_day or token.word("first_of") or token.number is not None:
        return day_of_month(line, at) or start_of_range(line, at)
    return None
