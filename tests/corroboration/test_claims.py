import random
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tawatur.records.attribution import Act, SourceKind
from tawatur.records.claim import Claim, Stance
from tawatur.records.read_page import ReadArticle

Make = tuple[Callable[..., ReadArticle], Callable[..., Any]]
Claims = Callable[..., tuple[Claim, ...]]

MAYOR, DOCTOR = "عمدة قرطبان نادر السلوان", "مدير المستشفى رامي الزعتري"


def test_paraphrases_are_one_claim_and_other_statements_are_not(make: Make, claims: Claims) -> None:
    told, said = make
    found = claims(
        told("a", said("ضحايا انهيار جسر قرطبان بلغوا 40 قتيلاً", MAYOR)),
        told("b", said("قتلى انهيار جسر قرطبان 40 شخصاً حتى الآن", DOCTOR)),
        told("c", "افتتح وزير الزراعة معرض التمور في واحة الرملة"),
    )
    assert [(claim.pages, claim.origins_max) for claim in found] == [(("a", "b"), 2), (("c",), 1)]
    assert all("قرطبان" in claim.text for claim in found[:1])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("مصرع 14 بحاراً قبالة مرجانة", "لقي 14 بحاراً حتفهم قبالة مرجانة"),
        ("إغلاق 40 فرعاً في قرطبان", "أقفل 40 فرعاً أبوابها في قرطبان"),
        ("إلغاء 14 رحلة من مرجانة", "ألغت الشركة 14 رحلة من مرجانة"),
        ("توقيف 12 موظفاً في بلدية مرجانة", "اعتقلت الشرطة 12 موظفاً في بلدية مرجانة"),
    ],
)
def test_an_event_is_known_by_any_of_the_words_newspapers_have_for_it(
    make: Make, claims: Claims, one: str, other: str
) -> None:
    told, said = make
    further = said("افتتح معرض التمور في واحة الرملة", MAYOR)
    found = claims(told("a", said(one, MAYOR)), told("b", said(other, DOCTOR)), told("c", further))
    assert [claim.pages for claim in found] == [("a", "b"), ("c",)]


def test_a_length_of_time_is_a_figure_and_when_something_was_is_none(make: Make, claims: Claims) -> None:
    """In titles, where no times are read, as in texts."""
    told, _ = make
    further = {"day": "2031-05-02"}
    found = claims(
        told("a", "", title="هدنة من ثلاثة أيام في وادي النحاس", **further),
        told("b", "", title="هدنة من 72 ساعة في وادي النحاس", **further),
        told("c", "", title="هدنة من 48 ساعة في وادي النحاس", **further),
    )
    assert [claim.pages for claim in found] == [("a", "b"), ("c",)]


def test_two_words_and_a_figure_are_a_statement(make: Make, claims: Claims) -> None:
    told, said = make
    found = claims(
        told("a", said("وفاة 31 شخصاً", MAYOR)),
        told("b", said("31 شخصاً لقوا حتفهم في الوادي", DOCTOR)),
        told("c", said("الباقون رجال", DOCTOR)),
    )
    assert [claim.pages for claim in found] == [("a", "b")]


def test_statements_of_figures_alone_are_claims_too(make: Make, claims: Claims) -> None:
    told, said = make
    table = "25 38 41 57 63 72"
    found = claims(told("a", said(table, MAYOR)), told("b", said(f"{table} 25", DOCTOR)))
    assert {page for claim in found for page in claim.pages} == {"a", "b"}


def test_conflicting_figures_keep_claims_apart_and_spellings_of_one_figure_do_not(
    make: Make, claims: Claims
) -> None:
    told, said = make
    found = claims(
        told("a", said("ضحايا انهيار جسر قرطبان بلغوا 3 آلاف قتيل", MAYOR)),
        told("b", said("ضحايا انهيار جسر قرطبان بلغوا ثلاثة آلاف قتيل", MAYOR)),
        told("c", said("ضحايا انهيار جسر قرطبان بلغوا 3,000 قتيل", MAYOR)),
        told("d", said("ضحايا انهيار جسر قرطبان بلغوا 5300 قتيل", DOCTOR)),
    )
    assert [claim.pages for claim in found] == [("a", "b", "c"), ("d",)]


