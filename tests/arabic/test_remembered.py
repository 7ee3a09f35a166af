"""What is remembered of words, and what is let go."""

from hypothesis import given
from hypothesis import strategies as st

from tawatur.arabic.remembered import Remembered


@given(st.lists(st.text(alphabet="ابتث", max_size=3)), st.integers(1, 8))
def test_every_answer_is_the_functions_and_no_more_are_kept(words: list[str], most: int) -> None:
    lengths = Remembered(len, most=most)
    for word in words:
        assert lengths[word] == len(word)
        assert len(lengths) <= most


def test_a_word_asked_for_again_is_not_worked_out_again() -> None:
    asked: list[str] = []
    noted = Remembered(asked.append, most=2)
    for word in ("من", "قال", "من", "المدير", "من"):
        noted[word]
    assert asked == ["من", "قال", "المدير"]
