"""Weeks, months, years, decades and centuries as they lie from now: `الأسبوع الماضي`, `هذا العام`."""

from tawatur.calendars.hijri import to_hijri
from tawatur.calendars.numeric import year_calendar
from tawatur.calendars.words import Calendar
from tawatur.records.time_expression import TimeType
from tawatur.times.discourse import Discourse, Found
from tawatur.times.values import away, named_month_value, year_value
from tawatur.times.words import Form, Lexeme

REFERENCES = {
    "last": "PAST_REF",
    "recent": "PAST_REF",
    "current": "PRESENT_REF",
    "next": "FUTURE_REF",
    "following": "FUTURE_REF",
}
"""What a modifier makes of a period without a calendar: `الموسم المقبل`."""

_HALF = 6
_FIGURES = 4
_UNITS = frozenset(("week", "month", "year", "decade", "century"))


def period(first: int, last: int, value: str) -> Found:
    """Return the expression of a period."""
    return Found(first=first, last=last, type=TimeType.DATE, value=value)


def counted_unit(line: Discourse, at: int) -> Lexeme | None:
    """Return the unit at this token where it can be counted from now: definite and singular."""
    unit = line.tokens[at].means.unit
    if unit is None or not unit.definite or unit.form is not Form.SINGULAR or unit.key not in _UNITS:
        return None
    # «الأمين العام» is a secretary general.
    if unit.key == "year" and at and line.tokens[at - 1].word("general"):
        return None
    return unit


def unit_from_now(line: Discourse, at: int) -> Found | None:
    """Read `الأسبوع الماضي`, `العام قبل الماضي`, `العام الدراسي المقبل`."""
    unit = counted_unit(line, at)
    if unit is None:
        return None
    behind = line.tokens[at + 1]
    if behind.word("school"):
        return _school_year(line, at)
    if behind.means.modifier is not None:
        recent = behind.means.modifier.key == "recent" and unit.key != "week"
        return _recent(line, at, unit) if recent else _modified(line, at, unit, behind.means.modifier)
    if unit.key == "year" and behind.word("era", "new"):
        return _new_year(line, at) if behind.word("new") else _hijri_year(line, at)
    beyond = line.tokens[at + 2].means.modifier
    if behind.word("before", "after") and beyond is not None:
        return period(at, at + 3, _from_now(line, unit, 2 * beyond.number))
    return None


def _recent(line: Discourse, at: int, unit: Lexeme) -> Found | None:
    """Take `العقد الأخير` for the span up to now; `الشهر الأخير من` is something else's last month."""
    if line.tokens[at + 2].word("from"):
        return None
    return Found(first=at, last=at + 2, type=TimeType.DURATION, value=f"P1{unit.code}")


def _modified(line: Discourse, at: int, unit: Lexeme, modifier: Lexeme) -> Found:
    """Count a unit from now, or from the year told last: `العام نفسه`, `العام التالي`."""
    if unit.key == "year" and line.year is not None and modifier.key in ("same", "following"):
        return period(at, at + 2, f"{line.year + modifier.number:04d}")
    if unit.key == "month" and line.month is not None and modifier.key == "same":
        return period(at, at + 2, named_month_value(*line.month))
    return _with_figures(line, period(at, at + 2, _from_now(line, unit, modifier.number)))


def _with_figures(line: Discourse, found: Found) -> Found:
    """Take the year's own figures in: `العام الحالي 2015م`."""
    figures = line.tokens[found.last].text
    hijri = figures.isdigit() and len(figures) == _FIGURES and year_calendar(int(figures)) is Calendar.HIJRI
    if figures != found.value and not (hijri and len(found.value) == _FIGURES):
        return found
    era = line.tokens[found.last + 1].text in line.calendar.eras
    value = f"AH{figures}" if hijri else found.value
    return period(found.first, found.last + (2 if era else 1), value)


def _new_year(line: Discourse, at: int) -> Found:
    return period(at, at + 2, year_value(line.now, 1 if _late(line) else 0))


