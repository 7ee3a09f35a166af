"""Periods longer than a day, and the edge of them that is meant: `مطلع عام 2016`."""

from collections.abc import Callable, Mapping

from tawatur.times.decades import century, decade, later_century
from tawatur.times.discourse import Discourse, Found
from tawatur.times.months import month_at, month_phrase
from tawatur.times.quarters import part_of_year
from tawatur.times.seasons import season
from tawatur.times.units import (
    REFERENCES,
    bare_unit,
    counted_unit,
    period,
    this_unit,
    unit_from_now,
    unit_led,
)
from tawatur.times.values import Way, month_near, month_value, named_month_value, year_value
from tawatur.times.years import bare_year, named_year, year_at, year_meant

# Characters of «2015-07».
_MONTH = 7


def period_at(line: Discourse, at: int) -> Found | None:
    """Read a period that begins at this token."""
    if line.tokens[at].means.edge is None:
        return _period(line, at)
    inner = _period(line, at + 1) or bare_unit(line, at + 1) or year_at(line, at, at + 1)
    inner = inner or _bare_season(line, at + 1) or _bare_modifier(line, at + 1)
    return None if inner is None else period(at, inner.last, inner.value)


def _bare_modifier(line: Discourse, at: int) -> Found | None:
    """Read the month that `مطلع الجاري` leaves out."""
    modifier = line.tokens[at].means.modifier
    if modifier is None or modifier.key not in ("current", "next") or line.tokens[at].text.endswith("ه"):
        return None
    return period(at, at + 1, month_value(line.now, modifier.number))


def _bare_season(line: Discourse, at: int) -> Found | None:
    """Read the season behind an edge: `نهاية الموسم`, `نهاية الصيف`."""
    token = line.tokens[at]
    if token.word("the_season"):
        return period(at, at + 1 + line.tokens[at + 1].word("sporting"), "FUTURE_REF")
    named = token.means.season
    if named is None or not token.article:
        return None
    return period(at, at + 1, f"{year_value(line.now)}-{named.code}")


def _period(line: Discourse, at: int) -> Found | None:
    """Read a period by what its first token can be: a unit, a joining word, a name, a figure."""
    token = line.tokens[at]
    if token.means.unit is not None and (unit := _unit(line, at)) is not None:
        return unit
    word = token.means.word
    if word is not None and word.key in _BY_WORD:
        return _BY_WORD[word.key](line, at)
    if token.means.decade is not None or token.means.season is not None:
        return decade(line, at) or season(line, at)
    if token.number is None:
        return later_century(line, at) or month_at(line, at)
    return _part_of_month(line, at) if line.tokens[at + 1].word("tens") else bare_year(line, at)


def _unit(line: Discourse, at: int) -> Found | None:
    found = _unit_alone(line, at)
    return None if found is None else _in_another_year(line, found)


def _in_another_year(line: Discourse, month: Found) -> Found:
    """Take the year of `الشهر نفسه من العام الماضي` in."""
    told = any(line.tokens[place].word("same_of") for place in range(month.first, month.last))
    modifier = line.tokens[month.last - 1].means.modifier
    if not (told or (modifier is not None and modifier.key == "same")):
        return month
    if len(month.value) != _MONTH or not line.tokens[month.last].word("from"):
        return month
    year = year_meant(line, month.last + 1)
    if year is None or len(year.value) != _MONTH - 3:
        return month
    return period(month.first, year.last, year.value + month.value[-3:])


def _same(line: Discourse, at: int) -> Found | None:
    found = this_unit(line, at)
    return None if found is None else _in_another_year(line, found)


def _unit_alone(line: Discourse, at: int) -> Found | None:
    return (
        named_year(line, at)
        or century(line, at)
        or _week_of_month(line, at)
        or _week_in_order(line, at)
        or unit_from_now(line, at)
        or unit_led(line, at)
    )


def _week_of_month(line: Discourse, at: int) -> Found | None:
    """Take a week of a month for the month: which of its days are meant is not told."""
    unit, which = counted_unit(line, at), line.tokens[at + 1].means
    if unit is None or unit.key != "week":
        return None
    if not (which.ordinal or which.modifier) or not line.tokens[at + 2].word("from"):
        return None
    return _with_month(line, at, at + 3)


def _week_in_order(line: Discourse, at: int) -> Found | None:
    """Read `في الأسبوع الأول` of an event, whose days are seldom told."""
    unit, which, front = counted_unit(line, at), line.tokens[at + 1].means.ordinal, line.before(at)
    if unit is None or unit.key != "week" or which is None or front is None:
        return None
    # «الأسبوع الثاني والثلاثين بعد المئة» and «للأسبوع الثاني على التوالي» count on.
    counts = line.conjoined(at + 2) and line.tokens[at + 2].number is not None
    if counts or not front.word("in", "during", "throughout", "since", "once_ended"):
        return None
    # «يقدم النادي دورات، وانتهى الأسبوع الأول»
    over = front.word("once_ended") and not front.text.startswith("ي")
    return period(at, at + 2, "FUTURE_REF" if line.forward(at) and not over else "PAST_REF")