def test_a_negated_statement_stands_against_the_claim(make: Make, claims: Claims) -> None:
    told, said = make
    (claim,) = claims(
        told("a", said("انهيار جسر قرطبان ناتج عن تخريب متعمد", MAYOR)),
        told("b", said("لا انهيار جسر قرطبان ناتج عن تخريب متعمد", DOCTOR)),
    )
    assert [(member.article, member.stance) for member in claim.members] == [
        ("a", Stance.ASSERTS),
        ("b", Stance.DENIES),
    ]
    assert [origin.party for origin in claim.denied_by] == [DOCTOR]
    assert "لا" not in claim.text.split()


def test_what_all_state_in_the_negative_is_itself_the_claim(make: Make, claims: Claims) -> None:
    told, said = make
    (claim,) = claims(
        told("a", said("لا دليل على تخريب في جسر قرطبان المنهار", MAYOR)),
        told("b", said("لا دليل على تخريب متعمد في جسر قرطبان", DOCTOR)),
    )
    assert (claim.origins_max, claim.denied_by) == (2, ())


def test_an_articles_own_sentence_is_a_claim_where_it_leads_or_is_shared(make: Make, claims: Claims) -> None:
    told, _ = make
    lead, shared, alone = (
        "انهار جسر المشاة القديم في قرطبان",
        "أغلقت البلدية طريق الواحة الشرقي أمام الشاحنات",
        "يعود بناء السوق المجاور إلى عهد بعيد",
    )
    found = claims(told("a", lead, shared, alone), told("b", "تراجعت أسعار التمور في الرملة", shared))
    assert [claim.pages for claim in found] == [("a", "b"), ("a",), ("b",)]
    assert not any("السوق" in claim.text for claim in found)


def test_articles_without_text_claim_nothing(make: Make, claims: Claims) -> None:
    told, _ = make
    assert claims(told("a"), told("b")) == ()
    assert claims() == ()


def test_an_article_that_repeats_in_its_own_voice_what_it_attributes_adds_nothing(
    make: Make, claims: Claims
) -> None:
    told, said = make
    saying = "ضحايا انهيار جسر قرطبان بلغوا 40 قتيلاً"
    (claim,) = claims(told("a", saying, said(saying, MAYOR)), told("b", said(saying, MAYOR)))
    assert [len(origin.chains) for origin in claim.origins] == [2]


