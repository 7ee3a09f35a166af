"""Spans of time, and what lies such a span away: `سنوات`, `قبل أسبوع`."""

from datetime import date

from tawatur.records.time_expression import TimeType
from tawatur.times.amounts import Amount, amount_at, duration
from tawatur.times.discourse import Discourse, Found
from tawatur.times.tokens import Token
from tawatur.times.values import away, day_value
from tawatur.times.words import NO_MEANING, Form

# «قبل 2500 عام» tells no year.
_REMEMBERED = 150
# Nobody announces what comes in so many years, unless the verb says that it will.
_LONG = 10
_DATES = frozenset(("day", "week", "month", "year", "decade", "century"))
_NO_CALENDAR = frozenset(("moment", "night", "season", "term"))
# How far in front of an age its word may stand, in words that are no part of the ages themselves.
_NEAR = 3
# «لا تقل خبرته العملية عن سبع سنوات»: how far in front of a bound its verb may stand.
_BOUND = 5
_FAR = 14
_AGES = frozenset(("day", "week", "month"))
_AGE_MARKS = frozenset((("(", ")"), ("،", "،"), (",", ","), ('"', '"'), ("-", "-")))
_MARKS = frozenset(".،,؛:؟!\n")


def distance_at(line: Discourse, at: int) -> Found | None:
    """Read `قبل ثلاثة أيام` and `بعد أسبوعين` as dates; counted from an event (`من`) they are spans."""
    front = line.tokens[at].means.word
    if front is None or front.key not in ("before", "after"):
        return None
    place = at + 2 if line.tokens[at + 1].word("rather") else at + 1
    amount = amount_at(line, place)
    if amount is None or amount.unit.definite or (amount.unit.ambiguous and amount.count == 1):
        return None
    behind = line.tokens[amount.last + line.tokens[amount.last].word("only")]
    story = front.key == "after" and _is_told_of_past(line, at, amount)
    if story or _day_by_day(line, at, amount):
        return None
    if behind.word("from", "onto") or (amount.count == 1 and _is_named(behind)):
        return None
    if amount.count is not None and amount.unit.key == "year" and amount.count > _REMEMBERED:
        return None
    kind, value = _distant(line, at, amount, -1 if front.key == "before" else 1)
    day = _iso_day(value) if amount.unit.key == "day" else None
    return Found(first=at, last=amount.last, type=kind, value=value, day=day)


def _iso_day(value: str) -> date | None:
    """Return the day that a value is, for `في اليوم التالي` behind it."""
    return date.fromisoformat(value) if value[:1].isdigit() else None


def _is_told_of_past(line: Discourse, at: int, amount: Amount) -> bool:
    """Tell whether `بعد خمسة أشهر` counts from what went before in a story: then it is a span.

    Where the sentence tells a day itself the distance is counted from it.
    """
    if line.tokens[amount.last].word("spent"):
        return True
    if line.forward(at):
        return False
    if amount.unit.key == "year" and amount.count is not None and amount.count >= _LONG:
        # «يعود المعرض بعد عشرين عاما»
        return True
    told = line.day_in_sentence is not None or line.imminent(at) or line.present(at)
    return not told and line.past(at, amount.last)


def _day_by_day(line: Discourse, at: int, amount: Amount) -> bool:
    """Tell whether a unit is told twice, `يوما بعد يوم`: that is all along."""
    if at < 1 or not line.tokens[at].word("before", "after"):
        return False
    unit = line.tokens[at - 1].means.unit
    if unit is None or unit.definite:
        return False
    return amount.last == at + 2 and unit.key == amount.unit.key


def _is_named(behind: Token) -> bool:
    """Tell whether a unit is named by what stands behind it: `قبل يوم الأحد`, `قبل عام 2016`."""
    means = behind.means
    named = means.month or means.weekday or means.deictic or means.ordinal
    return named is not None or behind.date is not None or behind.number is not None


