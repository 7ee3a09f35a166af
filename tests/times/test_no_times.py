"""What measures space or a match, names, and words of time that tell no date; the anchor is 6 August 2015."""

from collections.abc import Callable

import pytest

Times = Callable[..., list[tuple[str, str, str]]]


@pytest.mark.parametrize(
    "sentence",
    [
        "يبعد الكوكب الجديد 900 سنة ضوئية عن الشمس",
        "تسير المركبة بسرعة 40 كيلومترا في الثانية",
        "سجل اللاعب هدفه قبل نهاية الوقت الأصلي بعشر دقائق",
        "سجل اللاعب هدفه بعد مرور نحو أربع دقائق من بداية الشوط الثاني",
        "زار المدير مرافق اليوم العائلي للنزلاء",
        "حضر اللواء سالم أبو قرنين الحفل",
        "أصبح البيع قطاعا موسميا للتجار",
        "أظهرت البيانات هبوطا أسبوعيا أكبر من المتوقع",
    ],
)
def test_no_time_is_told(times: Times, sentence: str) -> None:
    assert times(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("يدفع المستأجر الإيجار سنويا", [("سنويا", "SET", "P1Y")]),
        ("تصدر الوزارة تقريرا شهريا", [("شهريا", "SET", "P1M")]),
        ("تأخر القطار عشرين دقيقة", [("عشرين دقيقة", "DURATION", "PT20M")]),
        ("أعلن النادي تجديد عقده لموسم", [("موسم", "DURATION", "P1Y")]),
        ("تؤكل الحلوى في فترة ما بعد الظهر", [("بعد الظهر", "TIME", "XXXX-XX-XXTAF")]),
        ("أضيء مبنى هارلي ستيت الأحد", [("الأحد", "DATE", "2015-08-02")]),
        (
            "عقد اللقاء الثلاثاء. وقال العالم: «اليوم عرفنا السبب»",
            [("الثلاثاء", "DATE", "2015-08-04"), ("اليوم", "DATE", "2015-08-04")],
        ),
    ],
)
def test_words_beside_settle_what_is_told(
    times: Times, sentence: str, expected: list[tuple[str, str, str]]
) -> None:
    assert times(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "يقام اللقاء يومي الأربعاء والخميس الموافق 27 و28 شوال في المقر",
            [
                ("يومي الأربعاء", "DATE", "2015-08-12"),
                ("الخميس", "DATE", "2015-08-13"),
                ("27", "DATE", "2015-08-12"),
                ("28 شوال", "DATE", "2015-08-13"),
            ],
        ),
        (
            "بنيت القلاع في القرنين الخامس عشر والسادس عشر",
            [("القرنين الخامس عشر", "DATE", "14"), ("السادس عشر", "DATE", "15")],
        ),
        ("ارتفع الإنتاج في الربع الثاني للعام", [("الربع الثاني للعام", "DATE", "2015-Q2")]),
        ("تراجع الإنتاج في الربع الحالي من العام", [("الربع الحالي من العام", "DATE", "2015-Q3")]),
        ("صعدت الأسعار قبل فصل الصيف", [("فصل الصيف", "DATE", "2015-SU")]),
        ("زادت الحوادث أثناء إجازة عيد الفطر الماضية", [("إجازة عيد الفطر الماضية", "DATE", "PAST_REF")]),
        ("تعاد المسرحية في كل عيد", [("كل عيد", "SET", "P1Y")]),
        (
            "العروض التي تستمر من الخامسة عصرا حتى منتصف الليل",
            [("الخامسة عصرا", "TIME", "XXXX-XX-XXT17:00"), ("منتصف الليل", "TIME", "XXXX-XX-XXTNI")],
        ),
    ],
)
def test_what_stands_behind_belongs_to_it(
    times: Times, sentence: str, expected: list[tuple[str, str, str]]
) -> None:
    assert times(sentence) == expected
