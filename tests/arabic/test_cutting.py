"""Cutting gives what matching gives."""

import re

from hypothesis import given
from hypothesis import strategies as st

from tawatur.arabic.cutting import cut

TOKEN = re.compile(r"(\w+|[^\w\s])")


@given(st.text(alphabet="اب1 .«\n"))
def test_the_tokens_are_the_matches_of_the_pattern(text: str) -> None:
    found = cut(text, TOKEN)
    assert list(zip(*found, strict=True)) == [(match[0], *match.span()) for match in TOKEN.finditer(text)]
