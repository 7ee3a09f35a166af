"""What is remembered is what would be made again, whatever came in between."""

from hypothesis import given
from hypothesis import strategies as st

from tawatur.arabic import remembering
from tawatur.arabic.remembering import Remembered


def test_a_word_is_worked_on_once_while_it_is_remembered() -> None:
    made: list[str] = []
    lengths = Remembered(lambda word: made.append(word) or len(word))
    assert lengths.each(["قال", "الوزير", "قال"]) == [3, 6, 3]
    assert made == ["قال", "الوزير"]


def test_what_is_no_word_for_its_length_is_not_remembered() -> None:
    lengths = Remembered(len)
    assert lengths.each(["ا" * 1000, "قال"]) == [1000, 3]
    assert list(lengths) == ["قال"]


@given(st.lists(st.text("ابتث", min_size=1, max_size=3), max_size=60))
def test_the_answers_stay_when_it_is_full(words: list[str]) -> None:
    most, remembering._MOST = remembering._MOST, 4
    try:
        doubled = Remembered(lambda word: word * 2)
        assert doubled.each(words) == [word * 2 for word in words]
        assert len(doubled) <= 4
    finally:
        remembering._MOST = most
