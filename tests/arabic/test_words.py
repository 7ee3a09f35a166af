"""Words, what is written onto them, and the stem they are known by."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.arabic.folding import folded
from tawatur.arabic.words import light_stem, plain_words, word_texts, words

ANY = st.text(st.characters(exclude_categories=["Cs"]))
CROWDED = st.text("قالةـ\u064e\u200f\u200d AZz19.,’'٣٫\ufe76\ufefb_-ر")
ARABIC = st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهويء", min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال الوزير: نعم.", ["قال", "الوزير", "نعم"]),
        ("قَــالَ الوزيرُ،", ["قَــالَ", "الوزيرُ"]),
        ("11,300 ريال و3.5 و٣٫٥ و٤ر١", ["11,300", "ريال", "و", "3.5", "و", "٣٫٥", "و", "٤ر١"]),
        ("عام 2015. في", ["عام", "2015", "في"]),
        ("لـ15 شخصاً، 20بالمئة", ["لـ", "15", "شخصاً", "20", "بالمئة"]),
        ("قمة G20 وطائرة F16 و5G", ["قمة", "G20", "وطائرة", "F16", "و", "5", "G"]),
        ("don't Déjà vu", ["don't", "Déjà", "vu"]),
        ("'نعم' قال", ["نعم", "قال"]),
        ("#قمة_الرياض @user_1", ["قمة", "الرياض", "user", "1"]),
        ("\u200fقال\u200f \u202bنعم\u202c", ["قال", "نعم"]),
        ("مى\u200cنا", ["مى\u200cنا"]),
        ("ـ نعم ــ", ["نعم"]),
        ("ﺍﻟﻌﺮﺏ ﻻ", ["ﺍﻟﻌﺮﺏ", "ﻻ"]),
        ("تهران کشور", ["تهران", "کشور"]),
        ("Москва 東京", ["Москва", "東京"]),
        ("... -- ؟", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in words(text)] == expected


@given(ANY | CROWDED)
def test_words_stand_in_order_and_hold_something(text: str) -> None:
    found = words(text)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(folded(span.of(text)) for span in found)


@given(ANY | CROWDED)
def test_words_are_found_and_folded_together_as_one_by_one(text: str) -> None:
    found = words(text)
    assert word_texts(text) == [span.of(text) for span in found]
    assert plain_words(text, found) == [folded(span.of(text)) for span in found]


@given(CROWDED)
def test_no_letter_is_left_over(text: str) -> None:
    taken = {place for span in words(text) for place in range(*span)}
    left = "".join(mark for place, mark in enumerate(text) if place not in taken)
    assert not any(mark.isalnum() for mark in folded(left))


@pytest.mark.parametrize(
    "family",
    [
        "مدينة المدينة والمدينة بالمدينة بمدينة مدينتهم ومدينتها للمدينة",
        "فلسطين الفلسطينيون فلسطينية والفلسطينيين لفلسطين",
        "لبنان لبناني اللبنانية للبنانيين",
        "كبير كبيرة الكبير الكبيرة كبيرا",
        "شركة الشركة شركات للشركات وشركاتها",
        "قال قالت",
        "Reuters reuters",
        "١٥ 15",
    ],
)
def test_one_stem(family: str) -> None:
    assert len({light_stem(word) for word in family.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("مصر", "قطر"), ("وزير", "سفير"), ("قتل", "قال"), ("لبنان", "لبن"), ("بيان", "بين"), ("15", "150")],
)
def test_different_stems(one: str, other: str) -> None:
    assert light_stem(one) != light_stem(other)


@given(ARABIC)
def test_a_stem_keeps_three_letters_where_there_are_three(word: str) -> None:
    assert len(light_stem(word)) >= min(3, len(word))
    assert light_stem(word) in folded(word)
