"""Paragraphs: which lines belong together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.arabic.paragraphs import paragraphs
from tawatur.lexicons.abbreviations import abbreviations


def found(text: str) -> list[str]:
    return [span.of(text) for span in paragraphs(text, unfinished=abbreviations().unfinished)]


@pytest.mark.parametrize(
    "text",
    [
        "تراجعت\nقيمة\nالعملة الوطنية بشدة أمام\nالدولار في\nتعاملات أمس.",
        "وكان رئيس\nالمصرف قد استقال.",
        "وفي\nشأن آخر عاد الوفد.",
        "زار الوفد المدن الثلاث،\nثم عاد إلى العاصمة.",
        "زار الوفد المدينة\n، ثم عاد.",
        "عاد الوفد في\n15 مايو.",
        "عاد الوفد إلى\n(المدينة) أمس.",
        "أعلن الوزير الذي\nزار المدينة أنه عائد.",
        "قال إن\u200f\nالوفد عاد.",
    ],
)
def test_lines_of_one_paragraph(text: str) -> None:
    assert found(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "عاد الوفد إلى المدينة.\nقال الوزير إنه راض.",
        "الوزير يعود إلى المدينة\nعاد الوزير أمس إلى المدينة.",
        "التفاصيل\nعاد الوزير أمس إلى المدينة.",
        "سامي الندى - المدينة\nعاد الوزير أمس إلى المدينة.",
        "وزارة المياه\nعاد الوزير أمس إلى المدينة.",
        "قال: نعم\n- ومتى تعود؟",
        "المدن\n1. الندى\n2. السفح",
        "مشاركة\n* أولا",
        "- الندى: مدينة،\n- السفح: قرية",
    ],
)
def test_each_line_a_paragraph(text: str) -> None:
    assert found(text) == text.split("\n")


def test_an_empty_line_ends_a_paragraph() -> None:
    assert found("وعاد إلى\n\nالمدينة\n \nأمس") == ["وعاد إلى", "المدينة", " ", "أمس"]


@given(st.text("في قال.،\n\u200f\u064eﹶA"))
def test_only_line_ends_are_left_out(text: str) -> None:
    assert "".join(found(text)).replace("\n", "") == text.replace("\n", "")