def _distant(line: Discourse, at: int, amount: Amount, sign: int) -> tuple[TimeType, str]:
    count = amount.count
    if (
        count is None
        or amount.unit.key in _NO_CALENDAR
        or amount.rest
        or (amount.unit.key in _DATES and (amount.fraction or count != int(count)))
    ):
        return TimeType.DATE, "PAST_REF" if sign < 0 else "FUTURE_REF"
    if amount.unit.key not in _DATES:
        return TimeType.TIME, f"{day_value(line.now)}TXX:XX"
    # «توقفت في 10 مايو وعادت بعد 4 أيام» goes on with its story, «ستعود بعد 4 أيام» does not.
    told = line.day_in_sentence
    if sign > 0 and told is not None and line.now is not None and told < line.now and not line.forward(at):
        return TimeType.DATE, away(told, amount.unit.key, int(count))
    return TimeType.DATE, away(line.now, amount.unit.key, sign * int(count))


def span_at(line: Discourse, at: int) -> Found | None:
    """Read a span of time; a unit alone needs a word in front that measures."""
    amount, front = amount_at(line, at), line.before(at)
    if amount is None or _is_no_time(line, at, amount) or _is_age(line, at, amount):
        return None
    if not amount.settled:
        told = amount.unit.form is Form.PLURAL or not amount.unit.ambiguous
        told = told or (amount.unit.key == "night" and line.tokens[amount.last].word("from"))
        signed = _is_signed_for(line, at, amount)
        told = told or signed
        if amount.unit.definite or not told or front is None:
            return None
        led = front.word("since", "before", "after", "during", "throughout", "rather", "or", "lasting")
        led = led or _counts_from_event(line, at, amount) or _is_bound(line, at)
        led = led or _fills_hours(line, at, amount)
        plural = amount.unit.form is Form.PLURAL
        preposed = plural and line.text[line.tokens[at].start - 1] == "ل"
        behind = line.tokens[amount.last]
        # «أيام المهرجان» are those of a thing, not a span of time.
        # «شهرا» may be, «شهر» is not led by its verb.
        if front.word("lasting") and amount.unit.form is Form.SINGULAR and not _accusative(line, at):
            return None
        if not (led or preposed or signed) or behind.number is not None:
            return None
        feast = behind.word("feast") or behind.means.feast is not None
        # «منذ أسابيع المفاوضات متوقفة»: weeks are no thing's.
        weeks = amount.unit.key == "week" and front.word("since")
        thing = behind.article and not (behind.word("told_of") or weeks)
        if feast or (thing and (plural or amount.unit.key == "day")):
            return None
    return Found(first=at, last=amount.last, type=TimeType.DURATION, value=amount.value)


def _is_no_time(line: Discourse, at: int, amount: Amount) -> bool:
    """Tell whether a span measures space, a match or a name: `سنة ضوئية`, `محمد أبو قرنين`.

    A match's minutes tell no time: `ثلاث دقائق من بداية الوقت الإضافي`.
    """
    front, behind = line.before(at), line.tokens[amount.last]
    # «حرب الأيام الستة» is a name too.
    named = front is not None and front.word("father", "war")
    if named or behind.word("light") or _day_by_day(line, at - 1, amount):
        return True
    if amount.unit.key not in ("minute", "second"):
        return False
    near = (range(max(0, at - _NEAR), at), range(amount.last, amount.last + _NEAR))
    return any(line.tokens[place].word("of_a_match") for side in near for place in line.in_sentence(side))


def _is_signed_for(line: Discourse, at: int, amount: Amount) -> bool:
    """Tell whether a season is how long somebody signs: `تجديد عقده لموسم`."""
    if amount.unit.key != "season" or line.text[line.tokens[at].start - 1] != "ل":
        return False
    behind = line.tokens[amount.last]
    near = range(max(0, at - _NEAR), at)
    return not behind.article and any(line.tokens[place].word("signing") for place in near)


def start_of_range_at(line: Discourse, at: int) -> Found | None:
    """Read the first of `8-48 ساعة`, `بين 8 و48 ساعة`: its unit stands behind the second."""
    count, joint, front = line.tokens[at].number, line.tokens[at + 1], line.before(at)
    if count is None or line.tokens[at + 2].number is None:
        return None
    between = joint.text == "و" and front is not None and front.word("between")
    if not (between or joint.text == "-" or joint.word("to")):
        return None
    end = amount_at(line, at + 2)
    if end is None or end.count is None or end.count <= count or _is_age(line, at, end):
        return None
    return Found(first=at, last=at + 1, type=TimeType.DURATION, value=duration(end.unit, count))


