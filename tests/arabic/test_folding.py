"""Folding: what counts as alike, and the way back to what was published."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.arabic.folding import fold, folded
from tawatur.records.span import Span

# Any text at all, and texts crowded with what folding touches.
ANY = st.text(st.characters(exclude_categories=["Cs"]))
CROWDED = st.text("أإآىةؤئءا قالكی\u0640\u064e\u0651\u200f\u200d\ufe0f«»\u00a0٣۳ﻻﷲﷺﹶ\ufdcf\n")
TEXTS = ANY | CROWDED


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("أإآٱ ؤ ئ ى ة", "اااا و ي ي ه"),
        ("سماء", "سماء"),
        ("قَالَ الرَّئِيسُ", "قال الرييس"),
        ("ا\u0654لأولى", "الاولي"),
        ("الـــعـــام", "العام"),
        ("ﷲ ﻻ ﻷ ﺍﻟﻌﺮﺏ ﷼", "الله لا لا العرب ريال"),
        ("ﷺ", "صلي الله عليه وسلم"),
        ("كتا\ufe76ب", "كتاب"),
        ("وزیر کبیر ہے ھنا", "وزير كبير هي هنا"),
        ("٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹", "0123456789 0123456789"),
        ("٣٫٥ ١٬٠٠٠ ٪", "3.5 1,000 %"),
        ("\u200fقال\u200e \u202bنعم\u202c \ufeff\u00adلا\u200b", "قال نعم لا"),
        ("«أ» “ب” „ج‟ ‹د›", '"ا" "ب" "ج" "د"'),
        ("‘أ’ ′ب`", "'ا' 'ب'"),
        ("أ\u00a0ب\u2009ج\u202fد\tه\nو", "ا ب ج د ه\nو"),
        ("2014–2015 — −3", "2014-2015 - -3"),
        ("Déjà Vu، ؛ ؟", "Déjà Vu، ؛ ؟"),
    ],
)
def test_alike(published: str, expected: str) -> None:
    assert fold(published).text == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [("سأل", "سال ء"), ("پاريس", "باريس"), ("ڤيينا", "فيينا"), ("Reuters", "reuters"), ("ء", ""), ("ص", "ض")],
)
def test_not_alike(one: str, other: str) -> None:
    assert folded(one) != folded(other)


@pytest.mark.parametrize(
    ("published", "start", "end", "expected"),
    [
        ("قـــالَ الوزيرُ", 0, 3, "قـــالَ"),
        ("قالَ\u200f الوزير", 0, 3, "قالَ"),
        ("\u200fقال", 0, 3, "قال"),
        ("في ﻻ شيء", 3, 5, "ﻻ"),
        ("في ﻻ شيء", 4, 5, "ﻻ"),
        ("في ﻻ شيء", 3, 4, "ﻻ"),
        ("قَالَ", 1, 1, ""),
        ("قال", 3, 3, ""),
    ],
)
def test_span_as_published(published: str, start: int, end: int, expected: str) -> None:
    assert fold(published).span(start, end).of(published) == expected


@given(TEXTS)
def test_folding_with_and_without_the_way_back_agree(text: str) -> None:
    assert fold(text).text == folded(text)


@given(TEXTS)
def test_words_fold_as_texts_do(text: str) -> None:
    assert folded(text + "." * 100) == folded(text) + "." * 100


@given(TEXTS)
def test_folding_twice_changes_nothing(text: str) -> None:
    once = folded(text)
    assert folded(once) == once


@given(TEXTS)
def test_every_letter_leads_back_to_what_it_came_from(text: str) -> None:
    there = fold(text)
    places = [there.published_at(offset) for offset in range(len(there.text))]
    assert all(a <= b for a, b in pairwise(places))
    for offset, place in enumerate(places):
        assert there.text[offset] in folded(text[place])
    assert there.published_at(len(there.text)) == len(text)


@given(TEXTS)
def test_the_whole_leaves_out_nothing_that_can_be_matched(text: str) -> None:
    there = fold(text)
    whole = there.span(0, len(there.text))
    assert 0 <= whole.start <= whole.end <= len(text)
    assert folded(text[: whole.start]) == folded(text[whole.end :]) == ""


@given(TEXTS, st.data())
def test_a_span_folds_to_what_was_matched(text: str, data: st.DataObject) -> None:
    there = fold(text)
    start = data.draw(st.integers(0, len(there.text)))
    end = data.draw(st.integers(start, len(there.text)))
    span = there.span(start, end)
    assert 0 <= span.start <= span.end <= len(text)
    # A ligature is taken whole, though only one of its letters was meant.
    assert there.text[start:end] in folded(span.of(text))
    assert isinstance(span, Span)


@given(TEXTS, st.data())
def test_bounds_are_those_of_the_spans(text: str, data: st.DataObject) -> None:
    there = fold(text)
    cuts = sorted(data.draw(st.sets(st.integers(0, len(there.text)))))
    places = list(pairwise(cuts))
    spans = [there.span(*place) for place in places]
    begins, ends = [start for start, _ in places], [end for _, end in places]
    assert there.bounds(begins, ends) == ([span.start for span in spans], [span.end for span in spans])
