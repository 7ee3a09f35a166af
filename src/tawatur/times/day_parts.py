"""Parts of the day, with the day they belong to."""

from dataclasses import replace

from tawatur.records.time_expression import TimeType
from tawatur.times.days import day_at
from tawatur.times.discourse import Discourse, Found
from tawatur.times.units import REFERENCES
from tawatur.times.values import day_value, shifted
from tawatur.times.words import Lexeme

_SHIFTS = frozenset(("evening_shift", "morning_shift"))
# Which day it was must be told behind them: ساعة متأخرة من يوم السبت.
_AT_SOME_HOUR = frozenset(("early", "late"))
_HOURS = frozenset(("small_hours", "evening_hours", "night_hours"))
# They are times wherever they stand: بعد الظهر.
_TELLING = frozenset(("midnight", "past_noon", "before_noon", *_HOURS))
ADVERBS = frozenset(("by_day", "by_night", "in_the_afternoon", "in_the_morning"))
"""Parts of the day that are adverbs: `صباحا`, `ليلا`."""


def part_at(line: Discourse, at: int) -> Found | None:
    """Read a part of the day with its day: `مساء أمس`, `فجر يوم السبت`, `الليلة الماضية`, `هذا المساء`."""
    tokens = line.tokens
    this = tokens[at].word("this")
    place = at + 1 if this else at
    part = tokens[place].means.part
    if part is None:
        return None
    behind = place + 1
    if part.key in ADVERBS or (part.key == "evening" and not this and _stands_alone(line, place)):
        return _adverb(line, place)
    if part.key == "tonight":
        return _night(line, at, behind, part.code)
    if this:
        # «هذا العصر» is this age.
        return None if part.key == "afternoon" else _part_of(line, at, behind, part.code, 0)
    if tokens[behind].word("from"):
        behind += 1
    inner = day_at(line, behind)
    if inner is None or inner.type is not TimeType.DATE:
        return _part_alone(line, at, part)
    line.afternoon = part.code != "MO"
    last = _second_day(line, inner.last) if part.key == "night" else inner.last
    day = day_value(None) if inner.value in REFERENCES.values() else inner.value
    return Found(first=at, last=last, type=TimeType.TIME, value=f"{day}T{part.code}", day=inner.day)


def day_and_part_at(line: Discourse, at: int) -> Found | None:
    """Read a day, and the part of it that may stand behind: `السبت مساء`, `أمس صباحا`."""
    found = day_at(line, at)
    if found is None or found.day is None or found.type is not TimeType.DATE:
        return found
    part = line.tokens[found.last].means.part
    if part is None or part.key not in (*ADVERBS, "evening") or line.conjoined(found.last):
        return found
    behind = line.tokens[found.last + 1].means
    # «السبت مساء الأحد»: each day has its own.
    if line.text[line.tokens[found.last].start - 1] != " " or behind.deictic or behind.weekday:
        return found
    return replace(found, last=found.last + 1, type=TimeType.TIME, value=f"{found.value}T{part.code}")


def _night(line: Discourse, at: int, behind: int, code: str) -> Found:
    """Read `الليلة`, `الليلة الماضية`, `الليلة قبل الماضية`."""
    tokens = line.tokens
    modifier, beyond = tokens[behind].means.modifier, tokens[behind + 1].means.modifier
    if modifier is not None and modifier.key == "same":
        return replace(_on_day_told(line, at, code), last=behind + 1)
    if modifier is not None and modifier.key == "last":
        return _part_of(line, at, behind + 1, code, -1)
    if tokens[behind].word("before") and beyond is not None:
        return _part_of(line, at, behind + 2, code, 2 * beyond.number)
    return _part_of(line, at, behind, code, 0)


def _second_day(line: Discourse, at: int) -> int:
    """Return the place behind the second day of a night: `ليل السبت الأحد`, `ليل الجمعة - السبت`."""
    if line.tokens[at - 1].means.weekday is None:
        return at
    place = at + 1 if line.tokens[at].text in ("-", "/") else at
    written_on = line.conjoined(place) or line.tokens[place].means.weekday is None
    return at if written_on else place + 1


def _stands_alone(line: Discourse, at: int) -> bool:
    """Tell whether an indefinite `مساء` ends its phrase: `يعودون مساء، ثم`."""
    front, token, behind = line.before(at), line.tokens[at], line.tokens[at + 1].text
    own = front is None or front.word("in", "to", "from", "every") or token.article
    return not own and (behind == "" or not (behind[0].isalnum() or behind in ('"', "(")))


def _adverb(line: Discourse, at: int) -> Found | None:
    """Read `ليلا` and `صباحا` where they stand alone: on the day told last."""
    part = line.tokens[at].means.part
    assert part is not None
    # «ليلا ونهارا» is always.
    # «جهارا نهارا»; «فجرا نفسيهما» is a verb.
    front = line.before(at)
    if (front is not None and front.word("openly")) or line.tokens[at + 1].word("themselves"):
        return None
    beside = (line.tokens[at + 1].means.part, line.tokens[at - 1].means.part if at else None)
    if any(other is not None and other.key in ADVERBS for other in beside):
        return None
    night = part.key in ("by_night", "by_day") and line.day_in_sentence is None
    if night and not line.past(at, at + 1):
        return _part_of_any_day(at, part.code)
    return _on_day_told(line, at, part.code)


def _part_alone(line: Discourse, at: int, part: Lexeme) -> Found | None:
    """Read `في المساء`, `طوال الليل`, `بعد منتصف الليل` without their day."""
    front = line.before(at)
    if part.key == "eve":
        return None
    led = front is not None and front.word(
        "in", "during", "throughout", "since", "to", "before", "after", "at"
    )
    token = line.tokens[at]
    if part.key in _TELLING:
        led = led or part.key not in _HOURS
    elif part.key in _SHIFTS:
        # Schools and offices have such shifts on every day.
        led = led and line.day is not None and not line.recurring
    else:
        plain = token.article and token.start != line.tokens[at - 1].end + 2
        led = led and plain and part.key not in _AT_SOME_HOUR and not _is_an_age(line, at, part)
    if not led:
        return None
    # «فترة ما بعد الظهر» is any day's.
    if part.key == "past_noon" and front is not None and front.text == "ما":
        return _part_of_any_day(at, part.code)
    # A text that tells no day speaks of every night: «يسهر الناس طوال الليل».
    told = line.day is not None or part.key not in ("night", "daytime")
    return _on_day_told(line, at, part.code) if told else _part_of_any_day(at, part.code)


def _part_of_any_day(at: int, code: str) -> Found:
    return Found(first=at, last=at + 1, type=TimeType.TIME, value=f"{day_value(None)}T{code}")


def _is_an_age(line: Discourse, at: int, part: Lexeme) -> bool:
    """Tell `العصر الحديث` from a part of the day."""
    behind = line.tokens[at + 1]
    if part.key != "afternoon":
        return False
    return behind.article and behind.means.weekday is None and behind.means.deictic is None


def _on_day_told(line: Discourse, at: int, code: str) -> Found:
    day = None if line.recurring else line.day or line.now
    return Found(first=at, last=at + 1, type=TimeType.TIME, value=f"{day_value(day)}T{code}")


def _part_of(line: Discourse, first: int, last: int, code: str, days: int) -> Found:
    day = shifted(line.spoken if days > -2 else line.now, days)
    return Found(first=first, last=last, type=TimeType.TIME, value=f"{day_value(day)}T{code}", day=day)
