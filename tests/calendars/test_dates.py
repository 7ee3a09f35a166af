"""Written dates in every shape that pages and bodies give them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.calendars.dates import WrittenDate, find_dates, gregorian
from tawatur.calendars.words import Calendar, calendar_words


def dates(text: str) -> tuple[WrittenDate, ...]:
    return find_dates(text, calendar=calendar_words())


def clock(written: WrittenDate) -> str | None:
    return None if written.hour is None else f"{written.hour:02d}:{written.minute:02d}{written.zone or ''}"


WHOLE = [
    ("11th, May 2025 GMT", "2025-05-11", None),
    ("28 Apr 2025 21:45", "2025-04-28", "21:45"),
    ("28Apr2025", "2025-04-28", None),
    ("28-Apr-2025", "2025-04-28", None),
    ("28-May-25", "2025-05-28", None),
    ("28-Apr-25 11:05 AM", "2025-04-28", "11:05"),
    ("10:15 2025 الإثنين 28 أبريل", "2025-04-28", "10:15"),
    ("09:12 2025 الإثنين ,28 نيسان / أبريل", "2025-04-28", "09:12"),
    ("April 28, 2025", "2025-04-28", None),
    ("Apr. 28 2025", "2025-04-28", None),
    ("Mon, 28 Apr 2025 21:45:00 +0300", "2025-04-28", "21:45+03:00"),
    ("Wed, 06 Aug 2014 09:05:59 GMT", "2014-08-06", "09:05+00:00"),
    ("2025-05-11", "2025-05-11", None),
    ("2025/5/11", "2025-05-11", None),
    ("2025-02-21@10:51:53 GMT", "2025-02-21", "10:51+00:00"),
    ("2025-02-21T10:51:53+03:00", "2025-02-21", "10:51+03:00"),
    ("2025-02-21T10:51:53.123Z", "2025-02-21", "10:51+00:00"),
    ("2025-02-21 10:51 -0500", "2025-02-21", "10:51-05:00"),
    ("15/09/2023 - 04:34", "2023-09-15", "04:34"),
    ("15/09/2023 - 04:34 مساء", "2023-09-15", "16:34"),
    ("11:10 12-09-2023", "2023-09-12", "11:10"),
    ("05/11/2025 11:33 AM", "2025-11-05", "11:33"),
    ("05/11/2025 12:33 AM", "2025-11-05", "00:33"),
    ("٣ أيار ٢٠٢٥", "2025-05-03", None),
    ("۳ أيار ۲۰۲۵", "2025-05-03", None),
    ("٣ أيّـــار ٢٠٢٥", "2025-05-03", None),
    ("28 نيسان/أبريل 2025", "2025-04-28", None),
    ("28 نيسان / أبريل 2025", "2025-04-28", None),
    ("16 أيلول/سبتمبر 2023", "2023-09-16", None),
    ("5 تموز (يوليو) 2013", "2013-07-05", None),
    ("20 يوليو تموز 2015", "2015-07-20", None),
    ("6 كانون الأول 2024", "2024-12-06", None),
    ("6 كانون  الثاني 2024", "2024-01-06", None),
    ("الثلاثاء 12 سبتمبر 2023", "2023-09-12", None),
    ("الأحد، 11 مايو / أيار 2025 - 21:30 بتوقيت غرينتش", "2025-05-11", "21:30+00:00"),
    ("أبريل 28, 2025", "2025-04-28", None),
    ("أبريل 28، 2025", "2025-04-28", None),
    ("5 من شهر مايو لعام 2014", "2014-05-05", None),
    ("5 من مايو من عام 2014", "2014-05-05", None),
    ("12 جويلية 2024", "2024-07-12", None),
    ("12 جانفي 2024", "2024-01-12", None),
    ("12 أوت 2024", "2024-08-12", None),
    ("3 غشت 2024", "2024-08-03", None),
    ("3 دجنبر 2024", "2024-12-03", None),
    ("12 août 2024", "2024-08-12", None),
    ("11.5.2025", "2025-05-11", None),
    ("7 / 11 / 2016", "2016-11-07", None),
    ("4-10-1436", "2015-07-20", None),
    ("1436/10/4", "2015-07-20", None),
    ("4 شوال 1436هـ", "2015-07-20", None),
    ("4 شوال 1436 هـ", "2015-07-20", None),
    ("4 شوال 1436 هجري", "2015-07-20", None),
    ("الاثنين 4/10/1436هـ الساعة 4:19 م", "2015-07-20", "16:19"),
    ("12 ربيع الآخر 1440", "2018-12-19", None),
    ("12 ربيع الثاني 1440", "2018-12-19", None),
    ("25 ذو الحجة 1436", "2015-10-08", None),
    ("25 ذي الحجة 1436", "2015-10-08", None),
    ("15 جمادى الأولى 1440", "2019-01-21", None),
    ("15 جماد الأول 1440", "2019-01-21", None),
    ("الساعة 10:30 مساء بتوقيت مكة 12 مايو 2015", "2015-05-12", "22:30+03:00"),
    ("12:30 ص الجمعة 13 مارس 2015 م", "2015-03-13", "00:30"),
    ("29 فبراير 2024", "2024-02-29", None),
    ("31/12/1999", "1999-12-31", None),
]


@pytest.mark.parametrize(("text", "day", "hour"), WHOLE)
def test_a_date_is_read_whole(text: str, day: str, hour: str | None) -> None:
    (written,) = dates(text)
    assert gregorian(written) == date.fromisoformat(day)
    assert clock(written) == hour
    assert written.span.of(text) == text


@pytest.mark.parametrize(("text", "day", "hour"), WHOLE)
def test_a_date_is_found_among_words(text: str, day: str, hour: str | None) -> None:
    inside = f"نشر في: {text} | أخبار"
    (written,) = dates(inside)
    assert gregorian(written) == date.fromisoformat(day)
    assert clock(written) == hour


@pytest.mark.parametrize(
    ("text", "covered", "day"),
    [
        ("time٢٩-٠٤-٢٠٢٥", "٢٩-٠٤-٢٠٢٥", "2025-04-29"),
        ("السعودية١٧-٠٤-٢٠٢٥علوم", "١٧-٠٤-٢٠٢٥", "2025-04-17"),
        ("https://example.org/2025/05/11/slug", "2025/05/11", "2025-05-11"),
        ("وصل يوم السبت 13 شباط 2016 إلى", "يوم السبت 13 شباط 2016", "2016-02-13"),
        ("ليوم الأحد 14 شباط 2016", "يوم الأحد 14 شباط 2016", "2016-02-14"),
        ("لقاء 04-28-2025 مؤجل", "04-28-2025", "2025-04-28"),
    ],
)
def test_a_date_is_cut_out_of_what_is_glued_to_it(text: str, covered: str, day: str) -> None:
    (written,) = dates(text)
    assert written.span.of(text) == covered
    assert gregorian(written) == date.fromisoformat(day)


def test_two_calendars_side_by_side_are_two_dates() -> None:
    text = "1436-10-04هـ الموافق 2015-07-20م"
    hijri, western = dates(text)
    assert (hijri.calendar, hijri.year, hijri.month, hijri.day) == (Calendar.HIJRI, 1436, 10, 4)
    assert (western.calendar, western.span.of(text)) == (Calendar.GREGORIAN, "2015-07-20م")
    assert gregorian(hijri) == gregorian(western) == date(2015, 7, 20)


@pytest.mark.parametrize(
    ("text", "year", "month"),
    [
        ("date 2023-09", 2023, 9),
        ("مايو 2025", 2025, 5),
        ("وبمايو 2025", 2025, 5),
        ("لشهر مايو من عام 2014", 2014, 5),
        ("حزيران (يونيو) 2013", 2013, 6),
        ("كانون الثاني/يناير 2025", 2025, 1),
        ("شوال 1436", 1436, 10),
        ("May 2025", 2025, 5),
    ],
)
def test_a_month_is_no_day(text: str, year: int, month: int) -> None:
    (written,) = dates(text)
    assert (written.year, written.month, written.day) == (year, month, None)
    assert gregorian(written) is None


def test_a_day_without_its_year_stays_without_it() -> None:
    (written,) = dates("بيدرا 9 مايو أيار (وكالة) -")
    assert (written.year, written.month, written.day) == (None, 5, 9)
    assert gregorian(written) is None


@pytest.mark.parametrize(
    "text",
    [
        "192.168.1.1",
        "الإصدار 3.11.2 من البرنامج",
        "هاتف 050-123-4567",
        "بنتيجة 2-1",
        "فاز 1 - صفر",
        "فاز 3/صفر",
        "31/02/2025",
        "30 شباط",
        "29-02-2023",
        "موسم 2010-11 وموسم 2023-24",
        "نحو 1.5 مايو",
        "في مايو 28 شخصا",
        "05/06/07",
        "12/10/36",
        "تقدم 15 من مرشحي الحزب",
        "",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert dates(text) == ()


@pytest.mark.parametrize(
    ("text", "day"),
    [("28/04/98", "1998-04-28"), ("4/10/36هـ", "2015-07-20"), ("20/7/15م", "2015-07-20")],
)
def test_two_figures_are_a_year_where_they_can_be_nothing_else(text: str, day: str) -> None:
    (written,) = dates(text)
    assert gregorian(written) == date.fromisoformat(day)


def test_each_date_of_a_list_keeps_its_own_hour() -> None:
    found = dates("10/05/2025 12:30 عنوان أول\n11/05/2025 13:45 عنوان ثان\n12/05/2025 عنوان ثالث")
    assert [(str(gregorian(written)), clock(written)) for written in found] == [
        ("2025-05-10", "12:30"),
        ("2025-05-11", "13:45"),
        ("2025-05-12", None),
    ]


def test_a_hijri_day_that_the_month_may_lack_is_told_but_not_converted() -> None:
    (written,) = dates("30 محرم 1436هـ")
    assert (written.year, written.month, written.day) == (1436, 1, 30)
    assert gregorian(written) is None


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_read_back_from_what_it_is_written_as(day: date) -> None:
    names = (
        "يناير",
        "شباط",
        "مارس",
        "نيسان",
        "ماي",
        "يونيو",
        "تموز",
        "غشت",
        "أيلول",
        "أكتوبر",
        "نونبر",
        "ديسمبر",
    )
    for text in (
        day.isoformat(),
        f"{day.day}/{day.month}/{day.year}",
        f"{day.day:02d}.{day.month:02d}.{day.year}",
        f"{day.day} {names[day.month - 1]} {day.year}",
        f"{day:%B} {day.day}, {day.year}",
    ):
        assert [gregorian(written) for written in dates(text)] == [day]


@given(st.text(st.sampled_from("0123456789٠١٢٣٤٥٦٧٨٩ -/.:،,()@Tمصهـ\n\u200f") | st.characters()))
def test_any_text_is_read_and_every_span_lies_in_it_in_order(text: str) -> None:
    end = 0
    for written in dates(text):
        assert end <= written.span.start < written.span.end <= len(text)
        end = written.span.end


@pytest.mark.parametrize("piece", ["1 ", "1/", "1-", "11:10 ", "28 نيسان/", "مايو 5 ", "الأحد ", "9"])
def test_a_megabyte_of_one_piece_is_read_through(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    assert all(written.span.end <= len(text) for written in dates(text))


def test_a_bracket_is_closed_only_where_it_was_opened() -> None:
    text = "السبت (25 يوليو تموز) وفي 3 آب (أغسطس) 2015"
    assert [written.span.of(text) for written in dates(text)] == ["25 يوليو تموز", "3 آب (أغسطس) 2015"]


@pytest.mark.parametrize("text", ["31 فبراير 2024", "31/02/2024", "30 فبراير 2024", "31-Apr-24"])
def test_a_day_that_its_month_does_not_have_tells_nothing(text: str) -> None:
    assert all(gregorian(written) is None and written.year is None for written in dates(text))


@pytest.mark.parametrize(
    "text", ["خلال 2025 الأحد والاثنين 4 مايو", "الدرجة 12 مايو-25", "منذ 2024 قال 5 أبريل", "24-May-06-11"]
)
def test_figures_beside_a_month_are_no_years_of_it(text: str) -> None:
    assert all(gregorian(written) is None for written in dates(text))
