"""Years by their figures."""

from tawatur.calendars.numeric import year_calendar
from tawatur.calendars.words import Calendar
from tawatur.times.discourse import Discourse, Found
from tawatur.times.tokens import Token
from tawatur.times.units import REFERENCES, bare_unit, period, this_unit, unit_from_now
from tawatur.times.words import Form

_FIGURES = 4
_MOST_DAYS = 31
_LAST_HIJRI = 1700
_SPELT_YEARS = range(1500, 2100)
# How many words in front of its year a name may begin.
_NAME = 3
# How many words a name in quotation marks may have.
_QUOTED = 5


def named_year(line: Discourse, at: int) -> Found | None:
    """Read `عام 2015`, `العام الهجري 1436هـ` and the first of `عامي 1950 و1953`."""
    unit = line.tokens[at].means.unit
    if unit is None or unit.key not in ("year", "season") or unit.form is Form.PLURAL:
        return None
    between = line.tokens[at + 1]
    place = at + 2 if between.text in (".", "(") or between.word("era", "school") else at + 1
    spelt = line.tokens[place]
    if spelt.number is not None and not spelt.text.isdigit() and spelt.number in _SPELT_YEARS:
        return period(at, place + 1, f"{int(spelt.number):04d}")
    return year_at(line, at, place)


def year_at(line: Discourse, first: int, at: int) -> Found | None:
    """Read a year of four figures at this token, with its era."""
    if (ancient := _of_old(line, first, at)) is not None:
        return ancient
    figures = line.tokens[at].text
    if line.tokens[at].number is None or len(figures) != 4 or not figures.isdigit():
        return None
    era = line.calendar.eras.get(line.tokens[at + 1].text)
    last = at + 2 if era is not None else at + 1
    calendar = era or year_calendar(int(figures))
    # «عام 2015هـ» is a slip: no such Hijri year is near.
    if calendar is Calendar.HIJRI and int(figures) > _LAST_HIJRI:
        calendar = Calendar.GREGORIAN
    if calendar is None:
        return None
    return period(first, last, f"AH{figures}" if calendar is Calendar.HIJRI else figures)


def _of_old(line: Discourse, first: int, at: int) -> Found | None:
    """Read `2050 قبل الميلاد`, both years of `284 - 246 ق.م`, `عام 61هـ`: few figures, the era told."""
    figures = line.tokens[at].text
    if line.tokens[at].number is None or not (figures.isdigit() and len(figures) <= _FIGURES):
        return None
    if (era := _era_behind(line, at)) is not None:
        return period(first, era, f"BC{int(figures):04d}")
    behind = line.tokens[at + 1]
    if behind.word("after_christ"):
        return period(first, at + 2, f"{int(figures):04d}")
    calendar = line.calendar.eras.get(behind.text)
    if (later := _later_of_old(line, at)) is not None and calendar is None:
        return period(first, at + 1, later + f"{int(figures):04d}")
    # «645 م» are metres, «شهر 12 ميلادي» is a month.
    bare = first == at and (len(behind.text) == 1 or int(figures) <= _MOST_DAYS)
    if bare or calendar is None or len(figures) == _FIGURES:
        return None
    return period(first, at + 2, f"{'AH' if calendar is Calendar.HIJRI else ''}{int(figures):04d}")


def _later_of_old(line: Discourse, at: int) -> str | None:
    """Return the era, as values show it, that stands behind the later of two years of old."""
    end = at + 2 if _is_joint(line.tokens[at + 1]) else at + 1
    later = line.tokens[end].text
    if not (end > at + 1 or line.conjoined(end)) or not (later.isdigit() and len(later) <= _FIGURES):
        return None
    if _era_behind(line, end) is not None:
        return "BC"
    era = line.tokens[end + 1].text
    told = line.calendar.eras.get(era) if len(era) > 1 and len(later) < _FIGURES else None
    if told is None or int(line.tokens[at].text) >= int(later):
        return None
    return "AH" if told is Calendar.HIJRI else ""


def _era_behind(line: Discourse, at: int) -> int | None:
    """Return the place behind `قبل الميلاد`: a bracket or `سنة` may stand between it and the figures."""
    between, place = line.tokens[at + 1], at + 1
    if between.text == ")" or (between.means.unit is not None and between.means.unit.key == "year"):
        place += 1
    return place + 1 if line.tokens[place].word("before_christ") else None


