"""Decades and centuries."""

from tawatur.times.discourse import Discourse, Found
from tawatur.times.units import counted_unit, period, unit_from_now
from tawatur.times.words import Form, Lexeme


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
    unit, behind = counted_unit(line, at) or _two_centuries(line, at), line.tokens[at + 1]
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


def later_century(line: Discourse, at: int) -> Found | None:
    """Read the second of `القرنين الخامس عشر والسادس عشر`."""
    which = line.tokens[at].means.ordinal
    if which is None or at < 2 or not line.conjoined(at) or _two_centuries(line, at - 2) is None:
        return None
    return period(at, at + 1, f"{which.number - 1:02d}") if 1 <= which.number <= 21 else None


def _two_centuries(line: Discourse, at: int) -> Lexeme | None:
    """Return the unit of `القرنين` before the ordinals of two centuries."""
    unit, behind = line.tokens[at].means.unit, line.tokens[at + 1]
    two = unit is not None and unit.key == "century" and unit.definite and unit.form is Form.DUAL
    return unit if two and behind.means.ordinal is not None else None
