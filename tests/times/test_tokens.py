"""A folded body as a line of tokens."""

from tawatur.arabic.folding import fold
from tawatur.calendars.words import calendar_words
from tawatur.times.tokens import PADDING, Token, tokenize
from tawatur.times.words import time_words


def line(text: str) -> list[Token]:
    return tokenize(fold(text), words=time_words(calendar_words()), calendar=calendar_words())[:-PADDING]


def test_particles_stay_outside_the_token() -> None:
    text = "وبالامس وليوم وللربع"
    assert [(token.text, text[token.start : token.end]) for token in line(text)] == [
        ("الامس", "الامس"),
        ("يوم", "يوم"),
        ("الربع", "لربع"),
    ]


def test_a_date_a_number_and_a_phrase_are_one_token_each() -> None:
    found = line("في 4-10-1436 بعد خمسه وعشرين يوما من كانون الثاني")
    assert [token.text for token in found] == [
        "في",
        "4-10-1436",
        "بعد",
        "خمسه وعشرين",
        "يوما",
        "من",
        "كانون الثاني",
    ]
    assert found[1].date is not None
    assert found[3].number == 25


def test_an_ordinal_is_no_number() -> None:
    (ordinal,) = line("الحادي والعشرين")
    assert ordinal.means.ordinal is not None
    assert ordinal.means.ordinal.number == 21


def test_a_phrase_does_not_reach_over_a_mark() -> None:
    assert [token.text for token in line("امس، الاول")] == ["امس", "،", "الاول"]


def test_unknown_words_and_marks_stand_as_written() -> None:
    found = line("قال (الوزير):\nنعم")
    assert [token.text for token in found] == ["قال", "(", "الوزير", ")", ":", "\n", "نعم"]
