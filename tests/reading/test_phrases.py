import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.arabic.folding import folded
from tawatur.reading.phrases import PhraseIndex, ends_word, matched, plain_words, published_end

INDEX = PhraseIndex([("المصدر", "source"), ("المصدر الأصلي", "original"), ("©", "mark"), ("X", "letter")])


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        ("المصدر الاصلي: ", 0, ("original", 13)),
        ("المصدر: ", 0, ("source", 6)),
        ("المصدرون", 0, ("source", 6)),
        ("© 2025", 0, ("mark", 1)),
        ("x", 0, ("letter", 1)),
        ("في المصدر", 3, ("source", 9)),
        ("مصدر", 0, None),
        ("", 0, None),
    ],
)
def test_the_longest_phrase_at_a_place_is_found(
    text: str, place: int, expected: tuple[str, int] | None
) -> None:
    assert INDEX.at(text, place) == expected


def test_a_phrase_inside_a_longer_word_is_none() -> None:
    assert INDEX.word_at("المصدرون") is None
    assert INDEX.word_at("المصدر+") == ("source", 6)


def test_lines_are_the_same_by_their_words() -> None:
    assert plain_words(matched("• «الوادي»: خطةٌ جديدة")) == plain_words(matched("الوادي - خطة جديدة"))


@given(st.text(), st.text())
def test_the_published_end_cuts_off_exactly_what_was_matched(label: str, rest: str) -> None:
    end = published_end(label + rest, len(matched(label)))
    assert matched((label + rest)[:end]).casefold() == matched(label + rest)[: len(matched(label))].casefold()


@given(st.text(), st.integers())
def test_words_end_only_between_signs_of_words(text: str, place: int) -> None:
    inside = 0 < place < len(text) and text[place - 1].isalnum() and text[place].isalnum()
    assert ends_word(text, place) is not inside


@given(st.text(st.characters(max_codepoint=127)))
def test_plain_text_is_matched_as_any_other(text: str) -> None:
    assert matched(text) == folded(text).lower()
