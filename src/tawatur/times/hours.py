"""Hours, with the day they belong to."""

from dataclasses import dataclass, replace

from tawatur.calendars.clocks import Clock, clock_at, hour_in
from tawatur.records.time_expression import TimeType
from tawatur.times.day_parts import ADVERBS
from tawatur.times.days import day_at
from tawatur.times.discourse import Discourse, Found
from tawatur.times.values import day_value, shifted

# What spoken fractions add to the hour, in minutes.
_HOUR = 60
_HALF_DAY = 12
# What lasts until an hour before this one began on the day before.
_DAWN = 5
# Tokens of `10ص حتى`.
_RANGE = 3
_FRACTIONS = {"and_half": 30, "and_quarter": 15, "and_third": 20, "to_quarter": -15, "to_third": -20}


@dataclass(frozen=True, slots=True)
class _Hour:
    """An hour up to the token `last`; `settled` once its half of the day is told."""

    last: int
    hour: int
    minute: int
    settled: bool
    zoned: bool
    stamped: bool
    """A zone without `الساعة`: an agency's stamp of issue, not an event's hour."""


def hour_at(line: Discourse, at: int) -> Found | None:
    """Read an hour and the day it belongs to: the one beside it, else the last day told."""
    spoken = _spoken(line, at)
    front = line.before(at)
    # «ربع الساعة الأول» is a part of a match.
    if spoken is None or (front is not None and front.word("quarter", "third", "half")):
        return None
    until = _end_of_range(line, at, spoken.last)
    hour, last = _hour_of_day(line, spoken, until), spoken.last
    line.begun_late = line.afternoon
    line.afternoon = hour >= 12 or (until is not None and not until.settled and until.hour < hour)
    beside = _day_beside(line, last)
    if beside is not None:
        day, value, last = beside.day, beside.value, beside.last
    else:
        day = None
        behind = _behind_midnight(line, last) if until is None else until.last
        if behind is not None and line.day_in_sentence is None and _day_beside(line, behind) is None:
            # «من الساعة 4 حتى 9 مساء» without a day is when a place is open.
            line.recurring = True
        value = _day_told(line, at, spoken)
    return Found(
        first=at, last=last, type=TimeType.TIME, value=f"{value}T{hour:02d}:{spoken.minute:02d}", day=day
    )


def _spoken(line: Discourse, at: int) -> _Hour | None:
    spoken = _in_figures(line, at) or _in_words(line, at)
    return None if spoken is None else _with_half(line, spoken)


def _end_of_range(line: Discourse, at: int, behind: int) -> _Hour | None:
    """Read the hour at which a range ends that begins with the hour at `at`."""
    joint, front = line.tokens[behind], line.before(at)
    between = front is not None and front.word("between")
    if joint.word("to") or joint.text == "-" or (between and joint.text == "و"):
        behind += 1
    elif not (between and line.conjoined(behind)):
        return None
    return _spoken(line, behind)


def _behind_midnight(line: Discourse, at: int) -> int | None:
    """Return the place behind `حتى منتصف الليل`, the end of a range of hours."""
    part = line.tokens[at + 1].means.part
    midnight = part is not None and part.key == "midnight"
    return at + 2 if midnight and (line.tokens[at].word("to") or line.tokens[at].text == "-") else None


def _hour_of_day(line: Discourse, spoken: _Hour, until: _Hour | None) -> int:
    """Return the hour of 24: an end of a range shares its half of the day with the other."""
    hour = spoken.hour
    if spoken.settled or spoken.stamped or hour >= 12:
        return hour
    if until is None or not until.settled:
        return hour + 12 if line.afternoon else hour
    end = (until.hour + (24 if until.hour <= hour else 0), until.minute)
    return hour + 12 if (hour + 12, spoken.minute) < end else hour


def _in_figures(line: Discourse, at: int) -> _Hour | None:
    token = line.tokens[at]
    article = token.text == "ال" and line.tokens[at + 1].number is not None
    named = token.word("hour")
    if not (named or article or token.number is not None):
        return None
    place = at + 1 if article else at
    clock = clock_at(line.text, line.tokens[place].start, calendar=line.calendar)
    if clock is None:
        return None
    last = _token_behind(line, clock, place)
    if not named and not _tells_an_hour(line, at, clock, last):
        return None
    zoned = clock.end > clock.spoken
    return _Hour(last, clock.hour, clock.minute, clock.half, zoned, not named and zoned)


def _token_behind(line: Discourse, clock: Clock, at: int) -> int:
    while at < len(line.tokens) - 1 and line.tokens[at].start < clock.spoken:
        at += 1
    return at


def _tells_an_hour(line: Discourse, at: int, clock: Clock, last: int) -> bool:
    """Tell whether figures without `الساعة` are an hour: `7 م` may be metres, `2:1` a score."""
    behind, figures = line.tokens[last - 1].text, line.text[clock.start : clock.spoken]
    front = line.before(at)
    if line.tokens[last].word("zone") or clock.end > clock.spoken:
        return True
    if front is not None and front.word("at") and ":" in figures:
        return True
    # «10ص» is glued as no unit of measure is, «دور 16 عصر الأحد» no hour.
    if figures.endswith("ص") or (figures.endswith("م") and _goes_on_from_morning(line, at)):
        return True
    if figures.rstrip()[:2].isdigit() and int(figures[:2]) > _HALF_DAY and not clock.minute:
        return False
    if ":" in figures:
        return behind.isalpha()
    return len(behind) > 1 and behind.isalpha()


