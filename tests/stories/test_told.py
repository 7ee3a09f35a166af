from collections.abc import Callable
from datetime import date

import pytest

from tawatur.records.article import Article
from tawatur.stories.arrange import arrange
from tawatur.stories.coverage import Coverage, reach
from tawatur.stories.fingerprint import fingerprint
from tawatur.stories.told import told_day

MakeArticle = Callable[..., Article]

TOLD = [
    ("افتتح الوزير اليوم الأربعاء معرض التمور", "XXXX-WXX-3"),
    ("افتتح الوزير يوم الإثنين معرض التمور ويختتم الجمعة", "XXXX-WXX-1"),
    ("انهار جسر قرطبان أمس الأحد", "XXXX-WXX-1"),
    ("انهار جسر قرطبان السبت 16 أيلول/سبتمبر 2023", "2023-09-16"),
    ("انهار جسر قرطبان أمس السبت 16 أيلول/سبتمبر 2023", "2023-09-17"),
    ("The bridge of Qartaban fell on Monday, officials said", "XXXX-WXX-1"),
    ("أقيم الجسر في 6 أكتوبر 1973 ثم رمم مرتين", None),
    ("The Sun and its planets", None),
    ("خبر " * 120 + "الأربعاء", None),
    ("", None),
]


@pytest.mark.parametrize(("body", "told"), TOLD)
def test_a_lead_tells_its_day(body: str, told: str | None) -> None:
    assert told_day(body) == told


FETCHED = date(2031, 1, 10)


@pytest.mark.parametrize(
    ("body", "day", "expected"),
    [
        ("افتتح الوزير الأربعاء معرض التمور", None, date(2031, 1, 8)),
        ("افتتح الوزير السبت 16 سبتمبر 2023 معرض التمور", None, date(2023, 9, 16)),
        ("افتتح الوزير معرض التمور", None, FETCHED),
        ("افتتح الوزير الأربعاء معرض التمور", "2031-01-02", date(2031, 1, 2)),
        ("افتتح الوزير الأربعاء معرض التمور", "2031-01", date(2031, 1, 8)),
    ],
    ids=["the last such weekday", "a date", "neither", "published", "published in a month"],
)
def test_the_day_of_fetching_helps_where_the_page_has_none(
    article: MakeArticle, body: str, day: str | None, expected: date
) -> None:
    assert fingerprint(article("a", body, day=day), fetched=FETCHED).day == expected


def test_undated_articles_that_were_fetched_are_forgotten(article: MakeArticle) -> None:
    known = Coverage()
    arrange([fingerprint(article("a", "افتتح الوزير معرض التمور"), fetched=FETCHED)], known=known)
    known.forget(before=reach(date(2031, 2, 1))[0])
    assert len(known) == 0


@pytest.mark.parametrize(("day", "stories"), [("الأربعاء", 1), ("الأحد", 2)])
def test_undated_pages_of_other_weekdays_are_another_event(
    article: MakeArticle, day: str, stories: int
) -> None:
    first = "ترك مصرف الرملة اليوم الأربعاء سعر الدرهم للسوق فهبط إلى 46 وزاد الفائدة في اجتماع طارئ"
    second = f"أغلقت السوق {day} بعد العطلة وسعر الدرهم عند 24 مع صعود أسهم شركات التمور والنقل"
    known = Coverage()
    arrange([fingerprint(article("a", first)), fingerprint(article("b", second))], known=known)
    assert len(known.stories) == stories
