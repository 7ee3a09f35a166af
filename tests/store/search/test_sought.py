import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tawatur.arabic.folding import folded
from tawatur.arabic.words import words
from tawatur.lexicons.word_roots import word_roots
from tawatur.store.search.query import parse
from tawatur.store.search.sought import Sought, letters_of
from tawatur.store.search.terms import term, term_at

WRITTEN = st.text(st.sampled_from("ابتدسفكلمنهوية ءئؤأ.,1٢\n\u0301aKİßσΣς")) | st.text()
# Words that are never cut, and words whose first letter is no particle, behind what may be written onto them.
KNOWN = st.sampled_from(sorted(word_roots().whole | word_roots().begun))
ONTO = st.sampled_from(["", "و", "ال", "بال", "لل", "ولل", "وبال", "ل", "س"])
BEHIND = st.sampled_from(["", "ه", "ها", "ات", "ين", "يه", "ايه", "اوه", "هما"])


@given(WRITTEN | st.builds("{}{}{}".format, ONTO, KNOWN, BEHIND))
@example("للرياض ومسئولين وزرائه شيوون İstanbul 007,500 ²٣")
def test_every_word_holds_the_letters_it_is_looked_for_by(text: str) -> None:
    text = folded(text)
    for word in words(text):
        for key in term(word.of(text)[:64]):
            assert re.search(letters_of(key), word.of(text), re.IGNORECASE)


@given(typed=WRITTEN.filter(lambda typed: '"' not in folded(typed)), text=WRITTEN)
def test_what_is_found_is_what_a_look_at_every_word_finds(typed: str, text: str) -> None:
    text = folded(f"{text} {typed} {text}")
    query = parse(typed)
    asked = {stem for group in query.groups for one in group for _, stem in one.words}
    stems = {word: term_at(text, *word)[1] for word in words(text)}
    found = {(place.start, place.end): place.word for place in Sought(query).places(text)}
    assert found == {tuple(word): stem for word, stem in stems.items() if stem in asked}


@pytest.mark.parametrize(
    ("typed", "text", "found"),
    [
        ('"رصيف الميناء"', "الرصيف الميناء، ورصيف\nالميناء ورصيف ميناء", ["ورصيف", "الميناء"]),
        ('"الميناء القديم"', "للميناء القديم والميناء الجديد", ["للميناء", "القديم"]),
        ('"رصيف الميناء"', f"رصيف {'.' * 400} الميناء", []),
        ('"الميناء القد"', "الميناء القديم", []),
        ('ميناء "رصيف الميناء"', "ميناءان ورصيف الميناء", ["ميناءان", "ورصيف", "الميناء"]),
        ("", "كلام", []),
    ],
)
def test_words_of_a_phrase_stand_beside_each_other(typed: str, text: str, found: list[str]) -> None:
    text = folded(text)
    places = Sought(parse(typed)).places(text)
    assert [text[place.start : place.end] for place in places] == found
