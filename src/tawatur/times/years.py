"""Years by their figures, and what is told as a part or a multiple of them."""

from tawatur.calendars.numeric import year_calendar
from tawatur.calendars.words import Calendar
from tawatur.times.discourse import Discourse, Found
from tawatur.times.tokens import Token
from tawatur.times.units import REFERENCES, bare_unit, counted_unit, period, this_unit, unit_from_now
from tawatur.times.values import year_value
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
    led = front.word("in", "since", "to", "between", "during", "before", "after", "of_a_year")
    # «مقارنة بـ2014»
    led = led or (front.word("from") and _has_years(line, at - 2))
    led = led or (front.text == "ب" and at > 1 and line.tokens[at - 2].word("conjunction"))
    years = front.means.unit is not None and front.means.unit.key == "year"
    if not (led or years or _in_row(line, at)):
        return False
    behind = line.tokens[last]
    counted = behind.text.endswith(("ا", "ه")) and not behind.word("conjunction")
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
    return any(line.tokens[place].word("before_name") for place in range(max(0, at - _NAME), at))


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


def part_of_year(line: Discourse, at: int) -> Found | None:
    """Read `الربع الثاني [من العام الماضي]` and `النصف الأول من عام 2015`."""
    quarter = line.tokens[at].word("quarter", "term_of_year")
    if line.tokens[at].word("quarter") and (beside := _quarter_from_now(line, at)) is not None:
        return beside
    number = _which(line.tokens[at + 1], parts := 4 if quarter else 2)
    if number is None or number > parts:
        return None
    code = f"{'Q' if quarter else 'H'}{number}"
    if line.tokens[at + 2].word("from"):
        year = year_meant(line, at + 3)
        if year is not None:
            return period(at, year.last, f"{year.value}-{code}")
    if (named := year_at(line, at, at + 2) or named_year(line, at + 2)) is not None:
        return period(at, named.last, f"{named.value}-{code}")
    # «الفصل الثاني» without its year is a book's or a school's.
    if not line.tokens[at].word("quarter") or line.tokens[at + 2].word("onto"):
        return None
    # Figures come out when a quarter is over: one that has not begun is last year's.
    begun = line.now is not None and line.now.month > 3 * (number - 1)
    ahead = begun or line.forward(at)
    return period(at, at + 2, f"{year_value(line.now, 0 if ahead else -1)}-{code}")


def _quarter_from_now(line: Discourse, at: int) -> Found | None:
    """Read `الربع الماضي`, `الربع الحالي`, and `الربع السابق`, which goes back from the one told last."""
    modifier = line.tokens[at + 1].means.modifier
    if modifier is None or modifier.key == "recent" or line.now is None:
        return None
    if modifier.key == "same":
        return _compared_quarter(line, at)
    told = line.quarter if line.tokens[at + 1].word("beside_it") else None
    base = told or (line.now.year, (line.now.month + 2) // 3)
    year, quarter = divmod(base[0] * 4 + base[1] - 1 + modifier.number, 4)
    return period(at, at + 2, f"{year:04d}-Q{quarter + 1}")


def _compared_quarter(line: Discourse, at: int) -> Found | None:
    """Read `الربع المماثل من العام السابق`: the quarter told last, in another year."""
    year = year_meant(line, at + 2 + line.tokens[at + 2].word("from"))
    if year is None or line.quarter is None:
        return None
    return period(at, year.last, f"{year.value}-Q{line.quarter[1]}")


def _which(token: Token, parts: int) -> int | None:
    """Return which part an ordinal, or `الأخير`, means."""
    if token.means.ordinal is not None:
        return token.means.ordinal.number
    modifier = token.means.modifier
    return parts if modifier is not None and modifier.key == "recent" else None


def year_meant(line: Discourse, at: int) -> Found | None:
    """Read the year that a month or quarter belongs to, in figures or counted from now."""
    if (year := year_at(line, at, at) or named_year(line, at)) is not None:
        return year
    unit = line.tokens[at + 1 if line.tokens[at].word("this") else at].means.unit
    if unit is None or unit.key != "year":
        return None
    year = this_unit(line, at) or unit_from_now(line, at) or bare_unit(line, at)
    return None if year is None or year.value in REFERENCES.values() else year


def season(line: Discourse, at: int) -> Found | None:
    """Read `خريف 2017`, `صيف العام الماضي`, `هذا الصيف`, `موسم الصيف`."""
    tokens = line.tokens
    led = tokens[at].word("season_of", "this", "holiday")
    place = at + 1 if led else at
    named = tokens[place].means.season
    if named is None:
        return None
    if (year := year_meant(line, place + 1)) is not None:
        return period(at, year.last, f"{year.value}-{named.code}")
    modifier = tokens[place + 1].means.modifier
    if modifier is not None:
        return period(at, place + 2, f"{year_value(line.now, modifier.number)}-{named.code}")
    if not led:
        front = line.before(at)
        preposed = front is not None and (
            front.word("in", "during", "since") or (front.means.season is not None and line.conjoined(at))
        )
        if not (preposed and tokens[place].text.startswith("ال")):
            return None
    running = line.now if tokens[at].word("this", "holiday") else None
    return period(at, place + 1, f"{year_value(running)}-{named.code}")


def decade(line: Discourse, at: int) -> Found | None:
    """Read `تسعينات القرن الماضي`: ten years are told by the first three figures of their years."""
    tens = line.tokens[at].means.decade
    if tens is None:
        return None
    from_it = line.tokens[at + 1].word("from")
    if from_it and line.tokens[at + 2].word("age"):
        return None
    place = at + 2 if from_it else at + 1
    unit = counted_unit(line, place)
    named = None
    if unit is not None and unit.key == "century":
        named = century(line, place) or unit_from_now(line, place)
    if named is None:
        return period(at, at + 2 if line.tokens[at + 1].word("era") else at + 1, f"19{tens.code}")
    return period(at, named.last, f"{named.value}{tens.code}")


def century(line: Discourse, at: int) -> Found | None:
    """Read `القرن التاسع عشر` and `القرن الـ21`, told by the first two figures of its years."""
    unit, behind = counted_unit(line, at), line.tokens[at + 1]
    if unit is None or unit.key != "century":
        return None
    last = at + 2
    if behind.text == "ال":
        behind, last = line.tokens[at + 2], at + 3
    number = behind.number if behind.means.ordinal is None else behind.means.ordinal.number
    if number is None or not 1 <= number <= 21 or line.tokens[last].word("before"):
        return None
    if line.tokens[last].word("before_christ"):
        return period(at, last + 1, f"BC{int(number) - 1:02d}")
    era = line.tokens[last].text
    if line.tokens[last].word("era"):
        return period(at, last + 1, f"{'AH' if era.startswith('الهجري') else ''}{int(number) - 1:02d}")
    return period(at, last, f"{int(number) - 1:02d}")
