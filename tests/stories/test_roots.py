from collections.abc import Callable

import pytest

from tawatur.records.article import Article
from tawatur.stories.roots import Root, RootFrom, root

MakeArticle = Callable[..., Article]


@pytest.mark.parametrize(
    ("fields", "how"),
    [
        ({"byline": "نبأ - قرطبان"}, RootFrom.BYLINE),
        ({"dateline": "قرطبان (نَبأ):"}, RootFrom.DATELINE),
        ({}, RootFrom.CREDIT),
    ],
)
def test_the_root_is_what_members_credit_and_never_a_credit_that_names_nobody(
    article: MakeArticle, fields: dict[str, str], how: RootFrom
) -> None:
    members = [
        article("a", "", outlet="first", credits=("وكالات",)),
        article("b", "", outlet="second", credits=("نبأ", "متابعة"), **fields),
    ]
    assert root(members) == Root(name="نبأ", how=how)


def test_where_nobody_is_credited_the_earliest_publisher_is_the_root(article: MakeArticle) -> None:
    members = [article("a", "", outlet="earlier", credits=("وكالات",)), article("b", "", outlet="later")]
    assert root(members) == Root(name="earlier", how=RootFrom.EARLIEST)
    assert root([article("a", "", outlet=None)]) is None


def test_the_credit_of_most_members_wins_and_an_outlets_own_name_is_none(article: MakeArticle) -> None:
    named = [("سحاب",), ("نبأ",), ("نبأ",), ("nadir",), ("nadir",), ("nadir",)]
    members = [article(f"{place}", "", credits=one) for place, one in enumerate(named)]
    assert root(members) == Root(name="نبأ", how=RootFrom.CREDIT)
