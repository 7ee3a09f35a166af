"""Hours as they are written."""

import pytest

from tawatur.arabic.folding import folded
from tawatur.calendars.clocks import clock_at, zone_at
from tawatur.calendars.words import calendar_words


@pytest.mark.parametrize(
    ("text", "hour", "minute", "zone"),
    [
        ("الساعة 4:19 م", 16, 19, None),
        ("الساعة ٦:١٠ مساءً", 18, 10, None),
        ("الساعة (6:55)", 6, 55, None),
        ("الساعة الـ 10 صباحا", 10, 0, None),
        ("الساعة 14.52", 14, 52, None),
        ("الساعة 0821 بتوقيت جرينتش", 8, 21, "+00:00"),
        ("الساعة 12 ليلا", 0, 0, None),
        ("الساعة 2 ليلا", 2, 0, None),
        ("الساعة 12 ظهرا", 12, 0, None),
        ("الساعة 1 بعد الظهر", 13, 0, None),
        ("الساعة 11 ظهرا", 11, 0, None),
        ("04:34 صباحا", 4, 34, None),
        ("12:05 صباحا", 0, 5, None),
        ("11:33 AM", 11, 33, None),
        ("11:33 p.m.", 23, 33, None),
        ("17:05 ت م", 17, 5, "+03:00"),
        ("17:05 ت غ", 17, 5, "+00:00"),
        ("21:45:00+0300", 21, 45, "+03:00"),
        ("10 مساء", 22, 0, None),
    ],
)
def test_an_hour_is_read(text: str, hour: int, minute: int, zone: str | None) -> None:
    clock = clock_at(folded(text), 0, calendar=calendar_words())
    assert clock is not None
    assert (clock.hour, clock.minute, clock.zone) == (hour, minute, zone)
    assert clock.end == len(folded(text))


@pytest.mark.parametrize(
    "text",
    ["10", "25:10", "10:75", "14.52", "0821", "الساعة", "الساعة التي", "10 مترا", "100 م", "10:20:30:40"],
)
def test_other_figures_are_no_hour(text: str) -> None:
    assert clock_at(folded(text), 0, calendar=calendar_words()) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [("4:19 م", True), ("4:19", False), ("16:19", True), ("00:19", True), ("12:19", False)],
)
def test_whether_the_half_of_the_day_is_told(text: str, told: bool) -> None:
    clock = clock_at(text, 0, calendar=calendar_words())
    assert clock is not None
    assert clock.half is told


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        (" GMT", "+00:00"),
        (" بتوقيت مكة المكرمة", "+03:00"),
        (" (بتوقيت غرينتش)", "+00:00"),
        (" EST", "-05:00"),
        (" +0530", "+05:30"),
    ],
)
def test_a_zone_is_read(text: str, offset: str) -> None:
    zone = zone_at(folded(text), 0, calendar=calendar_words())
    assert zone is not None
    assert zone[0] == offset


@pytest.mark.parametrize("text", [" السعودية", " مكة", " zebra", " +03"])
def test_a_place_is_no_zone_by_itself(text: str) -> None:
    assert zone_at(folded(text), 0, calendar=calendar_words()) is None
