"""Hours and parts of the day, with the day they belong to."""

from dataclasses import dataclass, replace

from tawatur.calendars.clocks import Clock, clock_at, hour_in
from tawatur.records.time_expression import TimeType
from tawatur.times.days import day_at
from tawatur.times.discourse import Discourse, Found
from tawatur.times.values import day_value, shifted
from tawatur.times.words import Lexeme

# What spoken fractions add to the hour, in minutes.
_FRACTIONS = {"and_half": 30, "and_quarter": 15, "and_third": 20, "to_quarter": -15, "to_third": -20}


_SHIFTS = frozenset(("evening_shift", "morning_shift"))
# Which day it was must be told behind them: ساعة متأخرة من يوم السبت.
_AT_SOME_HOUR = frozenset(("early", "late"))
_ADVERBS = frozenset(("by_day", "by_night", "in_the_afternoon", "in_the_morning"))


@dataclass(frozen=True, slots=True)
class _Hour:
    """An hour up to the token `last`; `settled` once its half of the day is told."""

    last: int
    hour: int
    minute: int
    settled: bool
    stamped: bool
    """A zone without `الساعة`: an agency's stamp of issue, not an event's hour."""


def hour_at(line: Discourse, at: int) -> Found | None:
    """Read an hour and the day it belongs to: the one beside it, else the last day told."""
    spoken = _spoken(line, at)
    if spoken is None:
        return None
    until = _end_of_range(line, at, spoken.last)
    hour, last = _hour_of_day(line, spoken, until), spoken.last
    line.afternoon = hour >= 12 or (until is not None and not until.settled and until.hour < hour)
    beside = _day_beside(line, last)
    if beside is not None:
        day, value, last = beside.day, beside.value, beside.last
    else:
        day = None
        if until is not None and line.day_in_sentence is None and _day_beside(line, until.last) is None:
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
    return _Hour(last, clock.hour, clock.minute, clock.half, not named and clock.end > clock.spoken)


def _token_behind(line: Discourse, clock: Clock, at: int) -> int:
    while at < len(line.tokens) - 1 and line.tokens[at].start < clock.spoken:
        at += 1
    return at


def _tells_an_hour(line: Discourse, at: int, clock: Clock, last: int) -> bool:
    """Tell whether figures without `الساعة` are an hour: `7 م` may be metres, `2:1` a score."""
    behind, figures = line.tokens[last - 1].text, line.text[clock.start : clock.spoken]
    front = line.before(at)
    if line.tokens[last].word("zone") or (front is not None and front.word("at") and ":" in figures):
        return True
    if ":" in figures:
        return clock.end > clock.spoken or behind.isalpha()
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
    minutes, last = 0, place + 1
    fraction = tokens[last].means.word
    if fraction is not None and fraction.key in _FRACTIONS:
        minutes, last = _FRACTIONS[fraction.key], last + 1
    if not named:
        front = line.before(at)
        half = tokens[last + 1 if tokens[last].word("from") else last]
        led = (
            front is None
            or not front.text.isalpha()
            or line.conjoined(at)
            or (half.means.part is not None and half.means.part.key in _ADVERBS)
            or front.word("at", "in", "from", "to", "between", "before", "after", "since")
        )
        if not led or half.text not in line.calendar.halves:
            return None
    hours, minute = divmod(number * 60 + minutes, 60)
    return _Hour(last, hours % 24, minute, settled=False, stamped=False)


def _with_half(line: Discourse, spoken: _Hour) -> _Hour:
    """Settle the half of the day by the word behind: `دقيقة مساء`, `من مساء`."""
    place = spoken.last
    if line.tokens[place].word("minute"):
        place += 1
    spoken = _Hour(place, spoken.hour, spoken.minute, spoken.settled, spoken.stamped)
    if spoken.settled:
        return spoken
    if line.tokens[place].word("from"):
        place += 1
    half = line.calendar.halves.get(line.tokens[place].text)
    if half is None:
        return spoken
    return _Hour(place + 1, hour_in(half, spoken.hour), spoken.minute, settled=True, stamped=spoken.stamped)


def _day_beside(line: Discourse, at: int) -> Found | None:
    """Read the day that stands directly behind an hour."""
    of = line.tokens[at].word("from")
    at += of
    token = line.tokens[at]
    told = token.means.deictic or token.means.weekday or token.word("day")
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
    return day_value(line.day or line.now)