def _hijri_year(line: Discourse, at: int) -> Found | None:
    """Read `العام الهجري الجديد`, `العام الميلادي المقبل`."""
    told = line.tokens[at + 2]
    new = told.word("new")
    if not new and told.means.modifier is None:
        return None
    offset = 1 if told.means.modifier is None else told.means.modifier.number
    if line.tokens[at + 1].text.startswith("الميلادي"):
        return period(at, at + 3, year_value(line.now, offset if not new or _late(line) else 0))
    hijri = None if line.now is None else to_hijri(line.now)
    if hijri is None:
        return period(at, at + 3, "AHXXXX")
    return period(at, at + 3, f"AH{hijri[0] + (offset if not new or hijri[1] > _HALF else 0):04d}")


def _late(line: Discourse) -> bool:
    """Tell whether the new year of a text is the next one."""
    return line.now is None or line.now.month > _HALF


def this_unit(line: Discourse, at: int) -> Found | None:
    """Read `هذا الأسبوع`, `تلك السنة`."""
    unit = counted_unit(line, at + 1)
    if unit is None or not line.tokens[at].word("this", "that", "same_of"):
        return None
    last = at + 2
    if line.tokens[last].word("school"):
        return period(at, last + 1, "PRESENT_REF" if line.tokens[at].word("this") else "PAST_REF")
    if line.tokens[at].word("this"):
        return _with_figures(line, period(at, last, _from_now(line, unit, 0)))
    if unit.key == "year" and line.year is not None:
        return period(at, last, f"{line.year:04d}")
    if unit.key == "month" and line.month is not None:
        return period(at, last, named_month_value(*line.month))
    return None


def bare_unit(line: Discourse, at: int) -> Found | None:
    """Read the unit behind an edge: `نهاية العام` is this year's."""
    unit = counted_unit(line, at)
    # «نهاية العقد» may be a contract's, and «بداية القرن الهجري الماضي» is another century's.
    if unit is None or unit.key == "decade":
        return None
    if unit.key == "century" and line.tokens[at + 1].article:
        return None
    era = line.tokens[at + 1].word("era") and unit.key == "year"
    return period(at, at + 2 if era else at + 1, _from_now(line, unit, 0))


def unit_led(line: Discourse, at: int) -> Found | None:
    """Read `خلال العام`, `على مدى الأسبوع`: the running one, where nothing else names it."""
    unit, front, behind = counted_unit(line, at), line.before(at), line.tokens[at + 1]
    if unit is None or unit.key not in ("week", "month", "year") or front is None:
        return None
    # «في وقت سابق من العام»
    part = front.word("from") and at > 1 and line.tokens[at - 2].word("earlier")
    if not (front.word("during", "throughout") or part):
        return None
    named = behind.article or behind.number is not None or behind.means.ordinal is not None
    return None if named or behind.text in ('"', "(") else period(at, at + 1, _from_now(line, unit, 0))


def _from_now(line: Discourse, unit: Lexeme, offset: int) -> str:
    """Return the value so many units away; decades and centuries are told by the figures they share."""
    if unit.key == "century":
        return "XX" if line.now is None else f"{line.now.year // 100 + offset:02d}"
    if unit.key == "decade":
        return "XXX" if line.now is None else f"{line.now.year // 10 + offset:03d}"
    return away(line.now, unit.key, offset)


def _school_year(line: Discourse, at: int) -> Found | None:
    """Take school and budget years for no calendar year: what is told is only past or future.

    A school year that nothing places is the next one: the news speaks of its beginning.
    """
    behind = line.tokens[at + 2]
    if behind.means.modifier is not None:
        value = REFERENCES.get(behind.means.modifier.key)
        return period(at, at + 3, value) if value else None
    if behind.word("new"):
        return period(at, at + 3, "FUTURE_REF")
    front = line.before(at)
    led = front is not None and front.means.edge is not None
    if led or line.tokens[at + 1].text.startswith("الدراسي"):
        return period(at, at + 2, "FUTURE_REF")
    return None
