"""Months by their names, with their twin in another dialect and what stands beside them."""

from dataclasses import dataclass

from tawatur.calendars.words import Calendar
from tawatur.records.time_expression import TimeType
from tawatur.times.discourse import Discourse, Found
from tawatur.times.values import Way, month_near, named_month_value, year_in
from tawatur.times.years import year_meant


@dataclass(frozen=True, slots=True)
class MonthPhrase:
    """A month as it is named, up to the token `last`."""

    last: int
    calendar: Calendar
    number: int
    year: int | None


def way_of(line: Discourse, at: int) -> tuple[Way, int]:
    """Read a modifier such as `المقبل` at this token; return where it points and the place behind it."""
    modifier = line.tokens[at].means.modifier
    if modifier is None or modifier.key == "recent":
        return Way.NEAREST, at
    return Way(modifier.number), at + 1


def month_phrase(line: Discourse, at: int) -> MonthPhrase | None:
    """Read the name of a month at this token, `شهر` in front and its year included."""
    tokens = line.tokens
    if tokens[at].word("month"):
        at += 1
    written = tokens[at].date
    if written is not None:
        if written.day is not None or written.month is None:
            return None
        return MonthPhrase(at + 1, written.calendar, written.month, written.year)
    month = tokens[at].means.month
    if month is None:
        return None
    last = at + 1
    joint = tokens[last].text
    twin = at + 2 if joint in ("(", "/", "-") else last
    other = tokens[twin].means.month
    if other is not None and (other.key, other.number) == (month.key, month.number):
        last = twin + (2 if joint == "(" and tokens[twin + 1].text == ")" else 1)
    calendar = Calendar(month.key)
    if tokens[last].word("from") and (year := year_meant(line, last + 1)) is not None:
        return MonthPhrase(year.last, calendar, month.number, year_in(calendar, year.value, line.now))
    return MonthPhrase(last, calendar, month.number, None)


def month_at(line: Discourse, at: int) -> Found | None:
    """Read a month as a time: an ambiguous name needs `شهر`, a preposition, a modifier or its twin."""
    phrase = month_phrase(line, at)
    if phrase is None:
        return None
    way, last = way_of(line, phrase.last)
    lexeme = line.tokens[at].means.month
    if lexeme is not None and lexeme.ambiguous:
        front = line.before(at)
        led = front is not None and (
            front.word("in", "since", "to", "during", "before", "after") or front.means.edge is not None
        )
        led = led and not line.tokens[at].word("zero")
        if not (led or last > at + 1):
            return None
    if phrase.year is not None:
        return _found(at, last, phrase.calendar, phrase.year, phrase.number)
    near = month_near(line.now, phrase.calendar, phrase.number, _way(line, at, way, told=last > phrase.last))
    year = near[0] if near else None
    return _found(at, last, phrase.calendar, year, phrase.number)


def _way(line: Discourse, at: int, way: Way, *, told: bool) -> Way:
    front = line.before(at)
    if told or front is None:
        return way
    if front.word("since"):
        return Way.LAST
    return Way.NEXT if line.forward(at) else Way.NEAREST


def _found(first: int, last: int, calendar: Calendar, year: int | None, month: int) -> Found:
    return Found(
        first=first,
        last=last,
        type=TimeType.DATE,
        value=named_month_value(calendar, year, month),
        month=None if year is None else (calendar, year, month),
    )
