"""A name tells a file's form and its page's id."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.collect.formats import Format, taken_apart


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a/b/قصة.html", ("قصة", Format.HTML, False)),
        ("A.HTML.GZ", ("A", Format.HTML, True)),
        ("2015-07-21.zip", ("2015-07-21", Format.ZIP, False)),
        ("x.warc.gz", ("x", Format.WARC, True)),
        ("x.tar.gz", ("x.tar", None, True)),
        ("x", ("x", None, False)),
        (".html", (".html", Format.HTML, False)),
        ("c:\\news\\x.txt", ("x", Format.TEXT, False)),
    ],
)
def test_names(name: str, expected: tuple[str, Format | None, bool]) -> None:
    assert taken_apart(name) == expected


@given(st.text(min_size=1, max_size=12))
def test_every_name_gives_an_id(name: str) -> None:
    assert taken_apart(name).stem
