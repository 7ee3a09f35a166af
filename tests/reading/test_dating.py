from datetime import UTC, date, datetime

import pytest

from tawatur.reading.dating import (
    date_of_body,
    date_of_url,
    is_date_line,
    is_dated_remark,
    labelled_date,
    publisher_in,
    read_ago,
    read_date,
    yearless,
)
from tawatur.reading.lexicons import reading_lexicons
from tawatur.reading.phrases import matched
from tawatur.records.article import PublishedFrom

LEXICONS = reading_lexicons()


@pytest.mark.parametrize(
    "text",
    [
        "تاريخ النشر: 11th, May 2025 GMT",
        "نشر بتاريخ ٣ أيار ٢٠٢٥",
        "الجمعة 15/09/2023 - 04:34 بتوقيت نيويورك",
        "• 28 Apr 2025 21:45",
        "time٢٩-٠٤-٢٠٢٥",
        "آخر تحديث: 14 مايو, 2025: 07:10 م GST",
        "أضيف بتاريخ: 2027/04/13 القراءات: 291",
        "العدد 08322 الأربعاء 24 آذار 2027",
        "منذ 3 ساعات",
        "2 hours ago",
        "Updated 1:39 am EST, Wednesday, November 20, 2019",
        "نشر في صحيفة الوادي يوم 14 - 05 - 2025",
    ],
)
def test_date_lines(text: str) -> None:
    assert is_date_line(text, LEXICONS)


@pytest.mark.parametrize(
    "text",
    [
        "وصل الوفد في 4 مايو 2025",
        "أسعار الذهب اليوم الأحد 4 مايو 2025",
        "قبل ساعات من الموعد",
        "142",
        "موسم 2025",
        "كأس العالم 2026",
    ],
)
def test_words_with_a_date_among_them_are_no_date_line(text: str) -> None:
    assert not is_date_line(text, LEXICONS)


def test_a_date_with_its_hour_and_a_name_is_a_remark_only_where_it_is_no_sentence() -> None:
    assert is_dated_remark("الوادي برسالوادي برسالإثنين 28 أبريل 4:19 م5 زيارة", LEXICONS)
    assert not is_dated_remark("وصل الوفد الاثنين 28 أبريل عند 4:19 م.", LEXICONS)
    assert not is_dated_remark("الوادي تنتخب في 28 أبريل", LEXICONS)


def test_a_labelled_date_ends_where_the_line_goes_on() -> None:
    text = "date 2025-02-11 الوادي: تسعى مجموعة"
    found = labelled_date(text, LEXICONS)
    assert found is not None
    assert text[found[1] :].strip() == "الوادي: تسعى مجموعة"
    assert labelled_date("نشر الوزير صورة من عام 2025", LEXICONS) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("28 Apr 2025 21:45", "2025-04-28T21:45"),
        ("2025-05-14T10:05+0000", "2025-05-14T10:05+00:00"),
        ("date 2023-09", "2023-09"),
        ("4 شوال 1436هـ", "2015-07-20"),
        ("الاثنين 28 أبريل", None),
        ("لا تاريخ هنا", None),
    ],
)
def test_dates_are_told_no_more_exactly_than_written(text: str, value: str | None) -> None:
    published = read_date(text, PublishedFrom.DATE_LINE, LEXICONS)
    assert (published.value if published else None) == value


@pytest.mark.parametrize(
    ("url", "value"),
    [
        ("https://wadi.example/2025/05/11/story.html", "2025-05-11"),
        ("https://wadi.example/news/20250511/a", "2025-05-11"),
        ("https://wadi.example/2025/5/1/story", "2025-05-01"),
        ("https://wadi.example/a-2025-02-31", None),
        ("https://wadi.example/story-1202505110", None),
        ("https://2025.05.11.wadi.example/story", None),
        ("http://[broken", None),
    ],
)
def test_dates_of_addresses(url: str, value: str | None) -> None:
    published = date_of_url(url)
    assert (published.value if published else None) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("انهار جسر اليوم الاثنين 28 أبريل 2025 عند الظهر.", "2025-04-28"),
        ("انهار جسر صباح اليوم الإثنين 28 نيسان/أبريل 2025.", "2025-04-28"),
        ("بلغ العدد أمس الثلاثاء 12 سبتمبر 2023 خمسة.", "2023-09-13"),
        # The weekday denies the date: the text is wrong about one of them.
        ("انقطع التيار أمس الإثنين 27 أبريل 2025.", None),
        ("قال الوزير السبت 16 سبتمبر 2023 إنه يحقق.", None),
        ("منذ 12 سبتمبر 2023.", None),
    ],
)
def test_a_text_dates_itself_by_its_today(text: str, value: str | None) -> None:
    published = date_of_body((text,), LEXICONS)
    assert (published.value if published else None) == value


def test_the_weekday_finds_the_year() -> None:
    published = yearless("برسالإثنين 28 أبريل 4:19 م", date(2026, 11, 23), LEXICONS)
    assert published is not None
    assert published.value == "2025-04-28T16:19"
    assert yearless("28 أبريل 2025", date(2026, 11, 23), LEXICONS) is None
    later = yearless("28 ديسمبر", date(2026, 11, 23), LEXICONS)
    assert later is not None
    assert later.value == "2025-12-28"


def test_so_long_ago_is_counted_from_the_clock() -> None:
    fetched = datetime(2025, 5, 14, 12, 0, tzinfo=UTC)
    values = {}
    for text in ("منذ ساعتين", "منذ 3 ساعات", "قبل يوم", "10 minutes ago"):
        published = read_ago(matched(text), fetched, LEXICONS)
        assert published is not None
        values[text] = published.value
    assert values == {
        "منذ ساعتين": "2025-05-14T10:00+00:00",
        "منذ 3 ساعات": "2025-05-14T09:00+00:00",
        "قبل يوم": "2025-05-13",
        "10 minutes ago": "2025-05-14T11:50+00:00",
    }


def test_the_outlet_between_label_and_date() -> None:
    assert publisher_in("نشر في السدر اليوم يوم 14 - 05 - 2025", LEXICONS) == "السدر اليوم"
    assert publisher_in("نشر في: الاثنين 12 أبريل 2027", LEXICONS) is None


@pytest.mark.parametrize("text", ["0001-01-01T00:00:00", "1 يناير 9999", "0001-01"])
def test_a_year_in_which_no_news_was_published_is_not_believed(text: str) -> None:
    assert read_date(text, PublishedFrom.JSON_LD, LEXICONS) is None
