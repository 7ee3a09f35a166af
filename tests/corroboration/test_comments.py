"""Who only says what he thinks of what others tell is no origin of it."""

from collections.abc import Callable
from typing import Any

import pytest

from tawatur.records.attribution import SourceKind
from tawatur.records.claim import Claim, Merge
from tawatur.records.read_page import ReadArticle

TOLD = "الحكومة رفعت الحد الأدنى لأجور الحفارين إلى 5200 درهم"

CASES = [
    # His own words say nothing that the other page says.
    ('رفع الحد الأدنى لأجور الحفارين إلى 5200 درهم "لا يساوي ثمن الخبز"', 1),
    ("رفع الحد الأدنى لأجور الحفارين إلى 5200 درهم «مهزلة كبيرة»،", 1),
    # They say what the other page says, or there are none.
    ('الحكومة رفعت الحد الأدنى "لأجور الحفارين إلى 5200 درهم"', 2),
    ("الحد الأدنى لأجور الحفارين ارتفع إلى 5200 درهم", 2),
    # What stands in quotation marks at the end says it, and what stands before it does not.
    ('إنها مهزلة كبيرة "رفعت الحكومة الحد الأدنى لأجور الحفارين إلى 5200 درهم"', 2),
]


@pytest.mark.parametrize(("said_of_it", "number"), CASES)
def test_what_one_thinks_of_it_is_no_origin(
    make: tuple[Callable[..., ReadArticle], Callable[..., Any]],
    claims: Callable[..., tuple[Claim, ...]],
    said_of_it: str,
    number: int,
) -> None:
    told, said = make
    minister = told("a", said(TOLD, "وزير الآثار نادر السلوان", SourceKind.PERSON))
    unionist = "الأمين العام لنقابة الحفارين والعمال رامي الزعتري"
    union = told("b", said(said_of_it, unionist, SourceKind.PERSON, ("رويترز",)))
    (claim,) = claims(minister, union)
    assert (claim.origins_min, claim.origins_max) == (number, number)
    if number == 1:
        assert claim.text == TOLD
        (origin,) = claim.origins
        assert (origin.party, origin.first_outlet) == ("وزير الآثار نادر السلوان", "outlet-a")
        assert [one.reason for one in origin.joined] == [Merge.REACTION]


def test_what_one_article_alone_says_is_no_comment(
    make: tuple[Callable[..., ReadArticle], Callable[..., Any]], claims: Callable[..., tuple[Claim, ...]]
) -> None:
    told, said = make
    (claim,) = claims(told("a", said(CASES[0][0], "نقيب الحفارين رامي الزعتري", SourceKind.PERSON)))
    assert [origin.party for origin in claim.origins] == ["نقيب الحفارين رامي الزعتري"]
