"""Amounts of time: `ثلاثة أشهر ونصف`, `عامين`, `بضعة أيام`, `السنوات الخمس الماضية`."""

from dataclasses import dataclass
from decimal import Decimal

from tawatur.times.discourse import Discourse
from tawatur.times.words import Form, Lexeme

# Fractions of a unit, spoken behind a count (ونصف) or in front of the unit (نصف ساعة).
_BEHIND = {"and_half": Decimal("0.5"), "and_quarter": Decimal("0.25"), "and_third": Decimal(1) / 3}
_FRONT = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "third": Decimal(1) / 3}
# A fraction is told in smaller units where these make it whole.
_SMALLER = {"year": ("M", 12), "hour": ("M", 60), "minute": ("S", 60)}
# Fractions of these are told in years.
_YEARS = {"decade": 10, "century": 100}
# «740 عقدا» are contracts, not decades; nor is anything said in more seconds than an hour has.
_MOST = {"decade": 20, "second": 3600}
_SIZES = ("second", "minute", "hour", "day", "week", "month", "year", "decade", "century")


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
    if (tokens[place].word("or", "to") or tokens[place].text == "-") and tokens[place + 1].number is not None:
        count, place = None, place + 2
    unit = tokens[place].means.unit
    if unit is None or unit.form not in (Form.SINGULAR, Form.PLURAL) or tokens[place].word("hour"):
        return None
    if unit.ambiguous and count is not None and count > _MOST[unit.key]:
        return None
    if unit.definite and tokens[place - 1].text != "ال":
        return None
    return Amount(place + 1, unit, count, Decimal(0), settled=True)


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
    behind = tokens[last].number
    if unit.definite and behind is not None and behind < 100 and not tokens[last].text.isdigit():
        return Amount(last + 1, unit, behind, Decimal(0), settled=True)
    # The accusative measures by itself: استمرت شهورا.
    return Amount(
        last, unit, None, Decimal(0), settled=not unit.definite and tokens[place].text.endswith("ا")
    )


def _one(line: Discourse, at: int, unit: Lexeme) -> Amount | None:
    tokens = line.tokens
    if unit.definite:
        return None
    last = at + 2 if tokens[at + 1].word("school") else at + 1
    if tokens[last].number == 1 and not tokens[last].text.isdigit():
        return Amount(last + 1, unit, Decimal(1), Decimal(0), settled=True)
    halved = tokens[last].means.word
    settled = halved is not None and halved.key in _BEHIND
    return Amount(last, unit, Decimal(1), Decimal(0), settled=settled and not unit.ambiguous)


def _with_modifier(line: Discourse, amount: Amount) -> Amount:
    """Take `القليلة الماضية`, `الأخيرة`, `قادمة` in: they prove a bare plural to be a span of time."""
    last = amount.last
    while last < amount.last + 2 and (
        line.tokens[last].word("few") or line.tokens[last].means.modifier is not None
    ):
        last += 1
    if last == amount.last or (amount.unit.form is Form.SINGULAR and not amount.settled):
        return amount
    return Amount(last, amount.unit, amount.count, amount.fraction, settled=True)


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
