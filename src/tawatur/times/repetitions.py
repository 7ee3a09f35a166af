"""What comes round: `كل عام`, `يوميا`, `مرتين في الأسبوع`."""

from decimal import Decimal

from tawatur.records.time_expression import TimeType
from tawatur.times.amounts import amount_at, duration
from tawatur.times.discourse import Discourse, Found
from tawatur.times.words import Form, Lexeme

_WEEK = 7
# From the unit back to the count: `زائر في اليوم`.
_COUNTED = 3


def repetition_at(line: Discourse, at: int) -> Found | None:
    """Read what comes round: `كل عام`, `كل ثلاثة أشهر`, `يوميا`, `التقرير السنوي`, `أيام الجمعة`."""
    token = line.tokens[at]
    frequency = token.means.frequency
    if frequency is not None and _recurs(line, at, frequency):
        return Found(first=at, last=at + 1, type=TimeType.SET, value=frequency.code)
    if token.word("every"):
        return _every(line, at)
    unit, weekday = token.means.unit, line.tokens[at + 1].means.weekday
    if unit is not None and unit.key == "day" and unit.form is Form.PLURAL:
        weekday = weekday or (line.tokens[at + 1].means.word if line.tokens[at + 1].word("fridays") else None)
        if weekday is not None and not _are_dates(line, at + 1):
            return Found(first=at, last=at + 2, type=TimeType.SET, value=f"XXXX-WXX-{weekday.number}")
    if token.means.weekday is not None and _goes_on(line, at):
        return Found(first=at, last=at + 1, type=TimeType.SET, value=f"XXXX-WXX-{token.means.weekday.number}")
    if unit is not None and unit.form is Form.SINGULAR and _per(line, at):
        last = at + 2 if line.tokens[at + 1].word("the_one") else at + 1
        return Found(first=at, last=last, type=TimeType.SET, value=duration(unit, Decimal(1)))
    return None


def _are_dates(line: Discourse, at: int) -> bool:
    """Tell whether days of the week in a row are some week's: `الأحد والاثنين المقبلة`, `10 و11 شوال`."""
    last = at
    while line.tokens[last].means.weekday is not None and last < at + _WEEK:
        last += 1
    behind = line.tokens[last + (line.tokens[last].text == "(")]
    return behind.means.modifier is not None or behind.number is not None or behind.date is not None


def _goes_on(line: Discourse, at: int) -> bool:
    """Tell whether a day goes on with a row that recurs: the second of `أيام السبت والاثنين`."""
    first = at
    while first > max(0, at - _WEEK) and line.conjoined(first) and line.tokens[first - 1].means.weekday:
        first -= 1
    if first in (0, at):
        return False
    unit = line.tokens[first - 1].means.unit
    days = unit is not None and unit.key == "day" and unit.form is Form.PLURAL
    return days and not _are_dates(line, first)


def _recurs(line: Discourse, at: int, frequency: Lexeme) -> bool:
    """Tell whether what a word of frequency speaks of comes round: a report does, a loss does not."""
    if not (frequency.definite or frequency.ambiguous):
        return not _is_adjective(line, at, frequency)
    if at == 0 or any(line.tokens[place].means.noun for place in range(max(0, at - 2), at)):
        return False
    if line.text[line.tokens[at].start - 1] != " ":
        return False
    front = line.tokens[at - 1]
    if frequency.ambiguous:
        # «يومي الأحد والاثنين», «خلال شهري مايو ويونيو» are two days, two months.
        behind = line.tokens[at + 1]
        named = behind.means.weekday or behind.means.month or behind.means.ordinal
        dual = front.word("in", "during", "throughout", "between", "since", "from", "to")
        # «يومي العيد»
        return not (named or behind.article or behind.number or behind.date or dual) and front.text.isalpha()
    # «الشهري» behind a first name is a family.
    own = ("ها", "هم", "نا") if frequency.key == "monthly" else ("ه", "ها", "هم", "نا")
    if front.text == '"' or front.text.endswith(own):
        return True
    return line.text[front.start : front.start + 4].startswith(("ال", "لل", "بال", "وال"))


def _is_adjective(line: Discourse, at: int, frequency: Lexeme) -> bool:
    """Tell `هبوطا أسبوعيا` and `قطاعا موسميا` from an adverb: nothing comes round."""
    front = line.before(at)
    if front is None or not front.text.endswith("ا"):
        return False
    return frequency.key == "seasonally" or front.means.noun is not None


def _every(line: Discourse, at: int) -> Found | None:
    """Read `كل عام`, `كل ثلاثة أشهر`, `كل [يوم] جمعة`, `كل صباح`."""
    place = at + 2 if line.tokens[at + 1].word("day") else at + 1
    means = line.tokens[place].means
    weekday = line.calendar.weekdays.get("ال" + line.tokens[place].text)
    if weekday is not None:
        return Found(first=at, last=place + 1, type=TimeType.SET, value=f"XXXX-WXX-{weekday}")
    if line.tokens[at + 1].word("feast"):
        return Found(first=at, last=at + 2, type=TimeType.SET, value="P1Y")
    amount = amount_at(line, at + 1)
    if amount is not None and amount.unit.key == "moment":
        return None
    if amount is not None and not amount.unit.definite and amount.count is not None:
        return Found(first=at, last=amount.last, type=TimeType.SET, value=amount.value)
    if means.part is not None and place == at + 1:
        return Found(first=at, last=at + 2, type=TimeType.SET, value=f"XXXX-XX-XXT{means.part.code}")
    return None


def _are_counted(line: Discourse, at: int) -> bool:
    """Tell whether a number stands before what a unit counts: `300 زائر في اليوم`."""
    unit, thing = line.tokens[at].means.unit, line.tokens[at - 2]
    if unit is None or unit.key not in ("day", "week", "minute", "second") or not thing.text.isalpha():
        return False
    return at > _COUNTED and line.tokens[at - _COUNTED].number is not None and not thing.article


def _per(line: Discourse, at: int) -> bool:
    """Tell whether a unit is what is counted in: `مرتين في الأسبوع`, `5 آلاف برميل في اليوم`."""
    if at < 2 or not line.tokens[at - 1].word("in") or line.conjoined(at - 1):
        return False
    place = at - 3 if line.tokens[at - 2].word("only") and at > 2 else at - 2
    counted = line.tokens[place]
    if not (counted.word("times", "measure") or counted.means.unit or _are_counted(line, at)):
        return False
    # «300 كيلومتر في الساعة» is how quick something is.
    if counted.word("of_length"):
        return False
    behind = line.tokens[at + 1]
    means = behind.means
    told = means.modifier or means.weekday or means.month or means.ordinal
    return told is None and behind.number is None and behind.date is None
