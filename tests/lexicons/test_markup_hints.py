import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.lexicons.loading import load
from tawatur.lexicons.markup_hints import HintLists, markup_hints

LISTS = load("markup_hints", HintLists)
FORMS = [(name, form) for name, words in LISTS.inside.items() for form in words.forms]


def hints(names: str) -> set[str]:
    mask = markup_hints().mask(names)
    return {name for bit, name in enumerate(markup_hints().names) if mask >> bit & 1}


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ("", set()),
        ("row col-md-6", set()),
        ("Entry-Content".lower(), {"body"}),
        ("article__body", {"body"}),
        ("article_body", {"body"}),
        ("relatedposts", {"related"}),
        ("td-post-sharing", {"share"}),
        ("nav", {"nav"}),
        ("navy", set()),
        ("ad ads-box", {"ads"}),
        ("gladiator", set()),
        (" comments ", {"comments"}),
        ("menu\tfooter", {"nav", "page_end"}),
    ],
)
def test_words_count_between_their_edges_and_other_forms_anywhere(names: str, expected: set[str]) -> None:
    assert hints(names) - {"box"} == expected


@pytest.mark.parametrize(("name", "form"), FORMS)
def test_every_form_counts_anywhere_in_a_name(name: str, form: str) -> None:
    assert name in hints(form)
    assert name in hints(f"x{form}x")
    assert name in hints(f"first second-{form.replace('-', '_')}")


def test_every_word_hints_at_something_known() -> None:
    assert set(LISTS.word) <= set(LISTS.inside)


@given(st.lists(st.text(alphabet="abcdeimnorst-_ ", max_size=12), max_size=5))
def test_a_mask_is_that_of_its_parts_however_often_it_is_asked(parts: list[str]) -> None:
    joined = " ".join(parts)
    assert hints(joined) == set().union(*map(hints, joined.split())) == hints(joined)
    assert markup_hints().masks([joined, joined]) == [markup_hints().mask(joined)] * 2
