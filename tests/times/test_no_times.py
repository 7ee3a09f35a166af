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
