from datetime import date

import pytest

from tawatur.outlets.directory import outlets
from tawatur.reading.lexicons import reading_lexicons
from tawatur.reading.reader import read
from tawatur.records.page import Page, PageForm

TITLE = "افتتاح سوق السمك في مرفأ السدر"
TEXT = """افتتحت بلدية السدر سوق السمك الجديد في المرفأ القديم صباحا بعد عامين من العمل.
وقال رئيس البلدية نادر الفهدي إن السوق يضم أربعين محلا ومخزنين للتبريد."""


def published(page: str) -> str | None:
    found = read(
        Page(id="p", form=PageForm.TEXT, content=page.encode()),
        lexicons=reading_lexicons(),
        outlets=outlets(),
        today=date(2026, 1, 1),
    )
    assert isinstance(found, tuple)
    return found[0].published.value if found[0].published else None


@pytest.mark.parametrize(
    "line",
    [
        "نادر الفهدي | 6 مايو 2024",
        "من قبل نادر الفهدي — 6 مايو 2024",
        "بواسطة نادر الفهدي في 6 مايو 2024",
        "السدر بوست نشر في 6 مايو ,2024",
        "06.05.2024 - محدث : 07.05.2024",
        "السنة 12 العدد 3344 الاثنين 06/05/2024",
        "مصدر: وكالة السدر | الكاتب: نادر الفهدي | 06/05/2024",
        "الاثنين 1445/10/27 هـ الموافق 2024/05/06 م السدر",
        "Posted by admin | مايو 6, 2024",
        "منذ 5 أيام - 6 مايو 2024",
        "تاريخ التسجيل: Jan 2008\n06-05-2024",
        "تاريخ التحديث: 7 مايو 2024\nنادر الفهدي | 6 مايو 2024",
    ],
)
def test_a_day_among_the_other_fields_of_a_header_is_that_of_publication(line: str) -> None:
    assert published(f"{TITLE}\n{line}\n{TEXT}") == "2024-05-06"


@pytest.mark.parametrize(
    "head",
    [
        "تاريخ التسجيل: 6 مايو 2008\n" + TITLE,
        "اقرأ أيضا\nجولة في أسواق الوادي | 6 مايو 2024\n" + TITLE,
        "مواعيد القطارات اليوم الاثنين 6 مايو 2024 في الوادي\n" + TITLE,
    ],
)
def test_a_member_s_day_and_that_of_another_headline_are_not(head: str) -> None:
    assert published(f"{head}\n{TEXT}") is None


def test_a_day_below_the_text_counts_beside_a_credit_and_in_a_wrapper() -> None:
    assert published(f"{TITLE}\n{TEXT}\nالمصدر: وكالات\n2024/05/06") == "2024-05-06"
    assert published(f"{TITLE}\n{TEXT}\nهذا الخبر منقول من موقع السدر بتاريخ 06-05-2024") == "2024-05-06"
    assert published(f"{TITLE}\n{TEXT}\nاقرأ أيضا\nجولة في أسواق الوادي\n2024/05/06") is None
