"""Months by their names, with their twin in another dialect and what stands beside them."""

from dataclasses import dataclass

from tawatur.calendars.words import Calendar
from tawatur.records.time_expression import TimeType
from tawatur.times.discourse import Discourse, Found
from tawatur.times.values import Way, month_near, named_month_value, year_in
from tawatur.times.years import year_meant

_SHORT = 2
# Where the word of an event stands before its month: `اعتداءات الحادي عشر من سبتمبر`.
_NAME = 3


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
    if (year := year_behind(line, last)) is not None:
        return MonthPhrase(year.last, calendar, month.number, year_in(calendar, year.value, line.now))
    return MonthPhrase(last, calendar, month.number, None)


def year_behind(line: Discourse, at: int) -> Found | None:
    """Read the year behind a month: `من العام الماضي`, `العام الماضي`, `في عام 2034`."""
    token = line.tokens[at]
    if token.word("from"):
        return year_meant(line, at + 1)
    place = at + 1 if token.word("in") else at
    unit = line.tokens[place + 1 if line.tokens[place].word("this") else place].means.unit
    return year_meant(line, place) if unit is not None and unit.key == "year" else None


def month_at(line: Discourse, at: int) -> Found | None:
    """Read a month as a time: an ambiguous name needs `شهر`, a preposition, a modifier or its twin."""
    phrase = month_phrase(line, at)
    if phrase is None:
        return None
    front = line.before(at)
    # «اعتداءات الحادي عشر من سبتمبر» is a name.
    named = front is not None and front.word("from") and at >= _NAME and line.tokens[at - _NAME].word("war")
    if named or (front is not None and front.word("war")):
        return None
    way, last = way_of(line, phrase.last)
    lexeme = line.tokens[at].means.month
    if lexeme is not None and lexeme.ambiguous:
        if _hides_in_a_word(line, at):
            return None
        led = front is not None and (
            front.word("in", "since", "to", "during", "throughout", "before", "after")
            or front.means.edge is not None
        )
        led = led or (front is not None and front.word("from") and line.tokens[last].word("to"))
        # «انتهى رمضان» is said of the month, and of few namesakes.
        passes = front is not None and front.word("once_ended") and phrase.calendar is Calendar.HIJRI
        led = (led or passes) and not line.tokens[at].word("zero")
        if not (led or last > at + 1):
            return None
    year = phrase.year or _year_of_range(line, phrase)
    if year is not None:
        return _found(at, last, phrase.calendar, year, phrase.number)
    if last == phrase.last:
        way = _way(line, at, phrase)
    near = month_near(line.now, phrase.calendar, phrase.number, way)
    year = near[0] if near else None
    return _found(at, last, phrase.calendar, year, phrase.number)


def _hides_in_a_word(line: Discourse, at: int) -> bool:
    """Tell whether a short name is only the end of a word: `آب` is August, not a part of `باب`."""
    token = line.tokens[at]
    return len(token.text) <= _SHORT and line.text[token.start - 1 : token.start].isalpha()


def _other_month(line: Discourse, at: int) -> int:
    """Return the place behind what may join two months: `يناير إلى مارس`, `يناير ومارس`."""
    joint = line.tokens[at]
    return at + 1 if joint.text in ("و", "-") or joint.word("to") else at


def _year_of_range(line: Discourse, phrase: MonthPhrase) -> int | None:
    """Return the year behind the second of two months: `من أكتوبر إلى مارس 2015`."""
    place = _other_month(line, phrase.last)
    if place == phrase.last and not line.conjoined(place):
        return None
    if (other := month_phrase(line, place)) is None or other.calendar is not phrase.calendar:
        return None
    return None if other.year is None else other.year - (phrase.number > other.number)


def _way(line: Discourse, at: int, phrase: MonthPhrase) -> Way:
    """Return where a month without a modifier points."""
    front = line.before(at)
    if front is not None and front.word("since"):
        return Way.LAST
    # «يناير ومارس الماضيين»: the dual behind the second month is the first one's too.
    place = _other_month(line, phrase.last)
    both = line.tokens[place + 1]
    if both.means.modifier is not None and line.tokens[place].means.month and both.text.endswith("ين"):
        return Way(both.means.modifier.number)
    if front is None:
        return Way.NEAREST
    if line.forward(at):
        return Way.NEXT
    near = month_near(line.now, phrase.calendar, phrase.number, Way.NEAREST)
    later = near is not None and near != month_near(line.now, phrase.calendar, phrase.number, Way.LAST)
    here = line.now is not None and phrase.number == line.now.month
    return Way.LAST if later and not here and line.looks_back(at) else Way.NEAREST


def _found(first: int, last: int, calendar: Calendar, year: int | None, month: int) -> Found:
    return Found(
        first=first,
        last=last,
        type=TimeType.DATE,
        value=named_month_value(calendar, year, month),
        month=None if year is None else (calendar, year, month),
    )