def bare_year(line: Discourse, at: int) -> Found | None:
    """Read `في 2012`: a year without its word, unless it counts what stands behind it."""
    if (ancient := _of_old(line, at, at)) is not None:
        return ancient
    found = year_at(line, at, at)
    if found is None or not at:
        return None
    if _beside_its_next(line, at):
        return found
    era = found.last > at + 1 or (
        _is_joint(line.tokens[at + 1]) and line.tokens[at + 3].text in line.calendar.eras
    )
    if line.tokens[at].text[:2] not in ("19", "20") and not era:
        return None
    # «1436هـ» and «2015م» are years, «1500م» metres.
    near = found.value[:2] in ("AH", "19") or "2000" < found.value < "2100"
    proved = (era and near and not _in_a_name(line, at)) or _led(line, at, found.last)
    return found if proved else None


def _led(line: Discourse, at: int, last: int) -> bool:
    """Tell whether what stands in front makes a figure a year, and nothing behind is counted by it."""
    front = line.tokens[at - 1]
    led = front.word("in", "since", "to", "between", "during", "throughout", "before", "after", "of_a_year")
    # «مقارنة بـ2014»
    led = led or (front.word("from") and _has_years(line, at - 2))
    led = led or (front.text == "ب" and at > 1 and line.tokens[at - 2].word("conjunction"))
    years = front.means.unit is not None and front.means.unit.key == "year"
    if not (led or years or _in_row(line, at)):
        return False
    behind = line.tokens[last]
    # «2005 للاشتباه به»: what is counted has no article and no particle.
    counted = behind.text.endswith(("ا", "ه")) and not behind.text.startswith(("ال", "لل", "بال"))
    counted = counted and not behind.word("conjunction")
    return not (counted or behind.text == "%" or behind.means.unit is not None)


def _has_years(line: Discourse, at: int) -> bool:
    """Tell whether what stands before `من 2014` is a part of a year: `الفترة نفسها`, `الأشهر الأولى`."""
    if at < 1:
        return False
    means, front = line.tokens[at].means, line.tokens[at - 1]
    unit = front.means.unit is not None or front.number is not None
    return (
        line.tokens[at].word("period")
        or front.word("period")
        or (unit and (means.ordinal is not None or means.modifier is not None))
    )


def _beside_its_next(line: Discourse, at: int) -> bool:
    """Tell whether a year stands beside the one before it or after it: `1436 - 1437`."""
    year = line.tokens[at]
    earlier = line.tokens[at - 1 - _is_joint(line.tokens[at - 1])]
    later = line.tokens[at + 1 + _is_joint(line.tokens[at + 1])]
    return "1300" < year.text < "2100" and (_follows(earlier, year) or _follows(year, later))


def _in_a_name(line: Discourse, at: int) -> bool:
    """Tell whether a year belongs to a name: `كأس العالم 2018م`, `«ربيع الكتاب 2015 م»`."""
    if any(line.tokens[place].text == '"' for place in (at + 1, at + 2)) and any(
        line.tokens[place].text == '"' for place in range(max(0, at - _QUOTED), at)
    ):
        return True
    return any(line.tokens[place].word("before_name", "war") for place in range(max(0, at - _NAME), at))


def _in_row(line: Discourse, at: int) -> bool:
    """Tell whether the figure carries a year on: `عامي 1950 و1953`, `2012-2013`."""
    if at >= 2 and _joined(line.tokens[at - 2], line.tokens[at - 1]):
        return True
    return _joined(line.tokens[at + 2], line.tokens[at + 1])


def _follows(year: Token, following: Token) -> bool:
    """Tell whether one year follows the other, as those of a school year do: `1436 - 1437`."""
    figures = (year.text, following.text)
    if not all(text.isdigit() and len(text) == _FIGURES for text in figures):
        return False
    return int(following.text) == int(year.text) + 1


def _is_joint(token: Token) -> bool:
    return token.text in ("و", "-", "/", "،") or token.word("to")


def _joined(year: Token, joint: Token) -> bool:
    return _is_joint(joint) and year.text.isdigit() and len(year.text) == 4 and year.text[:2] in ("19", "20")


def year_meant(line: Discourse, at: int) -> Found | None:
    """Read the year that a month or quarter belongs to, in figures or counted from now."""
    if (year := year_at(line, at, at) or named_year(line, at)) is not None:
        return year
    unit = line.tokens[at + 1 if line.tokens[at].word("this") else at].means.unit
    if unit is None or unit.key != "year":
        return None
    year = this_unit(line, at) or unit_from_now(line, at) or bare_unit(line, at)
    return None if year is None or year.value in REFERENCES.values() else year
