"""Which figure of a date is which."""

import pytest

from tawatur.calendars.numeric import fields, is_day, year_calendar
from tawatur.calendars.words import Calendar

G, H = Calendar.GREGORIAN, Calendar.HIJRI


@pytest.mark.parametrize(
    ("figures", "era", "read"),
    [
        (("5", "6", "2015"), None, (G, 2015, 6, 5)),
        (("5", "16", "2015"), None, (G, 2015, 5, 16)),
        (("2015", "6", "5"), None, (G, 2015, 6, 5)),
        (("2015", "16", "5"), None, (G, 2015, 5, 16)),
        (("4", "10", "1436"), None, (H, 1436, 10, 4)),
        (("4", "10", "1436"), G, (G, 1436, 10, 4)),
        (("4", "10", "1600"), H, (H, 1600, 10, 4)),
        (("4", "10", "36"), H, (H, 1436, 10, 4)),
        (("4", "10", "15"), G, (G, 2015, 10, 4)),
        (("4", "10", "98"), None, (G, 1998, 10, 4)),
    ],
)
def test_fields(
    figures: tuple[str, str, str], era: Calendar | None, read: tuple[Calendar, int, int, int]
) -> None:
    assert fields(figures, era) == read


@pytest.mark.parametrize(
    "figures",
    [
        ("4", "10", "36"),
        ("4", "10", "15"),
        ("13", "13", "2015"),
        ("31", "4", "2015"),
        ("29", "2", "2015"),
        ("0", "4", "2015"),
        ("4", "10", "1200"),
        ("4", "10", "2500"),
        ("2015", "4", "2015"),
        ("4", "10", "5"),
        ("31", "1", "1436"),
    ],
)
def test_figures_that_tell_no_date(figures: tuple[str, str, str]) -> None:
    assert fields(figures, None) is None


@pytest.mark.parametrize(
    ("year", "month", "day", "there"),
    [
        (2024, 2, 29, True),
        (2023, 2, 29, False),
        (1900, 2, 29, False),
        (2000, 2, 29, True),
        (2015, 12, 31, True),
        (2015, 4, 31, False),
        (2015, 13, 1, False),
        (0, 1, 1, False),
    ],
)
def test_days_of_the_gregorian_calendar(year: int, month: int, day: int, there: bool) -> None:
    assert is_day(G, year, month, day) is there


def test_the_calendar_of_a_bare_year() -> None:
    assert [year_calendar(year) for year in (1299, 1300, 1500, 1501, 2199, 2200)] == [None, H, H, G, G, None]