def part_at(line: Discourse, at: int) -> Found | None:
    """Read a part of the day with its day: `مساء أمس`, `فجر يوم السبت`, `الليلة الماضية`, `هذا المساء`."""
    tokens = line.tokens
    this = tokens[at].word("this")
    place = at + 1 if this else at
    part = tokens[place].means.part
    if part is None:
        return None
    behind = place + 1
    if part.key in _ADVERBS:
        return _adverb(line, place)
    if part.key == "tonight":
        return _night(line, at, behind, part.code)
    if this:
        # «هذا العصر» is this age.
        return None if part.key == "afternoon" else _part_of(line, at, behind, part.code, 0)
    if tokens[behind].word("from"):
        behind += 1
    inner = day_at(line, behind)
    if inner is None or inner.type is not TimeType.DATE:
        return _part_alone(line, at, part)
    line.afternoon = part.code != "MO"
    last = _second_day(line, inner.last) if part.key == "night" else inner.last
    return Found(first=at, last=last, type=TimeType.TIME, value=f"{inner.value}T{part.code}", day=inner.day)


def day_and_part_at(line: Discourse, at: int) -> Found | None:
    """Read a day, and the part of it that may stand behind: `السبت مساء`, `أمس صباحا`."""
    found = day_at(line, at)
    if found is None or found.day is None or found.type is not TimeType.DATE:
        return found
    part = line.tokens[found.last].means.part
    if part is None or part.key not in (*_ADVERBS, "evening") or line.conjoined(found.last):
        return found
    behind = line.tokens[found.last + 1].means
    # «السبت مساء الأحد»: each day has its own.
    if line.text[line.tokens[found.last].start - 1] != " " or behind.deictic or behind.weekday:
        return found
    return replace(found, last=found.last + 1, type=TimeType.TIME, value=f"{found.value}T{part.code}")


def _night(line: Discourse, at: int, behind: int, code: str) -> Found:
    """Read `الليلة`, `الليلة الماضية`, `الليلة قبل الماضية`."""
    tokens = line.tokens
    modifier, beyond = tokens[behind].means.modifier, tokens[behind + 1].means.modifier
    if modifier is not None and modifier.key == "last":
        return _part_of(line, at, behind + 1, code, -1)
    if tokens[behind].word("before") and beyond is not None:
        return _part_of(line, at, behind + 2, code, 2 * beyond.number)
    return _part_of(line, at, behind, code, 0)


def _second_day(line: Discourse, at: int) -> int:
    """Return the place behind the second day of a night: `ليل السبت الأحد`, `ليل الجمعة - السبت`."""
    if line.tokens[at - 1].means.weekday is None:
        return at
    place = at + 1 if line.tokens[at].text in ("-", "/") else at
    written_on = line.conjoined(place) or line.tokens[place].means.weekday is None
    return at if written_on else place + 1


def _adverb(line: Discourse, at: int) -> Found | None:
    """Read `ليلا` and `صباحا` where they stand alone: on the day told last."""
    part = line.tokens[at].means.part
    assert part is not None
    # «ليلا ونهارا» is always.
    beside = (line.tokens[at + 1].means.part, line.tokens[at - 1].means.part if at else None)
    if any(other is not None and other.key in _ADVERBS for other in beside):
        return None
    return _on_day_told(line, at, part.code)


def _part_alone(line: Discourse, at: int, part: Lexeme) -> Found | None:
    """Read `في المساء`, `طوال الليل`, `بعد منتصف الليل` without their day."""
    front = line.before(at)
    led = front is not None and front.word("in", "during", "since", "to", "before", "after", "at")
    token = line.tokens[at]
    if part.key == "midnight":
        led = True
    elif part.key in _SHIFTS:
        # Schools and offices have such shifts on every day.
        led = led and line.day is not None and not line.recurring
    else:
        plain = token.text.startswith("ال") and token.start != line.tokens[at - 1].end + 2
        led = led and plain and part.key not in _AT_SOME_HOUR and not _is_an_age(line, at, part)
    if not led:
        return None
    # A text that tells no day speaks of every night: «يسهر الناس طوال الليل».
    told = line.day is not None or part.key not in ("night", "daytime")
    return _on_day_told(line, at, part.code) if told else _part_of_any_day(at, part.code)


def _part_of_any_day(at: int, code: str) -> Found:
    return Found(first=at, last=at + 1, type=TimeType.TIME, value=f"{day_value(None)}T{code}")


def _is_an_age(line: Discourse, at: int, part: Lexeme) -> bool:
    """Tell `العصر الحديث` from a part of the day."""
    behind = line.tokens[at + 1]
    if part.key != "afternoon":
        return False
    return behind.text.startswith("ال") and behind.means.weekday is None and behind.means.deictic is None


def _on_day_told(line: Discourse, at: int, code: str) -> Found:
    day = None if line.recurring else line.day or line.now
    return Found(first=at, last=at + 1, type=TimeType.TIME, value=f"{day_value(day)}T{code}")


def _part_of(line: Discourse, first: int, last: int, code: str, days: int) -> Found:
    day = shifted(line.spoken if days > -2 else line.now, days)
    return Found(first=first, last=last, type=TimeType.TIME, value=f"{day_value(day)}T{code}", day=day)
