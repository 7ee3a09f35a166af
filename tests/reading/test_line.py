import pytest

from tawatur.reading.line import is_complete, is_headline, is_prose

LONG = " ".join(["كلمة"] * 18)


@pytest.mark.parametrize(
    "text",
    [
        "وقال إن الجسر آمن.",
        'وقال: "الجسر آمن تماما".',
        LONG,
        "انتهت الجلسة مساء أمس. وتستأنف اللجنة عملها غدا في المقر",
        "الوادي برس| تعرضت بلدة حدودية وقرى مجاورة لأمطار غزيرة أغلقت طرقا وعطلت المدارس وفق ما",
        "وصل الوفد، وضم سبعة مهندسين، إلى الموقع الجديد في الضفة الغربية من نهر السدر",
    ],
)
def test_running_text_is_prose(text: str) -> None:
    assert is_prose(text)


@pytest.mark.parametrize(
    "text",
    [
        "انهيار جسر قديم في الوادي الأخضر",
        "حياة بعيدة.. كوكب على بعد سنوات",
        "هل ينجح الاتفاق هذه المرة؟",
        "رئيس الوزراء يزور الموقع...",
        "د. سالم الحارثي يكتب عن الجسر",
        "142",
    ],
)
def test_headlines_are_not(text: str) -> None:
    assert not is_prose(text)


def test_a_question_of_a_headline_ends_a_line_but_makes_no_paragraph() -> None:
    assert is_complete("ماذا حدث؟")
    assert is_headline("ماذا حدث؟")
