"""What comes round: `كل عام`, `يوميا`, `مرتين في الأسبوع`."""

from decimal import Decimal

from tawatur.records.time_expression import TimeType
from tawatur.times.amounts import amount_at, duration
from tawatur.times.discourse import Discourse, Found
from tawatur.times.words import Form


def repetition_at(line: Discourse, at: int) -> Found | None:
    """Read what comes round: `كل عام`, `كل ثلاثة أشهر`, `يوميا`, `التقرير السنوي`, `أيام الجمعة`."""
    token = line.tokens[at]
    frequency = token.means.frequency
    if frequency is not None and (not frequency.definite or _qualifies(line, at)):
        return Found(first=at, last=at + 1, type=TimeType.SET, value=frequency.code)
    if token.word("every"):
        amount = amount_at(line, at + 1)
        if amount is not None and not amount.unit.definite and amount.count is not None:
            return Found(first=at, last=amount.last, type=TimeType.SET, value=amount.value)
    unit, weekday = token.means.unit, line.tokens[at + 1].means.weekday
    if unit is not None and unit.key == "day" and unit.form is Form.PLURAL and weekday is not None:
        return Found(first=at, last=at + 2, type=TimeType.SET, value=f"XXXX-WXX-{weekday.number}")
    if unit is not None and unit.form is Form.SINGULAR and _per(line, at):
        return Found(first=at, last=at + 1, type=TimeType.SET, value=duration(unit, Decimal(1)))
    return None


def _qualifies(line: Discourse, at: int) -> bool:
    """Tell whether an adjective stands behind its noun: «الشهري» behind a first name is a family."""
    start = line.tokens[at - 1].start if at else 0
    return at > 0 and line.text[start : start + 4].startswith(("ال", "لل", "بال", "وال"))


def _per(line: Discourse, at: int) -> bool:
    """Tell whether a unit is what repetitions are counted in: `مرتين في الأسبوع`."""
    if at < 2 or not line.tokens[at - 1].word("in"):
        return False
    counted = line.tokens[at - 2].word("times")
    return counted and line.tokens[at + 1].means.modifier is None
