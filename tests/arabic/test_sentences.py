"""Sentences: where a full stop ends one, and where it does not."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.arabic.sentences import sentences
from tawatur.lexicons.abbreviations import abbreviations
from tawatur.records.span import Span

ANY = st.text(st.characters(exclude_categories=["Cs"]))
CROWDED = st.text('.!؟… \n"«»()،دوقال3aﹶ\u064e\u200f-')


def found(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text, abbreviations=abbreviations())]


@pytest.mark.parametrize(
    "text",
    [
        # Titles and initials.
        "زار د. سامي المدينة أمس.",
        "قالت ود. هدى الندى وأ.د. سامي السفح هناك.",
        "بحضور م. سامي السفح مدير المياه.",
        "نقلت وكالة (أ. ف. ب) الخبر.",
        "نقلت أ.ف.ب عن مصدر الخبر.",
        "وفق أ.ف.ب. أمس",
        "قالت بي.بي.سي إن الوفد عاد.",
        "قالت شركة إن.دي.في الثلاثاء إنها باقية.",
        "اعترف راشد س. أمس بما فعل.",
        "سجن سامي.ن خمس سنوات.",
        "قال Dr. Sami ذلك.",
        "يقع مكتب (ص.ب. 15) هنا.",
        # Figures, dates, addresses.
        "ارتفع 3.5 في المئة إلى 11.300 في 11.5.2025 عند 8.30.",
        "ارتفع 3.\u200f5 في المئة.",
        "انظر https://site.example/a.html?b=1.2 أو www.site.example اليوم.",
        "راسل sami@site.example للمزيد.",
        "(CNN) -- عاد الوفد.",
        # Pauses.
        "عاد الوفد.. ثم رحل... ثم عاد… هكذا.",
        "عاد الوفد (...) ثم رحل.",
        # Quotations and brackets.
        "قال: «عدنا. لن نرحل. أبدا» وهو يبتسم.",
        "«عدنا. لن نرحل.» قال الوزير.",
        "«عدنا. لن نرحل.» وفق الوزير.",
        "قرأ كتابه «من نحن؟» أمام الجمهور.",
        "سأل: «أعدتم؟ متى؟»، ثم سكت.",
        "عاد (كما قال. ولم يزد) أمس.",
        "”عدنا. لن نرحل“ قال الوزير.",
        # Marks at the end belong to the sentence.
        "هل عاد؟!",
        "عاد الوفد !..",
        "قال: «عدنا.»",
        "عاد الوفد .",
        # Clauses.
        "عاد الوفد؛ فقد انتهت الزيارة.",
        "وقال: نعم",
    ],
)
def test_one_sentence(text: str) -> None:
    assert found(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "عاد الوفد. | وقال الوزير إنه راض.",
        "هل عاد؟ | نعم! | متى؟",
        "عاد الوفد.| وقال الوزير إنه راض.",
        "عاد الوفد.|وقال الوزير إنه راض.",
        "عاد الوفد .|وقال الوزير إنه راض.",
        "عاد الوفد ؟ .. | وقال الوزير إنه راض.",
        "كان ذلك عام 1436 هـ. | وقال الوزير إنه راض.",
        "كان ذلك عام 2015 م. | كما قال.",
        "عاد عام 2015. | وقال الوزير إنه راض.",
        "نقلته أ.ف.ب. | وقال الوزير إنه راض.",
        "عاد «الوفد». | وقال الوزير إنه راض.",
        "قال: «عدنا. لن نرحل.» | وأضاف الوزير أنه راض.",
        "قال: «عدنا. لن نرحل.» | كما رحب الوزير به.",
        'قال "عدنا."|\nوأضاف الوزير أنه راض.',
        "قال «عدنا؟» | وأضاف الوزير أنه راض.",
        "قال «عدنا. | لن نرحل.",
        "عاد الوفد.|«لن نرحل» قال الوزير.",
        "الوزير يعود | \n\n | عاد الوزير أمس.",
        "1. عاد الوفد. | 2. رحل الوفد.",
        "زار www.site.example. | وعاد.",
        "عاد لأنه سئم. | رحل لأنه مل. | وعاد.",
    ],
)
def test_several_sentences(text: str) -> None:
    assert found(text.replace("|", "")) == [part for piece in text.split("|") if (part := piece.strip())]


@pytest.mark.parametrize("text", ["", " \n\u200f", "***\n...\n-", "\u064e"])
def test_none(text: str) -> None:
    assert found(text) == []


def test_a_quotation_that_runs_on_is_split() -> None:
    long = "عاد الوفد أمس. " * 120
    assert len(found(f"«{long}»")) == 120


def test_marks_that_cannot_be_seen_are_left_out_around_a_sentence() -> None:
    assert found("\u202bعاد الوفد.\u202c \n ** رحل الوفد. **") == ["عاد الوفد.", "** رحل الوفد. **"]


@given(ANY | CROWDED)
def test_sentences_are_trimmed_in_order_and_lose_no_word(text: str) -> None:
    spans = sentences(text, abbreviations=abbreviations())
    assert all(one.end <= other.start for one, other in pairwise(spans))
    for span in spans:
        sentence = span.of(text)
        assert sentence == sentence.strip()
        assert any(mark.isalnum() or mark == "_" for mark in sentence)
    outside = [
        text[one.end : other.start]
        for one, other in pairwise((Span(0, 0), *spans, Span(len(text), len(text))))
    ]
    assert not any(mark.isalnum() for gap in outside for mark in gap)
