import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.arabic.folding import folded
from tawatur.arabic.words import words
from tawatur.records.span import Span
from tawatur.store.search.highlight import Excerpt, Highlighter
from tawatur.store.search.query import parse


def bracketed(excerpt: Excerpt) -> str:
    text = excerpt.text
    for start, end in reversed(excerpt.marks):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text


@pytest.mark.parametrize(
    ("typed", "text", "marked"),
    [
        ("ميناء", "إلى المينـاءِ، وبالميناءِ رصيف", "إلى [المينـاءِ]، [وبالميناءِ] رصيف"),
        ("مدرسه", "«مدرسةٌ» في المَدارس", "«[مدرسةٌ]» في المَدارس"),
        ('"رصيف الميناء"', "رصيفُ الميناء ورصيف ميناء", "[رصيفُ] [الميناء] ورصيف ميناء"),
        ('"رصيف الميناء"', "رصيف قرب لرصيف الميناء", "رصيف قرب [لرصيف] [الميناء]"),
        ("15", "في ١٥ سفينة", "في [١٥] سفينة"),
        ("-سفينة رصيف", "سفينة على رصيف", "سفينة على [رصيف]"),
        ("قارب OR زورق", "قاربه والزورق", "[قاربه] [والزورق]"),
        ("غريب", "لا شيء هنا", "لا شيء هنا"),
    ],
)  # fmt: skip
def test_words_are_marked_as_published(typed: str, text: str, marked: str) -> None:
    assert bracketed(Highlighter(parse(typed)).whole(text)) == marked


def test_the_passage_shows_most_of_what_is_looked_for() -> None:
    filler = "كلام آخر عن غير ذلك. " * 40
    text = f"رصيف وحده. {filler}سفينة عند رصيف الميناء القديم. {filler}"
    passage = Highlighter(parse("سفينة رصيف ميناء")).passage(text)
    assert "[سفينة] عند [رصيف] [الميناء]" in bracketed(passage)
    assert len(words(passage.text)) == 32
    assert text[passage.start :].startswith(passage.text)


@pytest.mark.parametrize("before", [0, 3_990, 4_001, 30_000])
def test_the_passage_is_found_far_down_a_long_text(before: int) -> None:
    filler = "كلام آخر عن غير ذلك. " * (before // 21)
    text = f"{filler}وسفينةٌ عند رصيف الميناء القديم، {filler}"
    passage = Highlighter(parse("سفينة رصيف ميناء")).passage(text)
    assert "[وسفينةٌ] عند [رصيف] [الميناء] القديم" in bracketed(passage)
    assert len(words(passage.text)) == (32 if filler else 5)
    assert words(passage.text)[6 if filler else 0].of(passage.text) == "وسفينةٌ"
    assert text[passage.start :].startswith(passage.text)


def test_a_book_is_shown_from_its_beginning() -> None:
    book = f"{'كلام ' * 10_000}سفينة"
    passage = Highlighter(parse("سفينة")).passage(book)
    assert (passage.start, passage.marks) == (0, ())


def test_without_words_found_the_passage_is_the_beginning() -> None:
    assert Highlighter(parse("غريب")).passage("أول الكلام.", words=1) == Excerpt(
        text="أول", start=0, marks=()
    )
    assert Highlighter(parse("غريب")).passage("...") == Excerpt(text="", start=0, marks=())


# A ligature that stands for a whole word (ﷲ) parts from what is glued to it only when it is spelt out.
LIGATURES = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
PIECES = st.text(st.sampled_from("اويلبمنتةهى ـَّ\u200f.«»\n1١a")) | st.text().map(
    lambda text: LIGATURES.sub("", text)
)


@given(typed=PIECES, text=PIECES)
def test_marks_hold_whole_published_words_in_order(typed: str, text: str) -> None:
    # What is typed stands in the text too, so that there is something to mark.
    text = f"{text} {typed}"
    published = words(text)
    highlighter = Highlighter(parse(typed))
    for excerpt in (highlighter.whole(text), highlighter.passage(text, words=9)):
        assert text[excerpt.start :].startswith(excerpt.text)
        end = 0
        for mark in excerpt.marks:
            assert end <= mark.start < mark.end <= len(excerpt.text)
            end = mark.end
            placed = Span(mark.start + excerpt.start, mark.end + excerpt.start)
            # Marks that cannot be seen may part signs from the last letter; every letter is held.
            for word in published:
                if placed.overlaps(word):
                    assert folded(text[word.start : placed.start] + text[placed.end : word.end]) == ""
