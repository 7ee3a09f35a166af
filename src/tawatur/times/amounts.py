"""Amounts of time: `ثلاثة أشهر ونصف`, `عامين`, `بضعة أيام`, `السنوات الخمس الماضية`."""

from dataclasses import dataclass
from decimal import Decimal

from tawatur.times.discourse import Discourse
from tawatur.times.tokens import Token
from tawatur.times.words import Form, Lexeme

# Fractions of a unit, spoken behind a count (ونصف) or in front of the unit (نصف ساعة).
_BEHIND = {"and_half": Decimal("0.5"), "and_quarter": Decimal("0.25"), "and_third": Decimal(1) / 3}
_FRONT = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "third": Decimal(1) / 3}
# A fraction is told in smaller units where these make it whole.
_SMALLER = {"year": ("M", 12), "season": ("M", 12), "hour": ("M", 60), "minute": ("S", 60)}
# Fractions of these are told in years.
_YEARS = {"decade": 10, "century": 100}
# «740 عقدا» are contracts, not decades; nor is anything said in more seconds than an hour has.
_MOST = {"decade": 20, "second": 3600, "moment": 10, "season": 50, "term": 8, "night": 1001}
_SIZES = (
    "moment", "second", "minute", "hour", "night", "day", "week", "month", "term", "season", "year", "decade",
    "century",
)  # fmt: skip
_FIGURES_OF_YEAR = 4
_SPANNING = ("since", "before", "after", "during", "throughout", "rather", "lasting")
# How far in front of a count of contracts, and behind it, may stand what tells them from decades.
_CONTRACT = 12
_NEAR = 4
# «أيام عيد الفطر المبارك الثلاثة»: how far behind the days of a feast their count may stand.
_FEAST = 4


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of time up to the token `last`; `count` is `None` where it is not told.

    `settled` says that the phrase proves itself: it has a count, or a word that needs one.
    """

    last: int
    unit: Lexeme
    count: Decimal | None
    fraction: Decimal
    settled: bool
    rest: str = ""
    """What smaller units add: `6M` of سنة وستة أشهر."""

    @property
    def value(self) -> str:
        """The TIMEX3 duration."""
        return duration(self.unit, self.count, self.fraction) + self.rest


def duration(unit: Lexeme, count: Decimal | None, fraction: Decimal = Decimal(0)) -> str:
    """Return the value of a duration: `P3D`, `PT2H`, `PXY`, `P1Y6M`, `P3.5M`."""
    prefix, letter = ("PT", unit.code[1:]) if unit.code.startswith("T") else ("P", unit.code)
    if count is None:
        return f"{prefix}X{letter}"
    count, fraction = count * unit.number, fraction * unit.number
    if fraction and unit.key in _YEARS:
        return f"P{round((count + fraction) * _YEARS[unit.key])}Y"
    if fraction and unit.key in _SMALLER:
        smaller, size = _SMALLER[unit.key]
        rest = f"{round(fraction * size)}{smaller}"
        return f"{prefix}{count.normalize():f}{letter}{rest}" if count else f"{prefix}{rest}"
    return f"{prefix}{(count + fraction).normalize():f}{letter}"


def amount_at(line: Discourse, at: int) -> Amount | None:
    """Read an amount of time that begins at this token."""
    amount = _counted(line, at) or _fraction(line, at) or _uncounted(line, at)
    if amount is None:
        return None
    return _with_rest(line, _with_fraction(line, _with_modifier(line, amount)))


def _counted(line: Discourse, at: int) -> Amount | None:
    """Read a number and its unit: `عشر سنوات`, `أربع أو خمس سنوات`, `آخر 24 ساعة`."""
    tokens = line.tokens
    place = at + 1 if tokens[at].word("last_of") else at
    if tokens[place].text == "ال":
        place += 1
    count = tokens[place].number
    if count is None:
        return None
    place += 1
    # «لمدة (12) شهرا»
    if tokens[place].text == ")" and at and tokens[at - 1].text == "(":
        place += 1
    if (tokens[place].word("or", "to") or tokens[place].text == "-") and tokens[place + 1].number is not None:
        count, place = None, place + 2
    unit = tokens[place].means.unit
    if unit is None or unit.form not in (Form.SINGULAR, Form.PLURAL) or tokens[place].word("hour"):
        return None
    if _begins_a_date(line, place, unit):
        return None
    if unit.ambiguous and count is not None and count > _MOST[unit.key]:
        return None
    if (unit.definite and not _is_definite(line, place - 1)) or _is_a_thing(line, at, place, unit):
        return None
    return Amount(place + 1, unit, count, Decimal(0), settled=True)


def _is_definite(line: Discourse, at: int) -> bool:
    """Tell whether the article stands before a count, or in it: `الخمسة الأعوام المقبلة`."""
    token = line.tokens[at]
    return token.article or line.text[max(0, token.start - 2) : token.start] in ("ال", "لل")


def _is_a_thing(line: Discourse, at: int, place: int, unit: Lexeme) -> bool:
    """Tell whether what is counted is no time: `خمسة عقود لمشاريع` are contracts, `200 ساعة يد` watches."""
    if unit.key == "hour":
        return line.tokens[place + 1].word("watch")
    front = line.before(at)
    if unit.key != "decade" or (front is not None and front.word(*_SPANNING)):
        return False
    near = range(max(0, at - _CONTRACT), place + _NEAR)
    return any(line.tokens[one].word("contract") for one in near)


def _begins_a_date(line: Discourse, at: int, unit: Lexeme) -> bool:
    """Tell whether a unit belongs to what stands behind it: `194 مليونا عام 2013`, `15 يوم الأحد`."""
    behind = line.tokens[at + 1]
    if unit.form is Form.PLURAL or line.tokens[at].text.endswith("ا"):
        return False
    if unit.key == "year":
        return len(behind.text) == _FIGURES_OF_YEAR and behind.text.isdigit()
    if unit.key == "day":
        return behind.date is not None or bool(behind.means.weekday or behind.means.deictic)
    return unit.key == "month" and (behind.date is not None or behind.means.month is not None)


def _fraction(line: Discourse, at: int) -> Amount | None:
    word, unit = line.tokens[at].means.word, line.tokens[at + 1].means.unit
    if word is None or word.key not in _FRONT or unit is None or unit.form is not Form.SINGULAR:
        return None
    if unit.definite:
        return None
    return Amount(at + 2, unit, Decimal(0), _FRONT[word.key], settled=True)


def _uncounted(line: Discourse, at: int) -> Amount | None:
    """Read a unit that counts itself (`عامين`), is vague (`بضعة أيام`), or has its count behind it."""
    tokens = line.tokens
    place, vague = at, False
    while tokens[place].word("vague") and place < at + 3:
        place, vague = place + 1, True
    unit = tokens[place].means.unit
    if unit is None or unit.form in (None, Form.CONSTRUCT):
        return None
    last = place + 1
    if vague:
        return Amount(last, unit, None, Decimal(0), settled=True) if unit.form is Form.PLURAL else None
    if unit.form is Form.SINGULAR:
        return _one(line, at, unit)
    if unit.form is Form.DUAL:
        return Amount(last, unit, Decimal(2), Decimal(0), settled=not unit.definite)
    if (counted := _count_behind(line, last, unit)) is not None:
        return counted
    # The accusative measures by itself: استمرت شهورا.
    return Amount(
        last, unit, None, Decimal(0), settled=not unit.definite and tokens[place].text.endswith("ا")
    )


def _count_behind(line: Discourse, at: int, unit: Lexeme) -> Amount | None:
    """Read the count behind a plural: `السنوات الخمس`, `الساعات الـ24`, `أيام عيد الفطر الثلاثة`."""
    tokens = line.tokens
    if tokens[at].text == "ال" and unit.definite:
        count, last = tokens[at + 1].number, at + 2
    elif unit.definite:
        count, last = tokens[at].number, at + 1
        if tokens[at].text.isdigit() or _is_a_thing(line, at - 1, at, unit):
            return None
    elif tokens[at].word("feast") or tokens[at].means.feast is not None:
        last = next((place for place in range(at, at + _FEAST) if tokens[place].number is not None), at)
        count, last = tokens[last].number, last + 1
        if tokens[last - 1].text.isdigit():
            return None
    else:
        return None
    if count is None or count >= 100:
        return None
    return Amount(last, unit, count, Decimal(0), settled=True)


def _one(line: Discourse, at: int, unit: Lexeme) -> Amount | None:
    tokens = line.tokens
    if unit.definite:
        # «في الموسم الواحد»: what holds of any one.
        if not tokens[at + 1].word("the_one") or unit.key == "century":
            return None
        return Amount(at + 2, unit, Decimal(1), Decimal(0), settled=True)
    # «موسم رياضي واحد»: an adjective may stand before the count.
    one = at + 1 if _is_one(tokens[at + 1]) else at + 2
    if _is_one(tokens[one]):
        return Amount(one + 1, unit, Decimal(1), Decimal(0), settled=True)
    if unit.key == "decade" and _is_ten_years(line, at):
        return Amount(at + 1, unit, Decimal(1), Decimal(0), settled=True)
    last = at + 2 if tokens[at + 1].word("school") else at + 1
    halved = tokens[last].means.word
    settled = halved is not None and halved.key in _BEHIND
    more = tokens[last].word("or") and tokens[last + 1].word("more")
    if more or _is_sentenced(line, at):
        return Amount(last, unit, Decimal(1), Decimal(0), settled=True)
    # «شهرا» measures by itself; «عاما», «يوما» and «عقدا» are other words too.
    settled = settled or (unit.key in ("month", "week") and tokens[at].text.endswith("ا"))
    return Amount(last, unit, Decimal(1), Decimal(0), settled=settled and not unit.ambiguous)


def _is_sentenced(line: Discourse, at: int) -> bool:
    """Tell whether a unit is what somebody is sentenced to: `بالسجن عاما`, `الحبس سنة`."""
    front = line.before(at)
    return front is not None and front.word("prison") and line.tokens[at].text.endswith(("ا", "ه"))


def _is_ten_years(line: Discourse, at: int) -> bool:
    """Tell `منذ عقد من الزمن` and `قبل أكثر من عقد،` from a contract, or from `منذ عقد الاجتماع`."""
    behind, front = line.tokens[at + 1], line.before(at)
    if front is None or behind.word("of_time"):
        return front is not None
    led = front.word("since", "before", "during", "throughout") or (
        front.word("rather") and line.tokens[at - 2].word(*_SPANNING)
    )
    return led and (behind.text == "" or not (behind.text.isalnum() or behind.text == '"'))


def _is_one(token: Token) -> bool:
    return token.number == 1 and not token.text.isdigit() and not token.article


def _with_modifier(line: Discourse, amount: Amount) -> Amount:
    """Take `القليلة الماضية`, `الأخيرة`, `كاملة` in: they prove a bare plural to be a span of time."""
    last, proves = amount.last, False
    while last < amount.last + 2 and (proven := _modifies(line, last, amount.unit)) is not None:
        last, proves = last + 1, proves or proven
    if last == amount.last or (amount.unit.form is Form.SINGULAR and not (amount.settled or proves)):
        return amount
    return Amount(last, amount.unit, amount.count, amount.fraction, settled=amount.settled or proves)


def _modifies(line: Discourse, at: int, unit: Lexeme) -> bool | None:
    """Tell whether the word behind a unit proves it a span of time; `None` where it is none of its own."""
    token = line.tokens[at]
    modifier = token.means.modifier
    if modifier is None:
        if token.word("few", "whole") or (token.text == "عده" and line.tokens[at + 1].means.unit is None):
            return True
        first = token.means.ordinal is not None and token.means.ordinal.number == 1
        return False if token.word("reckoned") or (first and unit.definite) else None
    # «الأيام نفسها» are days told before; «الدقائق الأخيرة» are a match's.
    if modifier.key == "same" or (modifier.key == "recent" and unit.key in ("minute", "moment", "second")):
        return None
    return unit.form is not Form.SINGULAR


def _with_fraction(line: Discourse, amount: Amount) -> Amount:
    word = line.tokens[amount.last].means.word
    if word is None or word.key not in _BEHIND or amount.count is None:
        return amount
    unit = line.tokens[amount.last + 1].means.unit
    last = amount.last + (2 if unit is not None and unit.key == amount.unit.key else 1)
    return Amount(last, amount.unit, amount.count, _BEHIND[word.key], settled=True)


def _with_rest(line: Discourse, amount: Amount) -> Amount:
    """Take a count of smaller units in: `سنة وستة أشهر`, `ساعتين و30 دقيقة`."""
    place = amount.last
    if line.tokens[place].text == "و":
        place += 1
    elif not line.conjoined(place):
        return amount
    rest = _counted(line, place)
    if rest is None or rest.count is None or amount.count is None or amount.fraction:
        return amount
    if _SIZES.index(rest.unit.key) >= _SIZES.index(amount.unit.key):
        return amount
    value = rest.value.removeprefix("P")
    if amount.unit.code.startswith("T"):
        value = value.removeprefix("T")
    return Amount(rest.last, amount.unit, amount.count, amount.fraction, settled=True, rest=value)
