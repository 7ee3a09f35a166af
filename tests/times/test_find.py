"""The stage as a whole."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.calendars.words import calendar_words
from tawatur.records.time_expression import TimeExpression
from tawatur.times.find import find_times
from tawatur.times.words import TimeWords, time_words

ANCHOR = date(2015, 8, 6)


def find(body: str) -> tuple[TimeExpression, ...]:
    return find_times(body, anchor=ANCHOR, calendar=calendar_words())


def test_offsets_count_the_characters_as_published() -> None:
    body = "وصــلَ الوفدُ \u200fمسـاءَ أمـــسِ، وغادرَ في \u200f٢٠-٧-٢٠١٥م"
    assert [body[time.start : time.end] for time in find(body)] == ["مسـاءَ أمـــسِ", "٢٠-٧-٢٠١٥م"]


def test_every_expression_carries_its_anchor() -> None:
    assert {time.anchor for time in find("وصل أمس ويغادر في 2016-01-01")} == {ANCHOR}


def test_the_words_are_a_resource() -> None:
    words = time_words(calendar_words())
    none = TimeWords(single={}, phrases={}, numbers=words.numbers)
    assert find_times("وصل أمس", anchor=ANCHOR, calendar=calendar_words(), words=none) == ()


def test_a_text_without_times_has_none() -> None:
    assert find("") == ()
    assert find("قال الوزير إن المصنع الجديد يعمل") == ()


_WORDS = sorted(time_words(calendar_words()).single)
_PIECES = st.one_of(
    st.sampled_from(_WORDS),
    st.sampled_from(
        ["1", "5", "12:30", "2015", "1436", "4-10-1436", "و", "ال", "(", ")", "-", "،", ".", "\n", "\u200f"]
    ),
    st.text(max_size=3),
)


@given(st.lists(_PIECES, max_size=30), st.one_of(st.none(), st.dates()))
def test_any_row_of_words_is_read_and_every_span_lies_in_it_in_order(
    pieces: list[str], anchor: date | None
) -> None:
    body = " ".join(pieces)
    end = 0
    for time in find_times(body, anchor=anchor, calendar=calendar_words()):
        assert end <= time.start < time.end <= len(body)
        assert time.value
        end = time.end


@pytest.mark.parametrize("piece", ["5 و", "الأحد ", "قبل عدة ", "س"])
def test_a_megabyte_of_one_piece_is_read_through(piece: str) -> None:
    body = piece * (1_000_000 // len(piece))
    assert all(time.end <= len(body) for time in find(body))


@pytest.mark.parametrize("anchor", [date.min, date.max])
def test_the_ends_of_the_calendar_leave_parts_unknown(anchor: date) -> None:
    body = "في 25 ديسمبر وفي يناير الماضي والشهر المقبل وقبل مئة عام وفي مارس المقبل و12 محرم"
    values = [time.value for time in find_times(body, anchor=anchor, calendar=calendar_words())]
    assert len(values) == 5
    assert any("XX" in value for value in values)
