import pytest

from tawatur.reading.bylines import byline_name, is_author_box
from tawatur.reading.lexicons import reading_lexicons

LEXICONS = reading_lexicons()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("كتب: سالم الحارثي", "سالم الحارثي"),
        ("بقلم سالم الحارثي", "سالم الحارثي"),
        ("الكاتب: إذاعة الوادي المصدر: وكالات", "إذاعة الوادي"),
        ("By Jane Doe", "Jane Doe"),
        ("إعداد - مريم النجار", "مريم النجار"),
        ("كتب الوزير على صفحته أن الجسر آمن.", None),
        ("تحرير الأسرى", None),
        ("ترجمة جديدة لكتاب قديم", None),
        ("By the time the bridge fell everyone had left the valley", None),
        ("كتب", None),
        ("بواسطة مريم النجار في 6 مايو 2024", "مريم النجار"),
        ("من قبل مريم النجار — 6 مايو 2024", "مريم النجار"),
        ("Posted by admin | مايو 6, 2024 | محليات", "admin"),
        ("من قبل البلدية في الوادي", None),
        ("كتب الوزير في 6 مايو 2024 أن الجسر آمن", None),
    ],
)
def test_bylines(text: str, name: str | None) -> None:
    assert byline_name(text, LEXICONS) == name


def test_author_boxes_tell_a_trade_and_a_life() -> None:
    assert is_author_box("محررة وكاتبة محتوى بخبرة سبعة أعوام، نشرت مقالاتها في مواقع عدة.", LEXICONS)
    assert is_author_box("Journalist based in the valley with ten years of experience.", LEXICONS)
    assert not is_author_box("كاتب القصة قال إن الكتاب صدر بعد خبرة طويلة.", LEXICONS)
    assert not is_author_box("وصل محرر الأسبوعية بخبرة سبعة أعوام، ونشرت مقالاتها.", LEXICONS)
