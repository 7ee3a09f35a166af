import pytest

from tawatur.reading.labels import closing_label, leading_row, opening_label, row_of_labels
from tawatur.reading.lexicons import reading_lexicons
from tawatur.reading.phrases import matched
from tawatur.records.article import FurnitureKind

LEXICONS = reading_lexicons()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("0 تعليق", FurnitureKind.COUNTER),
        ("• الرئيسية • أخبار • رياضة", FurnitureKind.NAVIGATION),
        ("فيسبوك X (Twitter) الانستغرام يوتيوب", FurnitureKind.SHARE),
        ("الأحدثترند", FurnitureKind.TICKER),
        ("الأحدثترنداشترك في النشرة البريدية لتصلك أخبار المدينة", FurnitureKind.NEWSLETTER),
        ("إقــرأ المزيد", FurnitureKind.READ_ALSO),
        ("RELATED STORIES", FurnitureKind.READ_ALSO),
        ("À lire aussi", FurnitureKind.READ_ALSO),
        ("Publicidad", FurnitureKind.ADVERTISEMENT),
        # Labels inside words or beside other words are none.
        ("أخباركم", None),
        ("أخبار الوادي الأخضر", None),
        ("المزيد من الأمطار غدا", None),
        ("الأحدثين", None),
    ],
)
def test_rows_of_labels(text: str, kind: FurnitureKind | None) -> None:
    label = row_of_labels(matched(text), LEXICONS)
    assert (label.kind if label else None) is kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("© 2000 - 2025 الوادي", FurnitureKind.COPYRIGHT),
        ("أنت تتابع الآن خبر انهيار الجسر من قسم الأخبار والآن مع التفاصيل.", FurnitureKind.WRAPPER),
        ("اشترك في قناة الوادي على تلغرام ليصلك كل جديد.", FurnitureKind.NEWSLETTER),
        ("الكلمات الدلالية: جسر، وادي", FurnitureKind.TAGS),
        ("مصدر الصورة: الوادي", FurnitureKind.MEDIA),
        ("للمزيد : صور من الموقع", FurnitureKind.READ_ALSO),
        # A label of a row begins no sentence of an article.
        ("سمات الشخصية القيادية كما وصفها الباحث هي الصبر والحزم والقدرة على الإصغاء.", None),
        ("شارك الخبراء في الندوة.", None),
        ("Copyright law was changed by parliament on Monday.", None),
        ("المصدر: وكالات", None),
    ],
)
def test_labels_that_open_a_line(text: str, kind: FurnitureKind | None) -> None:
    found = opening_label(matched(text), LEXICONS)
    assert (found.label.kind if found else None) is kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Jane Doe | Agency | Getty Images", FurnitureKind.MEDIA),
        ("جسر الوادي بعد انهياره (أرشيف)", FurnitureKind.MEDIA),
        ("• 08:20 . وظائف جديدة... المزيد", FurnitureKind.TICKER),
        ("ظهرت المقالة انهيار الجسر أولا على الوادي.", None),
        ("هذا الخبر انهيار جسر الوادي ظهر أولا على الوادي تايمز.", FurnitureKind.WRAPPER),
        ("وقالت الشرطة إنها تبحث عن المزيد", None),
    ],
)
def test_labels_that_close_a_line(text: str, kind: FurnitureKind | None) -> None:
    label = closing_label(matched(text), LEXICONS)
    assert (label.kind if label else None) is kind


def test_a_row_that_runs_on_into_the_text_ends_where_the_text_begins() -> None:
    text = matched("شارك من خلال تويتر فيسبوك اكتب رأيك اعتمد رئيس اللجنة الخطة أمس.")
    assert text[leading_row(text, LEXICONS) :].strip().startswith("اعتمد")
    assert leading_row(matched("تويتر تعلن خطة جديدة."), LEXICONS) == 0


def test_long_rows_take_linear_time() -> None:
    assert row_of_labels("الاحدث" * 50_000, LEXICONS) is None
