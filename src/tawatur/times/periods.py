"""Weeks, months, years and what they are parts of: quarters, seasons, decades, centuries."""

from tawatur.calendars.numeric import year_calendar
from tawatur.calendars.words import Calendar
from tawatur.records.time_expression import TimeType
from tawatur.times.discourse import Discourse, Found
from tawatur.times.months import month_at, month_phrase
from tawatur.times.tokens import Token
from tawatur.times.values import away, named_month_value, year_value
from tawatur.times.words import Form, Lexeme

_REFERENCES = {
    "last": "PAST_REF",
    "recent": "PAST_REF",
    "current": "PRESENT_REF",
    "next": "FUTURE_REF",
    "following": "FUTURE_REF",
}
_UNITS = frozenset(("week", "month", "year", "decade", "century"))


def period_at(line: Discourse, at: int) -> Found | None:
    """Read a period that begins at this token, with the edge of it that is meant: `مطلع عام 2016`."""
    if line.tokens[at].means.edge is not None:
        inner = _period(line, at + 1) or _bare_unit(line, at + 1) or _year(line, at, at + 1)
        return None if inner is None else _found(at, inner.last, inner.value)
    return _period(line, at)


def _period(line: Discourse, at: int) -> Found | None:
    means = line.tokens[at].means
    if means.season is not None or line.tokens[at].word("season_of"):
        if (season := _season(line, at)) is not None:
            return season
    if means.word is not None:
        return _by_word(line, at)
    if means.decade is not None:
        return _decade(line, at, means.decade)
    if means.unit is not None:
        return _unit(line, at, means.unit)
    if line.tokens[at].number is not None:
        return bare_year(line, at)
    return month_at(line, at)


def _found(first: int, last: int, value: str) -> Found:
    return Found(first=first, last=last, type=TimeType.DATE, value=value)


def _by_word(line: Discourse, at: int) -> Found | None:
    """Read a period that a joining word opens: `شهر`, `هذا`, `الربع`, `الفترة`."""
    token, behind = line.tokens[at], line.tokens[at + 1]
    if token.word("this"):
        return _this(line, at)
    if token.word("month") and (month := month_at(line, at)) is not None:
        return month
    if token.word("quarter", "half"):
        return _part_of_year(line, at)
    if token.word("period") and behind.means.modifier is not None:
        value = _REFERENCES.get(behind.means.modifier.key)
        return _found(at, at + 2, value) if value else None
    if token.means.unit is not None:
        return _unit(line, at, token.means.unit)
    return month_at(line, at)


def _this(line: Discourse, at: int) -> Found | None:
    means = line.tokens[at + 1].means
    unit = means.unit
    if line.tokens[at + 1].word("period"):
        return _found(at, at + 2, "PRESENT_REF")
    if means.season is not None:
        return _found(at, at + 2, f"{year_value(line.now)}-{means.season.code}")
    if unit is None or not unit.definite or unit.form is not Form.SINGULAR or unit.key not in _UNITS:
        return None
    return _found(at, at + 2, _counted_from_now(line, unit, 0))


def _counted_from_now(line: Discourse, unit: Lexeme, offset: int) -> str:
    if unit.key == "century":
        return "XX" if line.now is None else f"{line.now.year // 100 + offset:02d}"
    if unit.key == "decade":
        return "XXX" if line.now is None else f"{line.now.year // 10 + offset:03d}"
    return away(line.now, unit.key, offset)


def _unit(line: Discourse, at: int, unit: Lexeme) -> Found | None:
    """Read `الأسبوع الماضي`, `عام 2015`, `القرن التاسع عشر`, `العام الدراسي المقبل`."""
    if unit.key not in _UNITS or unit.form is Form.PLURAL:
        return None
    if unit.key == "year" and (year := _year_named(line, at)) is not None:
        return year
    if not unit.definite or unit.form is not Form.SINGULAR:
        return None
    if unit.key == "year" and at and line.tokens[at - 1].word("general"):
        return None
    behind = line.tokens[at + 1]
    if behind.word("school"):
        return _school_year(line, at)
    if unit.key == "century" and behind.means.ordinal is not None:
        if line.tokens[at + 2].word("before"):
            return None
        return _found(at, at + 2, f"{behind.means.ordinal.number - 1:02d}")
    figure = line.tokens[at + 2].number if behind.text == "ال" else behind.number
    if unit.key == "century" and figure is not None and 1 <= figure <= 21:
        return _found(at, at + (3 if behind.text == "ال" else 2), f"{int(figure) - 1:02d}")
    if unit.key == "week" and (behind.means.ordinal or behind.means.modifier):
        if line.tokens[at + 2].word("from") and (month := month_phrase(line, at + 3)) is not None:
            inner = month_at(line, at + 3)
            value = inner.value if inner else named_month_value(month.calendar, month.year, month.number)
            return _found(at, inner.last if inner else month.last, value)
    if behind.means.modifier is not None:
        return _found(at, at + 2, _counted_from_now(line, unit, behind.means.modifier.number))
    if behind.word("before", "after") and (beyond := line.tokens[at + 2].means.modifier) is not None:
        return _found(at, at + 3, _counted_from_now(line, unit, 2 * beyond.number))
    return None


def _school_year(line: Discourse, at: int) -> Found | None:
    """Take school and budget years for no calendar year: what is told is only past or future."""
    modifier = line.tokens[at + 2].means.modifier
    if modifier is not None:
        value = _REFERENCES.get(modifier.key)
        return _found(at, at + 3, value) if value else None
    front = line.before(at)
    return _found(at, at + 2, "FUTURE_REF") if front is not None and front.means.edge is not None else None


