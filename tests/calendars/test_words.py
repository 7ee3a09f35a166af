"""The words of dates, assembled."""

import re

from tawatur.calendars.words import Calendar, alternation, calendar_words, plain


def test_one_month_has_many_names() -> None:
    words = calendar_words()
    names = ("نيسان", "أبريل", "إبريل", "أفريل", "April", "avril")
    assert {(words.month_named(name).calendar, words.month_named(name).number) for name in names} == {
        (Calendar.GREGORIAN, 4)
    }


def test_every_month_of_both_calendars_has_a_name() -> None:
    told = {(name.calendar, name.number) for name in calendar_words().months.values()}
    assert told == {(calendar, number) for calendar in Calendar for number in range(1, 13)}


def test_every_day_of_the_week_has_a_name() -> None:
    assert set(calendar_words().weekdays.values()) == set(range(1, 8))


def test_no_form_names_two_months() -> None:
    words = calendar_words()
    assert words.month_named("كانون الأول").number == 12
    assert words.month_named("كانون الثاني").number == 1
    assert words.month_named("ربيع الأول").calendar is Calendar.HIJRI


def test_a_longer_form_wins_over_one_it_begins_with() -> None:
    match = re.match(alternation(["رمضان", "رمضان المبارك"]), plain("رمضان  المبارك").replace(" ", "  "))
    assert match is not None
    assert plain(match[0]) == "رمضان المبارك"
