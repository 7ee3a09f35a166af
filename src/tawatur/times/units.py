"""Weeks, months, years, decades and centuries as they lie from now: `الأسبوع الماضي`, `هذا العام`."""

from tawatur.records.time_expression import TimeType
from tawatur.times.discourse import Discourse, Found
from tawatur.times.values import away
from tawatur.times.words import Form, Lexeme

REFERENCES = {
    "last": "PAST_REF",
    "recent": "PAST_REF",
    "current": "PRESENT_REF",
    "next": "FUTURE_REF",
    "following": "FUTURE_REF",
}
"""What a modifier makes of a period without a calendar: `الموسم المقبل`."""

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
        return period(at, at + 2, _from_now(line, unit, behind.means.modifier.number))
    beyond = line.tokens[at + 2].means.modifier
    if behind.word("before", "after") and beyond is not None:
        return period(at, at + 3, _from_now(line, unit, 2 * beyond.number))
    return None


def this_unit(line: Discourse, at: int) -> Found | None:
    """Read `هذا الأسبوع`."""
    unit = counted_unit(line, at + 1) if line.tokens[at].word("this") else None
    return None if unit is None else period(at, at + 2, _from_now(line, unit, 0))


def bare_unit(line: Discourse, at: int) -> Found | None:
    """Read the unit behind an edge: `نهاية العام` is this year's."""
    unit = counted_unit(line, at)
    if unit is None or unit.key in ("century", "decade"):
        return None
    return period(at, at + 1, _from_now(line, unit, 0))


def _from_now(line: Discourse, unit: Lexeme, offset: int) -> str:
    """Return the value so many units away; decades and centuries are told by the figures they share."""
    if unit.key == "century":
        return "XX" if line.now is None else f"{line.now.year // 100 + offset:02d}"
    if unit.key == "decade":
        return "XXX" if line.now is None else f"{line.now.year // 10 + offset:03d}"
    return away(line.now, unit.key, offset)


def _school_year(line: Discourse, at: int) -> Found | None:
    """Take school and budget years for no calendar year: what is told is only past or future."""
    modifier = line.tokens[at + 2].means.modifier
    if modifier is not None:
        value = REFERENCES.get(modifier.key)
        return period(at, at + 3, value) if value else None
    front = line.before(at)
    return period(at, at + 2, "FUTURE_REF") if front is not None and front.means.edge is not None else None
