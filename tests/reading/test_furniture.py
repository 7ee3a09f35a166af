import pytest

from tawatur.lexicons.furniture_labels import Takes
from tawatur.outlets.directory import outlets
from tawatur.reading.block import BlockRole
from tawatur.reading.credits import Credited
from tawatur.reading.furniture import cut
from tawatur.reading.lexicons import reading_lexicons
from tawatur.reading.line import Line
from tawatur.reading.phrases import matched

CREDITED = Credited(outlets(), None, reading_lexicons())


def parts(text: str) -> list[tuple[str | None, str]]:
    line = Line(text=text, matched=matched(text), role=BlockRole.PARAGRAPH)
    return [(part.kind.value if part.kind else None, part.text) for part in cut(line, CREDITED)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The label is cut from the sentence it is glued to; the sentence stays.
        (
            "اقرأ ايضاًوقال القيادي إن المحادثات تجري منذ أيام.",
            [("read-also", "اقرأ ايضاً"), (None, "وقال القيادي إن المحادثات تجري منذ أيام.")],
        ),
        (
            "إقرأ أيضا وأوضح الوزير أن الجسر آمن تماما وأن العمل مستمر.",
            [("read-also", "إقرأ أيضا"), (None, "وأوضح الوزير أن الجسر آمن تماما وأن العمل مستمر.")],
        ),
        # A headline behind the label goes with it.
        ("اقرأ أيضاً.. آلاف المشردين بعد السيل", [("read-also", "اقرأ أيضاً.. آلاف المشردين بعد السيل")]),
        ("شاهد أيضا | لحظة وصول الوفد", [("read-also", "شاهد أيضا | لحظة وصول الوفد")]),
        ("READ MORE: Bridge falls in the valley", [("read-also", "READ MORE: Bridge falls in the valley")]),
        (
            "اقرأ أيضا: سقوط جسر في الوادي. وقال الوزير إن الفرق وصلت إلى المكان.",
            [
                ("read-also", "اقرأ أيضا: سقوط جسر في الوادي."),
                (None, "وقال الوزير إن الفرق وصلت إلى المكان."),
            ],
        ),
        (
            "انتهى العمل أمس. اقرأ أيضا: خطة الجسور الجديدة",
            [(None, "انتهى العمل أمس."), ("read-also", "اقرأ أيضا: خطة الجسور الجديدة")],
        ),
        # A credit glued to the end of a paragraph.
        ("وأقفل السوق منخفضا.(وكالات)", [(None, "وأقفل السوق منخفضا."), ("credit", "(وكالات)")]),
        (
            "انتهى اللقاء بالتعادل. المصدر: رويترز",
            [(None, "انتهى اللقاء بالتعادل."), ("credit", "المصدر: رويترز")],
        ),
        (
            "منحتهم البلدية قروضا ميسرة. (رويترز)",
            [(None, "منحتهم البلدية قروضا ميسرة."), ("credit", "(رويترز)")],
        ),
        ("منح التجار قروضا ميسرة (رويترز).", [(None, "منح التجار قروضا ميسرة."), ("credit", "(رويترز).")]),
        (
            "منح التجار قروضا ميسرة / رويترز /.",
            [(None, "منح التجار قروضا ميسرة."), ("credit", "/ رويترز /.")],
        ),
        # A sentence that needs the name keeps it, and a caption has no verb in front.
        ("هذا ما ذكرته وكالة الأنباء (رويترز).", [(None, "هذا ما ذكرته وكالة الأنباء (رويترز).")]),
        ("أعلنت البلدية قروضا ميسرة (رويترز)", [(None, "أعلنت البلدية قروضا ميسرة (رويترز)")]),
        ("تجار أمام محالهم القديمة (رويترز)", [("media", "تجار أمام محالهم القديمة (رويترز)")]),
        ("واجهة السوق القديم (أرشيفية).", [("media", "واجهة السوق القديم (أرشيفية).")]),
        ("س.ع/ م.ح (د ب أ)", [("byline", "س.ع/ م.ح"), ("credit", "(د ب أ)")]),
        ("ك ن / م ع", [("byline", "ك ن / م ع")]),
        # No blank behind the stop.
        (
            "انتظم المرور.شاهد أيضا: خطة الجسور الجديدة",
            [(None, "انتظم المرور."), ("read-also", "شاهد أيضا: خطة الجسور الجديدة")],
        ),
        # A headline and the next sentence glued to the label.
        (
            "انتظم المرور.اقرأ أيضًاانقطاع الماء عن قرىوقال مدير الشرطة إن الطرق سالكة.",
            [
                (None, "انتظم المرور."),
                ("read-also", "اقرأ أيضًاانقطاع الماء عن قرى"),
                (None, "وقال مدير الشرطة إن الطرق سالكة."),
            ],
        ),
        # Rows of a head, with a date among labels or in two calendars; a headline with its date is none.
        (
            "admin 6 مايو، 2024 أخبار اضف تعليق 22 زيارة",
            [("date-line", "admin 6 مايو، 2024 أخبار اضف تعليق 22 زيارة")],
        ),
        (
            "السدر 14 شوال 1445 هـ الموافق 23 أبريل 2024 م واس",
            [("date-line", "السدر 14 شوال 1445 هـ الموافق 23 أبريل 2024 م واس")],
        ),
        ("أسعار السمك اليوم الأحد 5 مايو 2024", [(None, "أسعار السمك اليوم الأحد 5 مايو 2024")]),
        ("👈 للانضمام إلى قناتنا اضغط هنا", [("newsletter", "👈 للانضمام إلى قناتنا اضغط هنا")]),
        ("+ A", [("template", "+ A")]),
        # What stands behind the last sentence.
        (
            "انتظم المرور في المدينة مساء. #الوادي #السير",
            [(None, "انتظم المرور في المدينة مساء."), ("tags", "#الوادي #السير")],
        ),
        ("انتظم المرور في #الوادي", [(None, "انتظم المرور في #الوادي")]),
        ("انتظم المرور أمس. يتبع ..", [(None, "انتظم المرور أمس."), ("template", "يتبع ..")]),
        # Sentences that begin as labels do.
        ("حمل التطبيق رسائل تهديد إلى الموظفين.", [(None, "حمل التطبيق رسائل تهديد إلى الموظفين.")]),
        (
            "جميع الحقوق محفوظة للمتضررين، قال القاضي سالم.",
            [(None, "جميع الحقوق محفوظة للمتضررين، قال القاضي سالم.")],
        ),
        (
            "شرحت الشركة [العطل](https://wadi.example/1)، ثم اعتذرت.",
            [
                (None, "شرحت الشركة العطل، ثم اعتذرت."),
                ("template", "["),
                ("template", "](https://wadi.example/1)"),
            ],
        ),
        # A labelled date glued to the beginning of one.
        (
            "date 2025-02-11 الوادي: تسعى مجموعة إلى شراء الشركة، وفق تقارير.",
            [("date-line", "date 2025-02-11"), (None, "الوادي: تسعى مجموعة إلى شراء الشركة، وفق تقارير.")],
        ),
        (
            "تاريخ النشر 11:10 12-09-2023 الكاتب: إذاعة الوادي المصدر: وكالات البلد: إقليمي",
            [
                ("date-line", "تاريخ النشر 11:10 12-09-2023"),
                ("byline", "الكاتب: إذاعة الوادي"),
                ("credit", "المصدر: وكالات البلد: إقليمي"),
            ],
        ),
        # What is left of the machinery.
        (
            "مشاهد من الجو لمدينة #الوادي pic.twitter.com/XX",
            [("media", "مشاهد من الجو لمدينة #الوادي pic.twitter.com/XX")],
        ),
        (
            "وصل الوفد ![صورة](/a.jpg) إلى المدينة مساء.",
            [(None, "وصل الوفد إلى المدينة مساء."), ("template", "![صورة](/a.jpg)")],
        ),
        (
            "شارك من خلال تويتر فيسبوك واتساب اعتمد رئيس اللجنة الخطة أمس.",
            [("share", "شارك من خلال تويتر فيسبوك واتساب"), (None, "اعتمد رئيس اللجنة الخطة أمس.")],
        ),
        (
            "عاجل | انهيار جسر عاجل | إغلاق طريق وافتتاح آخر",
            [("ticker", "عاجل | انهيار جسر عاجل | إغلاق طريق وافتتاح آخر")],
        ),
        # Text that only looks like furniture stays whole.
        ("وقال المصدر: لن نقبل بذلك أبدا.", [(None, "وقال المصدر: لن نقبل بذلك أبدا.")]),
        ("المصدر: «لن نقبل بذلك أبدا ولو طال الأمد»", [(None, "المصدر: «لن نقبل بذلك أبدا ولو طال الأمد»")]),
        ("وصل الوفد في 4 مايو 2025 إلى المدينة.", [(None, "وصل الوفد في 4 مايو 2025 إلى المدينة.")]),
        ("تابع الوزير: سنحاسب المقصرين.", [(None, "تابع الوزير: سنحاسب المقصرين.")]),
        ("نشر الوزير تغريدة على صفحته.", [(None, "نشر الوزير تغريدة على صفحته.")]),
        ("كتب الوزير على صفحته أن الجسر آمن.", [(None, "كتب الوزير على صفحته أن الجسر آمن.")]),
        ("وقالت اللجنة (وكالات) في بيانها.", [(None, "وقالت اللجنة (وكالات) في بيانها.")]),
    ],
)
def test_a_line_is_cut_where_its_words_change_hands(
    text: str, expected: list[tuple[str | None, str]]
) -> None:
    assert parts(text) == expected


def test_a_label_alone_announces_what_follows() -> None:
    line = Line(text="اقرأ أيضاً:", matched=matched("اقرأ أيضاً:"), role=BlockRole.PARAGRAPH)
    (label,) = cut(line, CREDITED)
    assert label.takes is Takes.HEADLINE
