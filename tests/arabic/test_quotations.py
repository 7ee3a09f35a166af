"""Quotations, whichever way a newspaper turns its marks."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.arabic.quotations import enclosed, quotations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('قال: "نعم. لا." ثم سكت', ['"نعم. لا."']),
        ("قال «نعم»، ثم “لا”.", ["«نعم»", "“لا”"]),
        ("قال ”نعم“ ثم »لا« ثم", ["”نعم“", "»لا«"]),
        ('قال " نعم " ثم " لا "', ['" نعم "', '" لا "']),
        ("“ نعم “. وقال : ” لا ” ثم", ["“ نعم “", "” لا ”"]),
        ('و"النهار" لـ"اليوم" ب«السد»', ['"النهار"', '"اليوم"', "«السد»"]),
        ('""نعم"" قال', ['""نعم""']),
        ("“”أنا هنا”. وقال “لا” ثم", ["“”أنا هنا”", "“لا”"]),
        ('"قال: "نعم""، ثم "لا"', ['"قال: "نعم""', '"لا"']),
        ("«قال إن «السد» بعيد» ثم", ["«قال إن «السد» بعيد»"]),
        ('\u200f"نعم\u200f" قال', ['"نعم\u200f"']),
        ('"نعم"و"لا"', ['"نعم"', '"لا"']),
        ("قال (نعم) [لا]", []),
        ('قال "لا\nثم" نعم', []),
        ("قال «لا ثم «نعم» ثم", ["«نعم»"]),
        ('لا" ثم "نعم"', ['"نعم"']),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in quotations(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال (نعم. لا) [ثم] {لا}", ["(نعم. لا)", "[ثم]", "{لا}"]),
        ('"نعم (أي "لا") هنا"', ['"نعم (أي "لا") هنا"']),
        ("1) أولا 2) ثانيا", []),
        ('قال (نعم "ثم) لا" هنا', ['(نعم "ثم) لا"']),
        ("«نعم أو لا أو ربما أو غدا» «لا»", ["«لا»"]),
    ],
)
def test_enclosed(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in enclosed(text, longest=20)] == expected


@given(st.text('"“”«»()[] \nنعم.\u200f'))
def test_they_are_apart_and_begin_and_end_with_marks(text: str) -> None:
    found = enclosed(text, longest=1_000)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(text[span.start] in '"“”«»([' and text[span.end - 1] in '"“”«»)]' for span in found)
    assert all("\n" not in span.of(text) for span in found)
