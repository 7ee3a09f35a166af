"""Conversion by the Umm al-Qura tables."""

from datetime import date, timedelta

import pytest

from tawatur.calendars.hijri import from_hijri, to_hijri
from tawatur.calendars.numeric import is_day
from tawatur.calendars.words import Calendar

FIRST, LAST = date(1924, 8, 1), date(2077, 11, 16)


@pytest.mark.parametrize(
    ("hijri", "western"),
    [
        ((1343, 1, 1), FIRST),
        ((1400, 1, 1), date(1979, 11, 20)),
        ((1436, 10, 4), date(2015, 7, 20)),
        ((1436, 12, 10), date(2015, 9, 23)),
        ((1345, 5, 31), date(1926, 12, 6)),
        ((1444, 9, 1), date(2023, 3, 23)),
        ((1446, 1, 1), date(2024, 7, 7)),
        ((1500, 12, 30), LAST),
    ],
)
def test_known_days(hijri: tuple[int, int, int], western: date) -> None:
    assert from_hijri(*hijri) == western
    assert to_hijri(western) == hijri


def test_every_day_from_1300_to_1500_goes_there_and_back_or_is_refused() -> None:
    expected = FIRST
    lengths = []
    for year in range(1300, 1501):
        for month in range(1, 13):
            days = [day for number in range(1, 33) if (day := from_hijri(year, month, number))]
            lengths.append(len(days))
            # A month begins where the one before it ended.
            for number, day in enumerate(days, start=1):
                assert day == expected
                assert to_hijri(day) == (year, month, number)
                assert is_day(Calendar.HIJRI, year, month, number)
                expected += timedelta(1)
    assert expected == LAST + timedelta(1)
    # The tables begin in 1343; eight months before 1365 were decreed shorter or longer than the moon.
    assert lengths[: 43 * 12] == [0] * (43 * 12)
    assert sum(length not in (29, 30) for length in lengths[43 * 12 :]) == 8


@pytest.mark.parametrize(
    "parts", [(1436, 13, 1), (1436, 0, 1), (1436, 1, 0), (1436, 1, 31), (1501, 1, 1), (0, 1, 1)]
)
def test_no_such_day(parts: tuple[int, int, int]) -> None:
    assert from_hijri(*parts) is None


@pytest.mark.parametrize("day", [FIRST - timedelta(1), LAST + timedelta(1), date.min, date.max])
def test_days_outside_the_tables_have_no_hijri_date(day: date) -> None:
    assert to_hijri(day) is None
