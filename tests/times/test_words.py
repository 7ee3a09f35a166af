"""The words of time expressions, assembled."""

from tawatur.calendars.words import calendar_words
from tawatur.times.words import Form, known, time_words

WORDS = time_words(calendar_words())


def test_a_word_takes_several_places() -> None:
    today = WORDS.single["اليوم"]
    assert today.deictic is not None
    assert today.unit is not None
    assert (today.unit.key, today.unit.form, today.unit.definite) == ("day", Form.SINGULAR, True)


def test_a_word_is_known_as_it_stands_before_its_particles_are_taken_off() -> None:
    # «فجر» is dawn, not ف with «جر»; «ليلة» is a night, not ل with «يلة».
    assert [found.word for word in ("فجر", "ليله", "والفجر") if (found := known(word, WORDS))] == [
        "فجر",
        "ليله",
        "الفجر",
    ]


def test_an_unknown_word_is_none() -> None:
    assert known("المصنع", WORDS) is None


def test_every_key_that_the_grammar_opens_with_is_in_the_list() -> None:
    opening = {word.word.key for word in WORDS.single.values() if word.word is not None and word.opens}
    assert {"before", "after", "every", "hour", "this", "vague", "period", "quarter", "half"} <= opening