STATEMENTS = (
    "ضحايا انهيار جسر قرطبان بلغوا 40 قتيلاً",
    "قتلى انهيار جسر قرطبان 52 شخصاً",
    "لا دليل على تخريب في جسر قرطبان",
    "معرض التمور في واحة الرملة يفتح أبوابه غداً",
)
SPEAKERS = (
    (MAYOR, SourceKind.PERSON, ()),
    (DOCTOR, SourceKind.PERSON, ("رويترز",)),
    ("مسؤول كبير", SourceKind.UNNAMED, ("رويترز",)),
    ("مصدر أمني", SourceKind.UNNAMED, ()),
    ("وكالة رويترز", SourceKind.OUTLET, ()),
    ("وسائل إعلام", SourceKind.OUTLET, ()),
    None,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(
    sayings=st.lists(
        st.lists(
            st.tuples(st.sampled_from(STATEMENTS), st.sampled_from(SPEAKERS), st.sampled_from(Act)),
            max_size=3,
        ),
        max_size=6,
    )
)
def test_counts_hold_together_and_finding_twice_finds_the_same(
    make: Make, claims: Claims, sayings: list[list[tuple[str, Any, Act]]]
) -> None:
    told, said = make
    reads = [
        told(
            f"{place}",
            *(text if by is None else said(text, by[0], by[1], by[2], act) for text, by, act in page),
        )
        for place, page in enumerate(sayings)
    ]
    found = claims(*reads)
    assert claims(*reads) == found
    # Each place in an article belongs to one claim.
    places = [
        (member.article, member.attribution, member.span) for claim in found for member in claim.members
    ]
    assert len(places) == len(set(places))
    for claim in found:
        assert 0 <= claim.origins_min <= claim.origins_max == len(claim.origins)
        assert bool(claim.origins) == bool(claim.origins_min)
        stances = {member.article: member.stance for member in claim.members}
        assert {page for origin in (*claim.origins, *claim.denied_by) for page in origin.pages} == set(
            stances
        )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(order=st.permutations(range(5)))
def test_undated_pages_are_counted_alike_in_any_order(make: Make, claims: Claims, order: list[int]) -> None:
    told, said = make
    text = STATEMENTS[0]
    reads = [
        told(f"{place}", text if by is None else said(text, *by))
        for place, by in enumerate((SPEAKERS[0], SPEAKERS[2], SPEAKERS[4], SPEAKERS[5], None))
    ]
    (claim,) = claims(*(reads[place] for place in order))
    assert (claim.origins_min, claim.origins_max) == (2, 2)
    assert {origin.party for origin in claim.origins} == {MAYOR, "مسؤول كبير"}


def test_a_story_of_two_thousand_short_articles(make: Make, claims: Claims) -> None:
    told, said = make
    chance = random.Random(3)
    words = sorted({word for text in STATEMENTS for word in text.split()})
    reads = [
        told(
            f"{place:04}",
            said(f"{STATEMENTS[0]} {' '.join(chance.sample(words, 4))}", MAYOR),
            f"{STATEMENTS[place % 4]} {chance.choice(words)}",
        )
        for place in range(2_000)
    ]
    found = claims(*reads)
    assert max(len(claim.pages) for claim in found) > 500


def test_conflicting_figures_are_shown_as_conflicting(make: Make, claims: Claims) -> None:
    told, said = make
    low, high = claims(
        told("a", said("ضحايا انهيار جسر قرطبان بلغوا 40 قتيلاً", MAYOR)),
        told("b", said("ضحايا انهيار جسر قرطبان بلغوا 90 قتيلاً", DOCTOR)),
    )
    assert [(c.claim, c.ours, c.theirs) for c in low.conflicts] == [(high.key, Decimal(40), Decimal(90))]
    assert [(c.claim, c.ours, c.theirs) for c in high.conflicts] == [(low.key, Decimal(90), Decimal(40))]


def test_a_title_that_asserts_the_claim_belongs_to_it(make: Make, claims: Claims) -> None:
    told, said = make
    speech = said("ضحايا انهيار جسر قرطبان بلغوا 40 قتيلاً", MAYOR)
    titled = told("b", "وصلت فرق الإنقاذ إلى الواحة", title="ضحايا انهيار جسر قرطبان 40 قتيلاً")
    asks = told("c", "وصلت سيارات الإسعاف تباعاً", title="هل بلغ ضحايا انهيار جسر قرطبان 40 قتيلاً؟")
    claim = claims(told("a", speech), titled, asks)[0]
    assert claim.pages == ("a", "b")
    assert [member.span for member in claim.members if member.article == "b"] == [None]


def test_a_title_that_denies_stands_against_the_claim(make: Make, claims: Claims) -> None:
    told, said = make
    claim = claims(
        told("a", said("البلدية ستغلق جسر قرطبان القديم نهائياً", MAYOR)),
        told("b", "وصلت فرق الصيانة", title="البلدية تنفي إغلاق جسر قرطبان القديم نهائياً"),
    )[0]
    assert [(member.article, member.stance) for member in claim.members] == [
        ("a", Stance.ASSERTS),
        ("b", Stance.DENIES),
    ]


def test_who_denies_and_restates_what_he_denies_is_not_heard_asserting_it(make: Make, claims: Claims) -> None:
    told, said = make
    rumour = "البلدية ستغلق جسر قرطبان القديم نهائياً"
    (claim,) = claims(
        told("a", said(rumour, "مصدر مطلع", SourceKind.UNNAMED)),
        told("b", said(rumour, MAYOR, act=Act.DENY), said(f"ما يتداول عن أن {rumour} غير صحيح", MAYOR)),
        told("c", said(rumour, MAYOR, act=Act.DENY), said(f"{rumour} حديث مقاه", MAYOR)),
    )
    assert [origin.party for origin in claim.origins] == ["مصدر مطلع"]
    assert [(origin.party, origin.pages) for origin in claim.denied_by] == [(MAYOR, ("b", "c"))]


def test_a_negation_deep_in_the_sentence_counts_where_others_state_what_it_negates(
    make: Make, claims: Claims
) -> None:
    told, said = make
    (claim,) = claims(
        told("a", said("مهندسو الطرق في بلدية قرطبان رصدوا تصدعاً في الجسر القديم", MAYOR)),
        told("b", said("مهندسو الطرق في بلدية قرطبان ما زالوا دون تصدع في الجسر القديم", DOCTOR)),
        told("c", said("مهندسو الطرق في بلدية قرطبان رصدوا تصدعاً في الجسر القديم الذي لم يرمم", DOCTOR)),
    )
    assert {member.article: member.stance for member in claim.members} == {
        "a": Stance.ASSERTS,
        "b": Stance.DENIES,
        "c": Stance.ASSERTS,
    }


def test_wishes_and_reactions_of_different_people_are_claims_of_their_own(make: Make, claims: Claims) -> None:
    told, said = make
    attack = "الهجوم الذي استهدف محطة القطار في قرطبان"
    found = claims(
        told("a", said(attack, MAYOR, act=Act.OTHER)),
        told("b", said(attack, DOCTOR, act=Act.OTHER)),
        told("c", said(attack, MAYOR, act=Act.OTHER)),
    )
    assert [claim.pages for claim in found] == [("a", "c"), ("b",)]


def test_what_is_only_wished_for_comes_after_what_is_told(make: Make, claims: Claims) -> None:
    told, said = make
    wish = "الله أن يمن على مصابي محطة القطار في قرطبان بالشفاء العاجل"
    fact = "حريقا أتى على ثلاثة من مخازن الميناء القديم"
    found = claims(
        told("a", said(wish, MAYOR, act=Act.OTHER), said(fact, DOCTOR)),
        told("b", said(wish, MAYOR, act=Act.OTHER)),
        told("c", said(wish, MAYOR, act=Act.OTHER)),
    )
    assert [(claim.text, len(claim.pages)) for claim in found] == [(fact, 1), (wish, 3)]


def test_who_negates_what_most_negate_denies_nothing(make: Make, claims: Claims) -> None:
    told, said = make
    plain = "لا تمت جريمة محطة القطار في قرطبان بصلة إلى أهل المدينة"
    (claim,) = claims(
        told("a", said(plain, MAYOR)),
        told("b", said(plain, DOCTOR)),
        told("c", said("جريمة محطة القطار في قرطبان اليوم لا تمت بصلة إلى أهل المدينة", MAYOR)),
    )
    assert {member.stance for member in claim.members} == {Stance.ASSERTS}


def test_what_rises_in_one_statement_and_falls_in_another_is_not_one_claim(
    make: Make, claims: Claims
) -> None:
    told, _ = make
    found = claims(
        told("a", "ارتفعت أسعار التمور في أسواق واحة الرملة بعد موسم الأمطار"),
        told("b", "تراجعت أسعار التمور في أسواق واحة الرملة بعد موسم الأمطار"),
        told("c", "وارتفعت أسعار التمور في أسواق الرملة بعد الأمطار"),
    )
    assert [claim.pages for claim in found] == [("a", "c"), ("b",)]


PARTS = [
    # (one text, what of it another page says, what of it a third page says)
    (
        "أغلق حراس مرجانة بوابة السوق القديمة، وصادر مفتشو البلدية موازين تجار التمور",
        "إغلاق بوابة السوق القديمة في مرجانة",
        "مصادرة موازين تجار التمور",
    ),
    (
        "حريق يلتهم مخازن تمور مرجانة.. والبلدية تغلق بوابة السوق القديمة",
        "احترقت مخازن تمور مرجانة",
        "إغلاق بوابة السوق القديمة",
    ),
]


@pytest.mark.parametrize(("both", "one", "other"), PARTS)
def test_what_a_comma_and_an_and_add_is_told_besides(
    make: Make, claims: Claims, both: str, one: str, other: str
) -> None:
    told, said = make
    found = claims(told("a", both), told("b", said(one, MAYOR)), told("c", said(other, DOCTOR)))
    assert [claim.pages for claim in found] == [("a", "b"), ("a", "c")]


def test_a_list_with_commas_is_one_statement(make: Make, claims: Claims) -> None:
    told, said = make
    found = claims(told("a", said("صادر المفتشون موازين، ومفاتيح، وأختام تجار التمور في مرجانة", MAYOR)))
    assert len(found) == 1


def test_of_claims_that_are_told_equally_much_the_one_that_articles_begin_with_comes_first(
    make: Make, claims: Claims
) -> None:
    told, said = make
    lead, aside = "افتتح وزير الري سد الوادي الجديد في مرجانة", "تبلغ سعة خزان الوادي 90 مليون متر مكعب"
    found = claims(
        told("a", said(lead, MAYOR), said(aside, MAYOR)),
        told("b", "مياه المدن", said(aside, MAYOR), said(lead, MAYOR)),
    )
    assert [claim.text for claim in found] == [lead, aside]
    found = claims(
        told("a", said(aside, MAYOR), said(lead, MAYOR)),
        told("b", "مياه المدن", said(lead, MAYOR), said(aside, MAYOR)),
    )
    assert [claim.text for claim in found] == [aside, lead]
