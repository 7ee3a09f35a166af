import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.cli.terminal import Order, Terminal, columns, plain, terminal

VISUAL = Terminal(order=Order.VISUAL, width=30)


class Tty(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_line_is_ordered_for_the_eye_and_set_against_the_right_edge() -> None:
    (row,) = VISUAL.rtl("باب 12 (x)")
    assert row.endswith("ﺏﺎﺑ")
    assert "12" in row
    assert row.lstrip().startswith("(x)")
    assert columns(row) == 30


def test_arabic_in_a_line_of_another_script_is_ordered_too() -> None:
    assert list(VISUAL.ltr("heard by باب first", indent=2)) == ["  heard by ﺏﺎﺑ first"]


def test_lines_break_between_words_and_indent_from_the_right() -> None:
    rows = list(VISUAL.rtl("قالت المديرة إن السد القديم سيفتح أبوابه غدا", indent=4))
    assert len(rows) == 2
    assert all(columns(row) == 26 for row in rows)


def test_a_terminal_that_orders_by_itself_gets_the_text_as_it_is() -> None:
    logical = Terminal(order=Order.LOGICAL, width=30)
    assert list(logical.rtl("قالت (نعم)")) == ["قالت (نعم)"]


def test_a_pipe_gets_whole_lines() -> None:
    pipe = terminal(io.StringIO(), {"TAWATUR_TERMINAL": "visual"})
    long = "كلمة " * 100 + "أخيرة"
    assert list(pipe.rtl(long)) == [long]


@pytest.mark.parametrize(
    ("environment", "order"),
    [
        ({}, Order.VISUAL),
        ({"TERM": "xterm-256color"}, Order.VISUAL),
        ({"VTE_VERSION": "7006"}, Order.LOGICAL),
        ({"KONSOLE_VERSION": "230804"}, Order.LOGICAL),
        ({"TERM_PROGRAM": "Apple_Terminal"}, Order.LOGICAL),
        ({"VTE_VERSION": "7006", "TMUX": "default,1,0"}, Order.VISUAL),
        ({"VTE_VERSION": "7006", "TAWATUR_TERMINAL": "visual"}, Order.VISUAL),
        ({"TAWATUR_TERMINAL": "logical"}, Order.LOGICAL),
        ({"TAWATUR_TERMINAL": "nonsense"}, Order.VISUAL),
    ],
)
def test_who_orders_the_letters_is_told_by_the_environment(environment: dict[str, str], order: Order) -> None:
    assert terminal(Tty(), environment).order is order


@pytest.mark.parametrize("hostile", ["\x1b[2Jعنوان", "\x9b31mعنوان", "\u202eعنوان", "\x07عنوان\u2066"])
def test_strangers_text_cannot_steer_the_terminal(hostile: str) -> None:
    for row in (*VISUAL.rtl(hostile), *VISUAL.ltr(hostile), plain(hostile)):
        assert not set(row) & set("\x1b\x9b\x07\u202e\u2066")


@given(st.text(), st.integers(0, 8))
def test_no_row_is_wider_than_the_terminal_unless_one_word_is(text: str, indent: int) -> None:
    for row in VISUAL.rtl(text, indent=indent):
        assert columns(row) <= 30 or len(row.split()) == 1
