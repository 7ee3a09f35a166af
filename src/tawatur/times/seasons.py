"""Seasons of the year."""

from tawatur.times.discourse import Discourse, Found
from tawatur.times.units import period
from tawatur.times.values import year_value
from tawatur.times.years import year_meant


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
        return period(at, place + 2, f"{year_value(line.now, modifier.number)}-{named.code}")
    if not led:
        front = line.before(at)
        preposed = front is not None and (
            front.word("in", "during", "since") or (front.means.season is not None and line.conjoined(at))
        )
        if not (preposed and tokens[place].text.startswith("ال")):
            return None
    running = line.now if tokens[at].word("this", "holiday") else None
    return period(at, place + 1, f"{year_value(running)}-{named.code}")