def _with_month(line: Discourse, at: int, place: int) -> Found | None:
    """Return the month at `place` as the value of what is a part of it."""
    if (month := month_at(line, place)) is not None:
        return period(at, month.last, month.value)
    named = month_phrase(line, place)
    if named is None:
        return None
    near = month_near(line.now, named.calendar, named.number, Way.NEAREST)
    year = named.year or (near[0] if near else None)
    return period(at, named.last, named_month_value(named.calendar, year, named.number))


def _holiday(line: Discourse, at: int) -> Found | None:
    """Read `إجازة الصيف` and `عطلة نهاية الأسبوع`."""
    edge, modifier = line.tokens[at + 1].means.edge, line.tokens[at + 2].means.modifier
    if line.tokens[at + 1].means.feast is not None and modifier is not None:
        # «إجازة عيد الفطر الماضية»: how long it is no calendar tells.
        value = REFERENCES.get(modifier.key)
        return period(at, at + 3, value) if value else None
    if edge is None or edge.key != "end":
        return season(line, at)
    week = unit_from_now(line, at + 2) or bare_unit(line, at + 2)
    if week is None or "-W" not in week.value:
        return None
    return period(at, week.last, f"{week.value}-WE")


def _this(line: Discourse, at: int) -> Found | None:
    if (found := this_unit(line, at) or season(line, at)) is not None:
        return found
    if line.tokens[at + 1].word("the_season", "the_term", "moment") or _dates_an_event(line, at):
        return period(at, at + 2, "PRESENT_REF")
    if line.tokens[at + 1].word("quarter") and line.now is not None:
        return period(at, at + 2, f"{line.now.year:04d}-Q{(line.now.month + 2) // 3}")
    return None


def _dates_an_event(line: Discourse, at: int) -> bool:
    """Tell whether `في هذه الفترة` says when something is: what is said of هذه الفترة itself is no date."""
    front, told = line.before(at), line.tokens[at + 1]
    if not told.word("period") or front is None:
        return False
    return (
        front.word("in") if told.text == "الوقت" else front.word("in", "during", "throughout", "since", "to")
    )


def _until_now(line: Discourse, at: int) -> Found | None:
    """Read `حتى اللحظة` and `حتى تاريخه`."""
    front, behind = line.before(at), line.tokens[at + 1]
    if front is None or not front.word("to"):
        return None
    modifier = behind.means.modifier
    if modifier is not None and modifier.key == "current":
        return period(at, at + 2, "PRESENT_REF")
    # «حتى اللحظة الأخيرة», «حتى اللحظة التي» are no now.
    return None if behind.article else period(at, at + 1, "PRESENT_REF")


def _phase(line: Discourse, at: int) -> Found | None:
    """Read a stretch without a calendar: `الفترة المقبلة`."""
    modifier = line.tokens[at + 1].means.modifier
    value = None if modifier is None else REFERENCES.get(modifier.key)
    return period(at, at + 2, value) if value else None


def _season_of_sport(line: Discourse, at: int) -> Found | None:
    """Read `الموسم المقبل`, `الموسم الرياضي الجديد`, `الفصل الدراسي الثاني`: no calendar bounds them."""
    term = line.tokens[at].word("the_term")
    # «الموسم بعد المقبل»
    beyond = line.tokens[at + 2].means.modifier
    if line.tokens[at + 1].word("before", "after") and beyond is not None and beyond.key in REFERENCES:
        return period(at, at + 3, REFERENCES[beyond.key])
    for place in range(at + 1, at + 4):
        token = line.tokens[place]
        if token.word("new"):
            return period(at, place + 1, "FUTURE_REF")
        if token.means.modifier is not None:
            value = REFERENCES.get(token.means.modifier.key)
            return period(at, place + 1, value) if value else None
        if term and token.means.ordinal is not None:
            return period(at, place + 1, "FUTURE_REF")
        # «الموسم الرياضي»: adjectives of the season may stand between.
        if not token.article or token.means.opens:
            return None
    return None


def _part_of_month(line: Discourse, at: int) -> Found | None:
    """Read `النصف الأول من شعبان`, `الثلث الأخير من الشهر`, `العشر الأواخر من رمضان`."""
    which = line.tokens[at + 1].means
    if not (which.ordinal or which.modifier or line.tokens[at + 1].word("tens")):
        return None
    if which.modifier is not None and which.modifier.key == "same":
        return None
    if not line.tokens[at + 2].word("from"):
        return None
    if (named := _with_month(line, at, at + 3)) is not None:
        return named
    month = _unit(line, at + 3) or this_unit(line, at + 3)
    return None if month is None else period(at, month.last, month.value)


def _part(line: Discourse, at: int) -> Found | None:
    return part_of_year(line, at) or _part_of_month(line, at)


_BY_WORD: Mapping[str, Callable[[Discourse, int], Found | None]] = {
    "and_half": _part,
    "and_quarter": part_of_year,
    "and_third": _part_of_month,
    "half": _part,
    "holiday": _holiday,
    "hour": _until_now,
    "moment": _until_now,
    "period": _phase,
    "quarter": part_of_year,
    "same_of": _same,
    "season_of": season,
    "term_of_year": part_of_year,
    "that": this_unit,
    "the_season": _season_of_sport,
    "the_term": _season_of_sport,
    "third": _part_of_month,
    "this": _this,
}
