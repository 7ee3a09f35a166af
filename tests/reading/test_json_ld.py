import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.reading.json_ld import objects, texts


@pytest.mark.parametrize(
    ("script", "names"),
    [
        ('{"name": "أ"}', ["أ"]),
        ('[{"name": "أ"}, {"name": "ب"}]', ["أ", "ب"]),
        ('{"name": "أ", "@graph": [{"name": "ب"}, {"name": "ج"}]}', ["أ", "ب", "ج"]),
        ('{"name": "أ", "mainEntity": {"name": "ب"}}', ["أ", "ب"]),
        ('{"name": "أ", "mainEntityOfPage": "https://x.example"}', ["أ"]),
        ('{"name": "أ",}', ["أ"]),
        ('[{"name": "أ",},]', ["أ"]),
        ('{"name": "سطر\nآخر\tهنا"}', ["سطر\nآخر\tهنا"]),
        ('{"name": "it\\\'s"}', ["it's"]),
        ('<!-- {"name": "أ"} -->', ["أ"]),
        ('//<![CDATA[\n{"name": "أ"}\n//]]>', ["أ"]),
        ('/* <![CDATA[ */{"name": "أ"}/* ]]> */', ["أ"]),
        ('{"name": "أ"};', ["أ"]),
        ('{"name": "أ"}{"name": "ب"}', ["أ"]),
        ('\ufeff {"name": "أ"}', ["أ"]),
        ('{"name": "أ', []),
        ("", []),
        ("null", []),
        ('"نص"', []),
        ("[" * 100_000, []),
    ],
)
def test_objects_are_read_as_far_as_they_can_be(script: str, names: list[str]) -> None:
    assert [one["name"] for one in objects(script)] == names


def test_a_page_of_a_thousand_objects_gives_only_the_first() -> None:
    assert 100 < len(list(objects("[" + ",".join(['{"name": 1}'] * 5_000) + "]"))) < 1_000


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("سلمى", ["سلمى"]),
        ({"name": "سلمى"}, ["سلمى"]),
        ({"name": ["سلمى", "كمال"]}, ["سلمى", "كمال"]),
        ([{"name": "سلمى"}, "كمال", {"url": "x"}, None, 3], ["سلمى", "كمال"]),
        (None, []),
        (" ", []),
    ],
)
def test_names_come_in_any_shape(value: object, names: list[str]) -> None:
    assert list(texts(value)) == names


@given(st.text(max_size=200))
def test_no_script_raises(script: str) -> None:
    assert all(isinstance(one, dict) for one in objects(script))
