"""JSON values from a stream are cut where a decoder would cut them."""

import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.collect.json_values import BrokenJSONError, JSONValues

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=20)
    | st.sampled_from(['"', "\\", '\\"', "]", "{", "\\\\"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)


class Dripping(io.RawIOBase):
    """A stream that gives a few bytes at a time, as a pipe may."""

    def __init__(self, data: bytes, step: int) -> None:
        self.data, self.step = data, step

    def read(self, _: int = -1) -> bytes:
        piece, self.data = self.data[: self.step], self.data[self.step :]
        return piece


def cut(text: str, *, step: int = 7, most: int = 10_000) -> list[Any]:
    return list(JSONValues(Dripping(text.encode(), step), most=most))


@given(st.lists(VALUES, max_size=8), st.integers(1, 9), st.booleans(), st.booleans())
def test_an_array_is_cut_into_its_elements(
    values: list[Any], step: int, ascii_only: bool, wide: bool
) -> None:
    text = json.dumps(values, ensure_ascii=ascii_only, indent=1 if wide else None)
    assert [json.loads(value) for value in cut(text, step=step)] == values


@given(st.lists(st.dictionaries(st.text(max_size=5), VALUES, max_size=3), max_size=5), st.integers(1, 9))
def test_objects_behind_one_another_need_no_array(values: list[Any], step: int) -> None:
    text = "\n".join(map(json.dumps, values))
    assert [json.loads(value) for value in cut(text, step=step)] == values


@pytest.mark.parametrize("text", ["[1", '["a', '[{"a": "\\', "[{", "[1] 2", '{"a"', "]", "7", "x [1]"])
def test_a_text_that_breaks_off_or_goes_on_is_told(text: str) -> None:
    with pytest.raises(BrokenJSONError):
        cut(text)


def test_what_stands_before_the_break_is_kept() -> None:
    values = iter(JSONValues(io.BytesIO(b'[{"a": 1}, {"b"'), most=100))
    assert next(values) == b'{"a": 1}'
    with pytest.raises(BrokenJSONError):
        next(values)


def test_a_value_that_is_too_long_is_passed_over_and_the_next_is_read() -> None:
    long = json.dumps({"a": ['\\"x]' * 200_000, {"b": "}" * 300_000}]})
    assert cut(f'[{long}, "next", {long}]', step=65_536, most=1000) == [None, b'"next"', None]


def test_a_mark_of_byte_order_is_no_value() -> None:
    assert cut("\ufeff[1]") == [b"1"]


def test_deep_nesting_is_no_recursion() -> None:
    deep = "[" * 100_000 + "]" * 100_000
    assert cut(f"[{deep}]", step=50_000, most=10**6) == [deep.encode()]
