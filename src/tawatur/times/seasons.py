"""Seasons of the year."""

from tawatur.times.discourse import Discourse, Found
from tawatur.times.units import period
from tawatur.times.values import year_value
from tawatur.times.words import Lexeme
from tawatur.times.years import year_meant

# The month in which a season begins; winter begins in the year before most of its months.
_BEGINS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_LONG = 3


def _year_of(line: Discourse, named: Lexeme, offset: int) -> str:
    """Return the year of the season before, in, or after which the text is written."""
    if line.now is None:
        return year_value(None)
    begins = _BEGINS[named.code]
    # The season that runs, or the latest that has begun.
    latest = 0 if line.now.month >= begins else -1
    runs = (line.now.month - begins) % 12 < _LONG
    if offset < 0:
        return year_value(line.now, latest - runs)
    return year_value(line.now, latest + (offset > 0))


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
        return period(at, place + 2, f"{_year_of(line, named, modifier.number)}-{named.code}")
    if not led:
        front = line.before(at)
        preposed = front is not None and (
            front.word("in", "during", "throughout", "since")
            or (front.means.season is not None and line.conjoined(at))
        )
        if not (preposed and tokens[place].article):
            return None
    front = line.before(at)
    told = tokens[at].word("this", "holiday") or (front is not None and front.word("before", "after"))
    running = line.now if told else None
    return period(at, place + 1, f"{year_value(running)}-{named.code}")