def _in_words(line: Discourse, at: int) -> _Hour | None:
    """Read `الساعة الثامنة والنصف`; without `الساعة` a preposition must lead and a half of the day follow."""
    tokens = line.tokens
    named = tokens[at].word("hour")
    place = at + 1 if named else at
    ordinal = tokens[place].means.ordinal
    # One o'clock alone is counted with the number: الساعة الواحدة.
    number = ordinal.number if ordinal is not None else int(tokens[place].word("one_oclock"))
    if not 1 <= number <= 12:
        return None
    minutes, last = _minutes_behind(line, place + 1)
    if not named:
        front = line.before(at)
        half = tokens[last + 1 if tokens[last].word("from") else last]
        led = (
            front is None
            or not front.text.isalpha()
            or line.conjoined(at)
            or (half.means.part is not None and half.means.part.key in ADVERBS)
            or front.word("at", "in", "from", "to", "between", "before", "after", "since")
        )
        if not led or half.text not in line.calendar.halves:
            return None
    hours, minute = divmod(number * 60 + minutes, 60)
    return _Hour(last, hours % 24, minute, settled=False, zoned=False, stamped=False)


def _goes_on_from_morning(line: Discourse, at: int) -> bool:
    """Tell whether a range leads from an hour of the morning here: `من 10ص حتى 3م`."""
    joined = at >= _RANGE and (line.tokens[at - 1].word("to") or line.tokens[at - 1].text == "-")
    return joined and line.tokens[at - 2].text == "ص"


def _minutes_behind(line: Discourse, at: int) -> tuple[int, int]:
    """Read `والنصف`, `إلا ربعا`, `وعشر دقائق`, `والدقيقة الثلاثين`; return the place behind too."""
    tokens, minutes = line.tokens, 0
    fraction = tokens[at].means.word
    if fraction is not None and fraction.key in _FRACTIONS:
        minutes, at = _FRACTIONS[fraction.key], at + 1
    place = at + 1 if tokens[at].text == "و" or tokens[at].word("except") else at
    if place == at and not line.conjoined(at):
        return minutes, at
    if tokens[place].word("the_minute"):
        ordinal = tokens[place + 1].means.ordinal
        count = tokens[place + 1].number if ordinal is None else ordinal.number
        last = place + 2
    else:
        count, last = tokens[place].number, place + 2
        if not tokens[place + 1].word("minute"):
            return minutes, at
    if count is None or not 1 <= count < _HOUR:
        return minutes, at
    return minutes + (-int(count) if tokens[at].word("except") else int(count)), last


def _with_half(line: Discourse, spoken: _Hour) -> _Hour:
    """Settle the half of the day by the word behind: `دقيقة مساء`, `من مساء`."""
    place = spoken.last
    if line.tokens[place].word("minute"):
        place += 1
    spoken = replace(spoken, last=place)
    if spoken.settled:
        # «الساعة 14:00 من بعد ظهر أمس»
        again = line.tokens[place].word("from") and line.tokens[place + 1].text in line.calendar.halves
        return replace(spoken, last=place + 2) if again else spoken
    if line.tokens[place].word("from"):
        place += 1
    half = line.calendar.halves.get(line.tokens[place].text)
    if half is None:
        return spoken
    return replace(spoken, last=place + 1, hour=hour_in(half, spoken.hour), settled=True)


def _day_beside(line: Discourse, at: int) -> Found | None:
    """Read the day that stands directly behind an hour."""
    of = line.tokens[at].word("from")
    at += of
    token = line.tokens[at]
    told = token.means.deictic or token.means.weekday or token.word("day")
    behind = line.tokens[at + 1].means.deictic
    told = told or (token.word("this") and behind is not None and behind.key == "today")
    if not (told or (of and (token.means.ordinal or token.date is not None))):
        return None
    day = day_at(line, at)
    return None if day is None or day.type is TimeType.SET else day


def _day_told(line: Discourse, at: int, spoken: _Hour) -> str:
    # «الساعة 8:00 (6:00 ت غ)» is one moment told twice.
    if spoken.stamped and not (at and line.tokens[at - 1].text == "("):
        return day_value(line.anchor)
    if line.recurring:
        return day_value(None)
    # «بحلول الساعة 0515 بتوقيت جرينتش» is of the day of the report.
    if spoken.zoned and line.day_in_sentence is None:
        return day_value(line.lead or line.now)
    late = line.day is not None and _is_past_midnight(line, at, spoken)
    return day_value(shifted(line.day, 1) if late else line.day or line.now)


def _is_past_midnight(line: Discourse, at: int, spoken: _Hour) -> bool:
    """Tell whether an hour ends what began on the day before: `حتى الثانية فجرا`."""
    front = line.before(at)
    if front is None or not front.word("to") or not spoken.settled or spoken.hour >= _DAWN:
        return False
    # «من الواحدة حتى الثالثة فجرا» begins after midnight too.
    start = line.tokens[at - 2]
    hours = start.number is not None or start.means.ordinal is not None or start.word("one_oclock")
    return not (hours or start.text in line.calendar.halves) or line.begun_late