def _bare_unit(line: Discourse, at: int) -> Found | None:
    """Read the unit behind an edge: `نهاية العام` is this year's."""
    unit = line.tokens[at].means.unit
    if unit is None or not unit.definite or unit.form is not Form.SINGULAR or unit.key not in _UNITS:
        return None
    if unit.key in ("century", "decade"):
        return None
    return _found(at, at + 1, _counted_from_now(line, unit, 0))


def _year_named(line: Discourse, at: int) -> Found | None:
    between = line.tokens[at + 1]
    place = at + 2 if between.text in (".", "(") or between.word("era") else at + 1
    return _year(line, at, place)


def _year(line: Discourse, first: int, at: int) -> Found | None:
    """Read a year of four figures at this token, with its era."""
    figures = line.tokens[at].text
    if line.tokens[at].number is None or len(figures) != 4 or not figures.isdigit():
        return None
    era = line.calendar.eras.get(line.tokens[at + 1].text)
    last = at + 2 if era is not None else at + 1
    calendar = era or year_calendar(int(figures))
    if calendar is None:
        return None
    return _found(first, last, f"AH{figures}" if calendar is Calendar.HIJRI else figures)


def bare_year(line: Discourse, at: int) -> Found | None:
    """Read `في 2012`: a year without its word, unless it counts what stands behind it."""
    found = _year(line, at, at)
    front = line.before(at)
    if found is None or front is None:
        return None
    if line.tokens[at].text[:2] not in ("19", "20") and found.last == at + 1:
        return None
    if not front.word("in", "since", "to", "between", "during", "before", "after") and not _follows_year(
        line, at
    ):
        return None
    behind = line.tokens[found.last]
    counted = behind.text.endswith(("ا", "ه")) and not behind.word("conjunction")
    if counted or behind.text == "%" or behind.means.unit is not None:
        return None
    return found


def _follows_year(line: Discourse, at: int) -> bool:
    """Tell whether the figure carries a year on: `عامي 1950 و1953`, `2012-2013`."""
    if at >= 2 and _joined_years(line.tokens[at - 2], line.tokens[at - 1]):
        return True
    return _joined_years(line.tokens[at + 2], line.tokens[at + 1])


def _joined_years(year: Token, joint: Token) -> bool:
    joined = joint.text in ("و", "-", "/") or joint.word("to")
    return joined and year.text.isdigit() and len(year.text) == 4 and year.text[:2] in ("19", "20")


def _part_of_year(line: Discourse, at: int) -> Found | None:
    """Read `الربع الثاني [من العام الماضي]` and `النصف الأول من عام 2015`."""
    quarter = line.tokens[at].word("quarter")
    number = _which(line.tokens[at + 1], parts := 4 if quarter else 2)
    if number is None or number > parts:
        return None
    code = f"{'Q' if quarter else 'H'}{number}"
    if line.tokens[at + 2].word("from"):
        year = _year(line, at, at + 3) or _period(line, at + 3) or _bare_unit(line, at + 3)
        unit = line.tokens[at + 3].means.unit
        if year is not None and (len(year.value) == 4 or unit is not None and unit.key == "year"):
            return _found(at, year.last, f"{year.value}-{code}")
    if (named := _year(line, at, at + 2)) is not None:
        return _found(at, named.last, f"{named.value}-{code}")
    if not quarter:
        return None
    # Figures come out when a quarter is over: one that has not begun is last year's.
    begun = line.now is not None and line.now.month > 3 * (number - 1)
    ahead = begun or line.forward(at)
    return _found(at, at + 2, f"{year_value(line.now, 0 if ahead else -1)}-{code}")


def _which(token: Token, parts: int) -> int | None:
    """Return which part an ordinal, or `الأخير`, means."""
    if token.means.ordinal is not None:
        return token.means.ordinal.number
    modifier = token.means.modifier
    return parts if modifier is not None and modifier.key == "recent" else None


def _season(line: Discourse, at: int) -> Found | None:
    """Read `خريف 2017`, `صيف العام الماضي`, `موسم الصيف`, `في الصيف`."""
    tokens = line.tokens
    place = at + 1 if tokens[at].word("season_of") else at
    season = tokens[place].means.season
    if season is None:
        return None
    year = (
        _period(line, place + 1) if tokens[place + 1].means.unit or tokens[place + 1].word("this") else None
    )
    year = year or _year(line, place, place + 1)
    if year is not None and year.value.isdigit() and len(year.value) == 4:
        return _found(at, year.last, f"{year.value}-{season.code}")
    modifier = tokens[place + 1].means.modifier
    if modifier is not None:
        return _found(at, place + 2, f"{year_value(line.now, modifier.number)}-{season.code}")
    return _found(at, place + 1, f"XXXX-{season.code}") if place > at else None


def _decade(line: Discourse, at: int, decade: Lexeme) -> Found:
    """Read `تسعينات القرن الماضي`: ten years are told by the first three figures of their years."""
    tokens = line.tokens
    place = at + 2 if tokens[at + 1].word("from") else at + 1
    unit = tokens[place].means.unit
    century = _unit(line, place, unit) if unit is not None and unit.key == "century" else None
    if century is None:
        return _found(at, at + 1, f"19{decade.code}")
    return _found(at, century.last, f"{century.value}{decade.code}")
