"""Quarters and halves of a year."""

from tawatur.times.discourse import Discourse, Found
from tawatur.times.tokens import Token
from tawatur.times.units import period
from tawatur.times.values import year_value
from tawatur.times.years import named_year, year_at, year_meant


def part_of_year(line: Discourse, at: int) -> Found | None:
    """Read `الربع الثاني [من العام الماضي]` and `النصف الأول من عام 2015`."""
    quarter = line.tokens[at].word("quarter", "and_quarter", "term_of_year")
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
    if (
        named := year_at(line, at, at + 2) or named_year(line, at + 2) or _its_year(line, at + 2)
    ) is not None:
        return period(at, named.last, f"{named.value}-{code}")
    # «الفصل الثاني» without its year is a book's or a school's.
    if not line.tokens[at].word("quarter", "and_quarter") or line.tokens[at + 2].word("onto"):
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
    value = f"{year:04d}-Q{quarter + 1}"
    # «الربع الحالي من العام»
    of = line.tokens[at + 2].word("from")
    its = _its_year(line, at + 2 + of)
    return period(at, its.last if its is not None and its.value == value[:4] else at + 2, value)


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


def _its_year(line: Discourse, at: int) -> Found | None:
    """Read the year of `الربع الثاني للعام`, counted from now."""
    unit = line.tokens[at].means.unit
    return year_meant(line, at) if unit is not None and unit.key == "year" and unit.definite else None
