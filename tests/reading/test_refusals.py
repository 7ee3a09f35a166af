import pytest

from tawatur.reading.lexicons import reading_lexicons
from tawatur.reading.refusals import marked_refusal, page_marker, refusal_without_article
from tawatur.records.refusal import RefusalReason

LEXICONS = reading_lexicons()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("404", RefusalReason.ERROR_PAGE),
        ("عذراً، الصفحة غير موجودة", None),
        ("عذرا الصفحة غير موجودة", RefusalReason.ERROR_PAGE),
        ("Page not found!", RefusalReason.ERROR_PAGE),
        ("هذا المحتوى للمشتركين فقط", RefusalReason.LOGIN_WALL),
        ("نتائج البحث عن: جسر", RefusalReason.INDEX_PAGE),
        ("404 مهندسا يفحصون الجسر", RefusalReason.ERROR_PAGE),
        ("4040", None),
        ("انهيار جسر في الوادي", None),
    ],
)
def test_what_a_page_says_of_itself(text: str, reason: RefusalReason | None) -> None:
    assert page_marker((text,), LEXICONS) is reason


def test_a_marker_beside_an_article_refuses_nothing() -> None:
    assert marked_refusal("p", ("404 مهندسا يفحصون الجسر",), 61, LEXICONS) is None
    refusal = marked_refusal("p", ("تذكرني",), 10, LEXICONS)
    assert refusal is not None
    assert (refusal.id, refusal.reason) == ("p", RefusalReason.LOGIN_WALL)


def test_lists_are_told_from_pages_with_nothing() -> None:
    headlines = ("انهيار جسر في الوادي",) * 4
    reasons = [
        refusal_without_article("p", texts, LEXICONS).reason
        for texts in ((), headlines, headlines[:2], ("Access Denied", *headlines))
    ]
    assert reasons == [
        RefusalReason.EMPTY,
        RefusalReason.INDEX_PAGE,
        RefusalReason.NO_ARTICLE,
        RefusalReason.ERROR_PAGE,
    ]


@pytest.mark.parametrize(
    "text",
    [
        "عفوا! الصفحة التي تحاول الوصول إليها غير متوفرة",
        "هذه الصفحة لم تعد موجودة",
        "404",
        "عذرا! الصفحة غير موجودة",
    ],
)
def test_apologies_for_a_missing_page_are_markers(text: str) -> None:
    assert page_marker((text,), reading_lexicons()) is RefusalReason.ERROR_PAGE


def test_an_exclamation_in_a_text_is_none() -> None:
    assert page_marker(("يا للعجب! الصفحة الأولى من الكتاب بيعت",), reading_lexicons()) is None
