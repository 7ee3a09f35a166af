from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.reading.lexicons import reading_lexicons
from tawatur.reading.text import parse_text


def lines(text: str) -> list[str]:
    return [block.text for block in parse_text(text, lexicons=reading_lexicons()).blocks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  سطر أول \r\n\r\nسطر\u00a0 ثان\u2028ثالث", ["سطر أول", "سطر ثان", "ثالث"]),
        ("&quot;الوادي&quot; ينتظر &amp; يترقب", ['"الوادي" ينتظر & يترقب']),
        # A linked word on a line of its own is put back into its sentence.
        ("أعلنت\nالبلدية\nاليوم خطتها الجديدة للطرق.", ["أعلنت البلدية اليوم خطتها الجديدة للطرق."]),
        ("وفي\nسياق آخر تأجل الحفل.", ["وفي سياق آخر تأجل الحفل."]),
        # Headings and lists stay on lines of their own.
        ("الذهب\nوصعد الغرام قليلا.", ["الذهب", "وصعد الغرام قليلا."]),
        ("سياسة\nرياضة\nفن", ["سياسة", "رياضة", "فن"]),
        ("كان\nفي", ["كان", "في"]),
        ("مباريات\nانتهى اللقاء بالتعادل.", ["مباريات", "انتهى اللقاء بالتعادل."]),
        # A label leads to no sentence, and a sentence of its own goes on from nothing.
        ("تابعنا عبر\nأعلنت البلدية أمس خطة للطرق.", ["تابعنا عبر", "أعلنت البلدية أمس خطة للطرق."]),
        ("Share on\nالبلدية أعلنت أمس خطتها.", ["Share on", "البلدية أعلنت أمس خطتها."]),
        ("صورة من\nالمدينة القديمة تستقبل زوارها.", ["صورة من", "المدينة القديمة تستقبل زوارها."]),
        ("حديث عن\nوقال رئيس البلدية إن العمل مستمر.", ["حديث عن", "وقال رئيس البلدية إن العمل مستمر."]),
        ("كتبت\nمريم النجار\nانهار سد قديم أمس.", ["كتبت مريم النجار", "انهار سد قديم أمس."]),
        ("ــــــــ\nانهار سد.", ["ــــــــ", "انهار سد."]),
        ("قال \u202bالوزير\u202c\u200f اليوم.", ["قال الوزير اليوم."]),
    ],
)
def test_lines_are_what_a_reader_sees_as_lines(text: str, expected: list[str]) -> None:
    assert lines(text) == expected


@given(st.text())
def test_no_word_is_lost_or_moved(text: str) -> None:
    if "&" not in text and not any(category(sign) == "Cf" for sign in text):
        assert " ".join(lines(text)).split() == text.replace("\x1f", " ").split()
