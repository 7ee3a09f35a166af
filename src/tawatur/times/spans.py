"""Spans of time, and what lies such a span away: `سنوات`, `قبل أسبوع`."""

from tawatur.records.time_expression import TimeType
from tawatur.times.amounts import Amount, amount_at
from tawatur.times.discourse import Discourse, Found
from tawatur.times.tokens import Token
from tawatur.times.values import away, day_value
from tawatur.times.words import Form

# «قبل 2500 عام» tells no year.
_REMEMBERED = 150
_DATES = frozenset(("day", "week", "month", "year", "decade", "century"))


def distance_at(line: Discourse, at: int) -> Found | None:
    """Read `قبل ثلاثة أيام` and `بعد أسبوعين` as dates; counted from an event (`من`) they are spans."""
    front = line.tokens[at].means.word
    if front is None or front.key not in ("before", "after"):
        return None
    place = at + 2 if line.tokens[at + 1].word("rather") else at + 1
    amount = amount_at(line, place)
    if amount is None or amount.unit.definite or (amount.unit.ambiguous and amount.count == 1):
        return None
    behind = line.tokens[amount.last]
    if behind.word("from", "onto") or (amount.count == 1 and _is_named(behind)):
        return None
    if amount.count is not None and amount.unit.key == "year" and amount.count > _REMEMBERED:
        return None
    kind, value = _distant(line, amount, -1 if front.key == "before" else 1)
    return Found(first=at, last=amount.last, type=kind, value=value)


def _is_named(behind: Token) -> bool:
    """Tell whether a unit is named by what stands behind it: `قبل يوم الأحد`, `قبل عام 2016`."""
    means = behind.means
    named = means.month or means.weekday or means.deictic or means.ordinal
    return named is not None or behind.date is not None or behind.number is not None


def _distant(line: Discourse, amount: Amount, sign: int) -> tuple[TimeType, str]:
    count = amount.count
    if (
        count is None
        or amount.rest
        or (amount.unit.key in _DATES and (amount.fraction or count != int(count)))
    ):
        return TimeType.DATE, "PAST_REF" if sign < 0 else "FUTURE_REF"
    if amount.unit.key not in _DATES:
        return TimeType.TIME, f"{day_value(line.now)}TXX:XX"
    return TimeType.DATE, away(line.now, amount.unit.key, sign * int(count))


def span_at(line: Discourse, at: int) -> Found | None:
    """Read a span of time; a unit alone needs a word in front that measures."""
    amount = amount_at(line, at)
    if amount is None or _is_age(line, at, amount):
        return None
    front = line.before(at)
    if not amount.settled:
        if amount.unit.definite or amount.unit.ambiguous or front is None:
            return None
        led = front.word("since", "before", "after", "during", "rather", "or")
        plural = amount.unit.form is Form.PLURAL
        preposed = plural and line.text[line.tokens[at].start - 1] == "ل"
        behind = line.tokens[amount.last]
        # «أيام المهرجان» are those of a thing, not a span of time.
        if not (led or preposed) or behind.number is not None or (plural and behind.text.startswith("ال")):
            return None
    return Found(first=at, last=amount.last, type=TimeType.DURATION, value=amount.value)


def _is_age(line: Discourse, at: int, amount: Amount) -> bool:
    """Tell whether years are somebody's age: `(34 عاما)`, `عن 40 عاما`, `عمره 12 سنة`."""
    if amount.unit.key != "year":
        return False
    front = line.before(at)
    if front is None:
        return False
    if any(line.tokens[place].word("age") for place in range(at - 1, max(-1, at - 4), -1)):
        return True
    enclosed = (front.text, line.tokens[amount.last].text) in (("(", ")"), ("،", "،"), (",", ","))
    return enclosed or front.word("under")