def _is_age(line: Discourse, at: int, amount: Amount) -> bool:
    """Tell whether years are somebody's age: `(34 عاما)`, `عن 40 عاما`, `عمره 12 سنة`."""
    front = line.before(at)
    if amount.unit.key != "year":
        # «طفل في عمر 29 شهرا»
        if front is None or amount.unit.key not in _AGES:
            return False
        return front.word("age") or (front.number is not None and line.tokens[at].number is None)
    behind = line.tokens[amount.last]
    if _age_told_before(line, at) or (behind.word("from") and line.tokens[amount.last + 1].word("age")):
        return True
    if front is None or amount.count is None or amount.unit.definite:
        return False
    # «سعد (23 عاما و37 مباراة)»
    listed = front.text == "(" and (behind.text == "و" or line.conjoined(amount.last))
    enclosed = listed or (front.text, behind.text) in _AGE_MARKS or _describes(line, at, behind)
    # «لا تقل عن 5 سنوات» measures.
    return enclosed or (front.word("under") and not _is_bound(line, at))


def _describes(line: Discourse, at: int, behind: Token) -> bool:
    """Tell whether years stand between a name and what describes it: `ساندرا 61 عاما الحائزة جائزة`."""
    front = line.tokens[at - 1]
    named = front.means is NO_MEANING and front.text.isalpha() and line.tokens[at].text.isdigit()
    return named and behind.article and behind.means is NO_MEANING


def _age_told_before(line: Discourse, at: int) -> bool:
    """Tell whether a word of age leads here: `عمره 12 سنة`, `أعمارهم بين 5 سنوات و12 سنة`."""
    strange = 0
    for place in range(at - 1, max(-1, at - _FAR), -1):
        token = line.tokens[place]
        if token.word("age"):
            return True
        # «يبلغ الرجل 45 عاما», but «المدة تبلغ أكثر من عام».
        if token.word("turns") and place + 1 < at and not line.tokens[place + 1].word("rather"):
            return True
        # «تبلغ مدته خمس سنوات»
        if token.text in _MARKS or token.word("during"):
            return False
        if token.means.unit is not None:
            # Further years are somebody's age only where they go on with the same range.
            behind = line.tokens[place + 1]
            if not (behind.text == "و" or behind.word("to", "or")):
                return False
        elif token.number is None and token.means.word is None and token.text not in ("و", "ال"):
            strange += 1
            if strange == _NEAR:
                return False
    return False


def _is_bound(line: Discourse, at: int) -> bool:
    """Tell whether a unit is a bound: `لا تقل مدته عن سنة`, `لا تزيد على شهر`, `تصل إلى عام`."""
    front, behind = line.tokens[at - 1], line.tokens[at + 1]
    if _is_named(behind):
        return False
    verb = ("reaching", "lasting") if front.word("to") else ("measured",)
    if not front.word("to", "under", "onto"):
        return False
    return any(line.tokens[place].word(*verb) for place in range(max(0, at - _BOUND), at - 1))


def _fills_hours(line: Discourse, at: int, amount: Amount) -> bool:
    """Tell whether an hour is how long something lasted, its subject between: `استمر الاجتماع ساعة`."""
    near = range(max(0, at - _NEAR), at - 1)
    return amount.unit.key == "hour" and any(line.tokens[place].word("lasting") for place in near)


def _accusative(line: Discourse, at: int) -> bool:
    return line.tokens[at].text.endswith("ا")


def _counts_from_event(line: Discourse, at: int, amount: Amount) -> bool:
    """Tell whether a unit counts to or from an event: `قبل المباراة بيوم`, `بعد ذلك بأيام`."""
    if line.text[line.tokens[at].start - 1] != "ب" or amount.unit.key == "moment":
        return False
    words = ("before", "after", "behind_it")
    return any(line.tokens[place].word(*words) for place in range(at - 1, max(-1, at - 5), -1))
