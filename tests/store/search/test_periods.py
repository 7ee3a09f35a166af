from datetime import date

import pytest

from tawatur.store.search.periods import period


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2015-08-03", date(2015, 8, 3), date(2015, 8, 3)),
        ("٢٠١٥/٨/٣", date(2015, 8, 3), date(2015, 8, 3)),
        ("3 أغسطس 2015", date(2015, 8, 3), date(2015, 8, 3)),
        ("آب 2015", date(2015, 8, 1), date(2015, 8, 31)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2015", date(2015, 1, 1), date(2015, 12, 31)),
        ("4 شوال 1436هـ", date(2015, 7, 20), date(2015, 7, 20)),
    ],
)
def test_days_months_and_years(typed: str, first: date, last: date) -> None:
    assert period(typed) == (first, last)


@pytest.mark.parametrize(
    "typed", ["", "غدا", "15", "99999", "0000-01-01", "2015-13", "2015-02-30", "2015-08-01 2015-08-02"]
)
def test_what_is_none(typed: str) -> None:
    assert period(typed) is None
