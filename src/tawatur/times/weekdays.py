"""Days of the week, with the date that may stand behind them."""

from dataclasses import replace
from datetime import date
from functools import cache

from tawatur.arabic.folding import folded
from tawatur.lexicons.given_names import given_names
from tawatur.records.time_expression import TimeType
from tawatur.times.discourse import Discourse, Found
from tawatur.times.month_days import day_in_figures, day_of_month, start_of_range, written_day
from tawatur.times.values import Way, day_value, shifted, weekday_near

_MARKS = frozenset("،,.:؛)\n")


def weekday_at(line: Discourse, at: int) -> Found | None:
    """Read a day of the week: the one that its sentence or the date beside it means."""
    weekday = line.tokens[at].means.weekday
    assert weekday is not None
    if (at and line.tokens[at - 1].word("before_name")) or _is_surname(line, at):
        return None
    if _in_weekly_range(line, at):
        return Found(first=at, last=at + 1, type=TimeType.SET, value=f"XXXX-WXX-{weekday.number}")
    # «الأحد الـ5 من شوال»: the article of a figure stands apart.
    number = at + 2 if line.tokens[at + 1].text == "ال" else at + 1
    spelt = line.tokens[number].date if number > at + 1 else None
    in_month = day_of_month(line, number) if spelt is None else written_day(line, number, spelt)
    if in_month is not None and in_month.day is not None:
        return replace(in_month, first=at)
    if (figures := day_in_figures(line, at + 1, weekday.number)) is not None and figures.day is not None:
        return replace(figures, first=at)
    if (day := _day_of_pair(line, at)) is not None:
        return Found(first=at, last=at + 1, type=TimeType.DATE, value=day_value(day), day=day)
    way, weeks, last = _way_of_weekday(line, at)
    day = shifted(weekday_near(line.now, weekday.number, way), 7 * weeks)
    written = _written_behind(line, last)
    if written is not None and written.day is not None and written.day.isoweekday() == weekday.number:
        day = written.day
        # «الأحد المقبل 24 شوال» is one expression.
        last = written.last if written.first == last else last
    value = day_value(day) if day else f"XXXX-WXX-{weekday.number}"
    return Found(first=at, last=last, type=TimeType.DATE, value=value, day=day)


@cache
def _given_names() -> frozenset[str]:
    return frozenset(folded(form) for names in given_names().name.values() for form in names.forms)


def _is_surname(line: Discourse, at: int) -> bool:
    """Tell whether a day is a family's name: `ويزيد الخميس وشبيب`, `سعد بن محمد السبت`."""
    if not at or line.tokens[at - 1].text.removeprefix("و") not in _given_names():
        return False
    behind, title = line.tokens[at + 1], line.tokens[at - 2] if at > 1 else None
    if title is not None and (title.word("names_behind") or title.text in _given_names()):
        return True
    return behind.text in _MARKS or (
        line.conjoined(at + 1) or behind.text.removeprefix("و") in _given_names()
    )


def _way_of_weekday(line: Discourse, at: int) -> tuple[Way, int, int]:
    """Return where a weekday points, the further weeks away, and the place behind it."""
    behind = line.tokens[at + 1]
    if behind.means.modifier is not None:
        return Way(behind.means.modifier.number), 0, at + 2
    # «الأربعاء والخميس المقبلين»: the dual is both days'.
    both = line.tokens[at + 2]
    if behind.means.weekday is not None and both.means.modifier is not None and both.text.endswith("ين"):
        return Way(both.means.modifier.number), 0, at + 1
    beyond = line.tokens[at + 2].means.modifier
    if behind.word("before", "after") and beyond is not None:
        return Way(beyond.number), beyond.number, at + 3
    until = at > 0 and line.tokens[at - 1 - (at > 1 and line.tokens[at - 1].word("day"))].word("to")
    if until or line.forward(at):
        return Way.NEXT, 0, at + 1
    weekday = line.tokens[at].means.weekday
    # «يلتقي الاثنين» in Monday's news is today.
    today = line.now is not None and weekday is not None and line.now.isoweekday() == weekday.number
    ahead = not today and (line.present(at) or line.imminent(at))
    return Way.NEXT if ahead else Way.NEAREST, 0, at + 1


def _day_of_pair(line: Discourse, at: int) -> date | None:
    """Return the date of a day of two: `الأربعاء والخميس الموافق 20 و21 شوال`."""
    weekday = line.tokens[at].means.weekday
    first = line.tokens[at + 1].means.weekday is not None
    place = at + 2 if first else at + 1
    if weekday is None or not line.tokens[place].word("agreeing"):
        return None
    start = start_of_range(line, place + 1)
    day = None if start is None else shifted(start.day, 0 if first else 1)
    return day if day is not None and day.isoweekday() == weekday.number else None


def _written_behind(line: Discourse, at: int) -> Found | None:
    """Return the date that explains a weekday: `الأحد المقبل 24 شوال`, `الأحد، بتاريخ 8 ذو القعدة`."""
    place = at + 1 if line.tokens[at].text in ("(", "،", ",") else at
    place += line.tokens[place].word("agreeing", "date")
    written = line.tokens[place].date
    return None if written is None else written_day(line, place, written)


def _in_weekly_range(line: Discourse, at: int) -> bool:
    """Tell whether the weekday is an end of `من الأحد إلى الخميس`, which comes round every week."""
    tokens = line.tokens
    if at and tokens[at - 1].word("from"):
        return tokens[at + 1].word("to") and tokens[at + 2].means.weekday is not None
    return (
        at >= 3
        and tokens[at - 1].word("to")
        and tokens[at - 2].means.weekday is not None
        and tokens[at - 3].word("from")
        and tokens[at + 1].means.modifier is None
    )
