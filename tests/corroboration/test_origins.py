"""The six rules of what counts as independent, a table of tiny cases each.

A case lists the pages in order of publication: the publisher (its family, where it is a copy)
and who is said to say it. Every page states the same thing in the same words.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest

from tawatur.records.attribution import Act, SourceKind
from tawatur.records.claim import Claim, Doubt, Merge, Standing
from tawatur.records.copy_family import CopyFamily
from tawatur.records.read_page import ReadArticle

PERSON, BODY, DOCUMENT = SourceKind.PERSON, SourceKind.ORGANIZATION, SourceKind.DOCUMENT
UNNAMED, OUTLET = SourceKind.UNNAMED, SourceKind.OUTLET

STATEMENT = "الحفارون بلغوا كهف النحاس قرب بحيرة مرجانة"

Make = tuple[Callable[..., ReadArticle], Callable[..., Any]]
Says = tuple[str, SourceKind] | tuple[str, SourceKind, tuple[str, ...]] | None
Count = Callable[..., Claim]


@pytest.fixture
def count(make: Make, claims: Callable[..., tuple[Claim, ...]]) -> Count:
    told, said = make

    def counted(
        *pages: Says, copies: Sequence[str] = (), days: Sequence[str | None] = (), act: Act = Act.ASSERT
    ) -> Claim:
        reads = []
        for place, says in enumerate(pages):
            name = "abcdefgh"[place]
            if says is None:
                spoken: object = STATEMENT
            else:
                by, kind, *relays = says
                spoken = said(STATEMENT, by, kind, relays[0] if relays else (), act)
            reads.append(told(name, spoken, day=days[place] if days else None))
        families = [CopyFamily(root=f"outlet-{copies[0]}", articles=tuple(copies))] if copies else []
        (claim,) = claims(*reads, families=families)
        assert claim.pages == tuple("abcdefgh"[: len(pages)])
        return claim

    return counted


MINISTER: Says = ("وزير الآثار نادر السلوان", PERSON)
MINISTRY: Says = ("وزارة الآثار", BODY)
MINISTRY_OF_TRADE: Says = ("وزارة التجارة", BODY)
OFFICIAL: Says = ("مسؤول كبير", UNNAMED)
OFFICIAL_TO_REUTERS: Says = ("مسؤول كبير", UNNAMED, ("رويترز",))
SOURCE_TO_AFP: Says = ("مصدر مطلع", UNNAMED, ("فرانس برس",))
WITNESSES_TO_AFP: Says = ("شهود عيان", UNNAMED, ("فرانس برس",))
REUTERS: Says = ("وكالة رويترز", OUTLET)
AFP: Says = ("وكالة فرانس برس", OUTLET)
MEDIA: Says = ("وسائل إعلام محلية", OUTLET)


NAMED = [
    ([MINISTER, MINISTER], 1, 1),
    ([MINISTER, ("السلوان", PERSON)], 1, 1),
    ([MINISTRY, ("المتحدث باسم وزارة الآثار رامي الزعتري", PERSON)], 1, 1),
    # A mention that only another mention of the party knows.
    (
        [
            ("بيان وزارة الآثار حول الكهف", DOCUMENT),
            MINISTRY,
            ("المتحدث باسم وزارة الآثار رامي الزعتري", PERSON),
        ],
        1,
        1,
    ),
    # «The local union» is the one that others name.
    ([("الاتحاد التلواني لكرة السلة", BODY), ("الاتحاد المحلي للعبة", BODY)], 1, 1),
    ([MINISTER, ("عالم الجيولوجيا رامي الزعتري", PERSON)], 2, 2),
    ([(*MINISTER, ("رويترز",)), (*MINISTER, ("فرانس برس",))], 1, 1),  # type: ignore[misc]
]


@pytest.mark.parametrize(("pages", "fewest", "most"), NAMED)
def test_a_named_party_is_one_wherever_it_is_quoted(
    count: Count, pages: list[Says], fewest: int, most: int
) -> None:
    claim = count(*pages)
    assert (claim.origins_min, claim.origins_max) == (fewest, most)


DESCRIBED = [
    ([OFFICIAL_TO_REUTERS, OFFICIAL_TO_REUTERS], 1, 1),
    # Another first outlet: perhaps the same official, perhaps not.
    ([OFFICIAL_TO_REUTERS, ("مسؤول كبير", UNNAMED, ("فرانس برس",))], 1, 2),
    ([OFFICIAL_TO_REUTERS, SOURCE_TO_AFP], 1, 2),
    ([("مصدران مطلعان", UNNAMED, ("رويترز",)), ("مصادر مطلعة", UNNAMED, ("رويترز",))], 1, 1),
    # To one outlet, a description that says no more than another is the same voice ...
    ([("مسؤول تلواني كبير", UNNAMED, ("رويترز",)), OFFICIAL_TO_REUTERS], 1, 1),
    ([("قيادي بحركة النخيل", UNNAMED, ("رويترز",)), ("القيادي في النخيل", UNNAMED, ("رويترز",))], 1, 1),
    # ... unless it is said to be another one, or tells something else.
    ([OFFICIAL_TO_REUTERS, ("مسؤول آخر", UNNAMED, ("رويترز",))], 1, 2),
    ([OFFICIAL_TO_REUTERS, ("مصدر مطلع", UNNAMED, ("رويترز",))], 1, 2),
    # Nobody is both an official and a crowd of witnesses.
    ([OFFICIAL_TO_REUTERS, WITNESSES_TO_AFP], 2, 2),
    ([("مسؤول رملي", UNNAMED), ("مسؤول زيتوني", UNNAMED)], 2, 2),
    # Without a relay the first outlet is the publisher.
    ([OFFICIAL, OFFICIAL], 1, 2),
    # An unnamed voice is never taken for a named one that another page quotes.
    ([OFFICIAL, MINISTER], 2, 2),
    ([("مصادر", UNNAMED, ("رويترز",)), ("مسؤول", UNNAMED, ("فرانس برس",)), WITNESSES_TO_AFP], 2, 3),
]


@pytest.mark.parametrize(("pages", "fewest", "most"), DESCRIBED)
def test_an_unnamed_voice_counts_by_description_and_first_outlet(
    count: Count, pages: list[Says], fewest: int, most: int
) -> None:
    claim = count(*pages)
    assert (claim.origins_min, claim.origins_max) == (fewest, most)


RELAYED = [
    # «According to Reuters» is what an official told Reuters: the fuller chain wins.
    ([REUTERS, OFFICIAL_TO_REUTERS], 1, "مسؤول كبير"),
    ([REUTERS, (*MINISTER, ("رويترز", "الجزيرة"))], 1, "وزير الآثار نادر السلوان"),  # type: ignore[misc]
    ([REUTERS, MINISTER], 2, None),
    ([REUTERS, REUTERS], 1, "وكالة رويترز"),
    ([REUTERS, AFP], 2, None),
    # Reports of nobody in particular.
    ([MEDIA, REUTERS], 1, "وكالة رويترز"),
    ([MEDIA, MINISTER], 1, "وزير الآثار نادر السلوان"),
    ([MEDIA, ("تقارير", DOCUMENT)], 1, "وسائل إعلام محلية"),
    ([("وسائل إعلام عربية", OUTLET), MINISTER], 1, "وزير الآثار نادر السلوان"),
    ([("السلطات المحلية", BODY), MINISTRY], 1, "وزارة الآثار"),
    ([("الوثيقة", DOCUMENT), MINISTER], 1, "وزير الآثار نادر السلوان"),
    ([("بيان مشترك", DOCUMENT), MINISTER], 1, "وزير الآثار نادر السلوان"),
    ([("بيان بلدية قرطبان", DOCUMENT), MINISTER], 2, None),
    # All who sign a statement together are nobody in particular.
    (
        [("الجانبان", UNNAMED), ("البيان المشترك", DOCUMENT), ("حكومتا تلوان ونوراسا", BODY)],
        1,
        "حكومتا تلوان ونوراسا",
    ),
]


@pytest.mark.parametrize(("pages", "number", "party"), RELAYED)
def test_an_outlet_counts_only_on_its_own_authority(
    count: Count, pages: list[Says], number: int, party: str | None
) -> None:
    claim = count(*pages)
    assert claim.origins_max == len(claim.origins) == number
    if party is not None:
        assert claim.origins[0].party == party


def test_copies_never_add(count: Count) -> None:
    assert count(OFFICIAL, OFFICIAL, copies="ab").origins_max == 1
    assert count(OFFICIAL, OFFICIAL).origins_max == 2
    silent = count(MINISTER, OFFICIAL, None, copies="bc")
    assert [(origin.party, origin.pages) for origin in silent.origins] == [
        ("مسؤول كبير", ("b", "c")),
        ("وزير الآثار نادر السلوان", ("a",)),
    ]


def test_a_copy_without_a_source_joins_the_source_of_its_own_text(
    make: Make, claims: Callable[..., tuple[Claim, ...]]
) -> None:
    told, said = make
    minister = said(STATEMENT, "وزير الآثار نادر السلوان", PERSON)
    (claim,) = claims(
        told("a", minister, credits=("رويترز",)),
        told("b", minister, credits=("رويترز",)),
        told("c", said(STATEMENT, "شهود عيان", UNNAMED)),
        told("d", STATEMENT),
        families=[CopyFamily(root="رويترز", articles=("c", "d"))],
    )
    assert [(origin.party, origin.pages) for origin in claim.origins] == [
        ("وزير الآثار نادر السلوان", ("a", "b")),
        ("شهود عيان", ("c", "d")),
    ]


def test_a_text_that_credits_agencies_in_general_was_not_first(
    make: Make, claims: Callable[..., tuple[Claim, ...]]
) -> None:
    told, said = make
    official = said(STATEMENT, "مسؤول كبير", UNNAMED)
    to_reuters = told("a", said(STATEMENT, "مسؤول كبير", UNNAMED, ("رويترز",)))
    (joined,) = claims(to_reuters, told("b", official, credits=("وكالات",)))
    assert joined.origins_max == 1
    (apart,) = claims(to_reuters, told("b", official))
    assert apart.origins_max == 2


def test_an_outlet_and_a_voice_given_for_the_same_words_are_one_chain(
    make: Make, claims: Callable[..., tuple[Claim, ...]]
) -> None:
    told, said = make
    both = told("a", said(STATEMENT, "وكالة رويترز", OUTLET))
    voice = replace(both.attributions[0], resolved="مصادر مطلعة", kind=UNNAMED)
    (claim,) = claims(replace(both, attributions=(*both.attributions, voice)))
    assert [(origin.party, origin.first_outlet) for origin in claim.origins] == [
        ("مصادر مطلعة", "وكالة رويترز")
    ]


SILENT = [
    ([MINISTER, None], (None, None), 1, 1),
    ([None, MINISTER], (None, None), 1, 1),
    ([MINISTER, None], ("2031-01-01", "2031-01-02"), 1, 1),
    # Told a day before anybody names a source: perhaps the outlet knows it by itself.
    ([None, MINISTER], ("2031-01-01", "2031-01-02"), 1, 2),
    ([None, None], (None, None), 1, 1),
    ([None, None], ("2031-01-01", "2031-01-02"), 1, 1),
]


@pytest.mark.parametrize(("pages", "days", "fewest", "most"), SILENT)
def test_a_later_page_without_a_source_joins_what_was_told_before(
    count: Count, pages: list[Says], days: tuple[str | None, ...], fewest: int, most: int
) -> None:
    claim = count(*pages, days=days)
    assert (claim.origins_min, claim.origins_max) == (fewest, most)


def test_a_voice_that_its_own_article_goes_on_to_name_may_be_that_party(
    make: Make, claims: Callable[..., tuple[Claim, ...]]
) -> None:
    told, said = make
    vague_then_named = told(
        "a",
        said(STATEMENT, "علماء آثار", UNNAMED),
        said(STATEMENT, "عالم الآثار نادر السلوان", PERSON),
    )
    (claim,) = claims(vague_then_named)
    assert (claim.origins_min, claim.origins_max) == (1, 2)


def test_denials_are_shown_and_never_counted(make: Make, claims: Callable[..., tuple[Claim, ...]]) -> None:
    told, said = make
    (claim,) = claims(
        told("a", said(STATEMENT, "نادر السلوان", PERSON)),
        told("b", said(STATEMENT, "رامي الزعتري", PERSON, (), Act.DENY)),
    )
    assert [origin.party for origin in claim.origins] == ["نادر السلوان"]
    assert [origin.party for origin in claim.denied_by] == ["رامي الزعتري"]
    assert (claim.origins_min, claim.origins_max) == (1, 1)


def test_a_claim_that_is_only_denied_has_no_origin(count: Count) -> None:
    claim = count(MINISTER, act=Act.DENY)
    assert (claim.origins, claim.origins_min, claim.origins_max) == ((), 0, 0)
    assert [origin.party for origin in claim.denied_by] == [MINISTER[0]]  # type: ignore[index]


def test_every_origin_says_why_and_how_it_came(count: Count) -> None:
    claim = count(OFFICIAL_TO_REUTERS, REUTERS, ("مسؤول كبير", UNNAMED, ("رويترز", "الجزيرة")))
    (origin,) = claim.origins
    assert origin.first_outlet == "رويترز"
    assert origin.standing is Standing.UNNAMED
    assert [(chain.party, chain.relays, chain.article) for chain in origin.chains] == [
        ("مسؤول كبير", ("رويترز",), "a"),
        ("وكالة رويترز", (), "b"),
        ("مسؤول كبير", ("رويترز", "الجزيرة"), "c"),
    ]


def test_an_outlet_and_the_party_it_heard_elsewhere_in_the_story_are_one(
    make: Make, claims: Callable[..., tuple[Claim, ...]]
) -> None:
    told, said = make
    lawyer = said("الملف سيسلم إلى المحكمة الأحد المقبل", "محامي السلوان رامي الزعتري", PERSON, ("رويترز",))
    minister, reuters = said(STATEMENT, "نادر السلوان", PERSON), said(STATEMENT, "وكالة رويترز", OUTLET)
    together = claims(told("a", minister), told("b", reuters), told("c", lawyer))[0]
    assert [origin.party for origin in together.origins] == ["نادر السلوان"]
    assert [one.reason for one in together.origins[0].joined] == [Merge.HEARD_BY_OUTLET]
    apart = claims(told("a", minister), told("b", reuters))[0]
    assert (apart.origins_min, apart.origins_max) == (1, 2)


def test_who_condemns_what_another_tells_is_no_origin_of_it(
    make: Make, claims: Callable[..., tuple[Claim, ...]]
) -> None:
    told, said = make
    tells = told("a", said(STATEMENT, "نادر السلوان", PERSON))
    condemns = said(STATEMENT, "رامي الزعتري", PERSON, (), Act.OTHER)
    (claim,) = claims(tells, told("b", condemns))
    assert [(origin.party, origin.pages) for origin in claim.origins] == [("نادر السلوان", ("a", "b"))]
    (alone,) = claims(told("b", condemns))
    assert alone.origins_max == 1


@pytest.mark.parametrize(("licence", "number"), [("verb.amara.past", 2), ("verb.talaba.past", 1)])
def test_who_orders_something_is_an_origin_of_it_and_who_wants_it_is_none(
    make: Make, claims: Callable[..., tuple[Claim, ...]], licence: str, number: int
) -> None:
    told, said = make
    judge = told("b", said(STATEMENT, "القاضي رامي الزعتري", PERSON, (), Act.DEMAND))
    orders = replace(judge.attributions[0], licence=licence)
    (claim,) = claims(
        told("a", said(STATEMENT, "نادر السلوان", PERSON)), replace(judge, attributions=(orders,))
    )
    assert claim.origins_max == number


REASONS = [
    ([MINISTER, ("السلوان", PERSON)], Merge.SAME_NAME),
    ([MINISTRY, ("المتحدث باسم وزارة الآثار رامي الزعتري", PERSON)], Merge.SPEAKS_FOR),
    ([("مسؤول تلواني كبير", UNNAMED, ("رويترز",)), OFFICIAL_TO_REUTERS], Merge.SAME_DESCRIPTION),
    ([REUTERS, OFFICIAL_TO_REUTERS], Merge.FULLER_CHAIN),
    ([MEDIA, MINISTER], Merge.NAMELESS),
    ([MINISTER, None], Merge.TOLD_BEFORE),
]


@pytest.mark.parametrize(("pages", "reason"), REASONS)
def test_the_reason_of_every_merge_is_kept(count: Count, pages: list[Says], reason: Merge) -> None:
    (origin,) = count(*pages).origins
    assert [one.reason for one in origin.joined] == [reason]


DOUBTS = [
    ([OFFICIAL_TO_REUTERS, SOURCE_TO_AFP], Doubt.SAME_PERSON),
    ([OFFICIAL_TO_REUTERS, WITNESSES_TO_AFP], None),
    ([MINISTER, OFFICIAL], None),
    # Nobody tells whom Reuters had it from: perhaps the minister, perhaps an official. Two agencies are two.
    ([REUTERS, MINISTER], Doubt.OUTLET_UNTOLD),
    ([SOURCE_TO_AFP, REUTERS], Doubt.OUTLET_UNTOLD),
    ([REUTERS, AFP], None),
    # An official who tells what another says, and tells it himself.
    (
        [("مدير المعهد قيس البنان", PERSON, ("الوزيرة ريم الزعتري",)), ("الوزيرة ريم الزعتري", PERSON)],
        Doubt.HEARD_THROUGH,
    ),
    ([("مدير المعهد قيس البنان", PERSON, ("رويترز",)), ("الوزيرة ريم الزعتري", PERSON)], None),
    # What a study found is told by its authors, its institute and whoever pays for it.
    ([("دراسة لجامعة مرجانة", DOCUMENT), ("شركة النحاس", BODY)], Doubt.ONE_STUDY),
    ([("باحثون", UNNAMED), ("معهد السلوان", BODY)], Doubt.ONE_STUDY),
    ([("استطلاع أجراه معهد السلوان", DOCUMENT), REUTERS], Doubt.ONE_STUDY),
    ([("رامي الزعتري المشرف على الدراسة", PERSON), ("معهد السلوان", BODY)], Doubt.ONE_STUDY),
    ([("علماء آثار", UNNAMED), ("معهد السلوان", BODY)], Doubt.ONE_STUDY),
    ([("فريق من الباحثين", UNNAMED), ("معهد السلوان", BODY)], Doubt.ONE_STUDY),
    ([("علماء الدين", UNNAMED), ("معهد السلوان", BODY)], None),
    ([("هيئة كبار العلماء", BODY), ("معهد السلوان", BODY)], None),
    ([("الباحث رامي الزعتري", PERSON), MINISTRY], None),
    ([("مركز السلوان للدراسات", BODY), MINISTRY], None),
    # Who measures tells it first, and two who measure are two.
    ([("مركز رصد الزلازل", BODY), MINISTRY], Doubt.MEASURED),
    ([("مركز رصد الزلازل", BODY), ("هيئة المسح الجيولوجي", BODY)], None),
    # An official of the state for which a named one speaks; but anybody may be «of the company».
    ([("مسؤول تلواني كبير", UNNAMED), ("وزير الآثار التلواني نادر السلوان", PERSON)], Doubt.SAME_BODY),
    ([("مسؤول زيتوني كبير", UNNAMED), ("وزير الآثار التلواني نادر السلوان", PERSON)], None),
    ([("خبراء تلوانيون", UNNAMED), ("وزير الآثار التلواني نادر السلوان", PERSON)], None),
    ([("الشاب", UNNAMED), ("الشاب رامي الزعتري", PERSON)], None),
    ([("موظفون في الشركة", UNNAMED), ("شركة النحاس", BODY)], None),
    # A government and its ministry; two ministries are two, and two countries have two governments.
    ([("رئيس الوزراء نادر السلوان", PERSON), ("وزارة الآثار", BODY)], Doubt.ONE_GOVERNMENT),
    ([("رئيس الوزراء المصري", PERSON), ("وزير الآثار الأردني", PERSON)], None),
    ([("رئيس الوزراء نادر السلوان", PERSON), ("رئيس الوزراء رامي الزعتري", PERSON)], None),
    ([("الحكومة", BODY), ("وزير الآثار نادر السلوان", PERSON)], Doubt.ONE_GOVERNMENT),
    ([MINISTRY_OF_TRADE, MINISTRY], None),
    ([MINISTRY, ("نقابة الحفارين", BODY)], None),
    # Given names are many people's, and so are the names of countries.
    ([("الصحفي رامي الزعتري", PERSON), ("الزعتري قيس البنان", PERSON)], Doubt.SHARED_NAME),
    ([("عبد الرحيم السلوان", PERSON), ("السلوان سيف بن قيس", PERSON)], Doubt.SHARED_NAME),
    ([("أمير منطقة مرجانة", PERSON), ("رامي الزعتري إمام مسجد مرجانة", PERSON)], None),
    ([("رامي محمد", PERSON), ("محمد السلوان", PERSON)], None),
    ([("قائد الشرطة في مرجانة", PERSON), ("سفير تلوان لدى مرجانة", PERSON)], None),
    ([("وزير الآثار التلواني نادر السلوان", PERSON), ("عالم الآثار التلواني رامي الزعتري", PERSON)], None),
]


@pytest.mark.parametrize(("pages", "reason"), DOUBTS)
def test_the_reason_of_every_doubt_is_kept(count: Count, pages: list[Says], reason: Doubt | None) -> None:
    claim = count(*pages)
    assert [doubt.reason for doubt in claim.doubts] == ([reason] if reason else [])
    assert (claim.origins_min < claim.origins_max) is bool(reason)


def test_a_page_told_before_anybody_is_named_is_a_doubt(count: Count) -> None:
    claim = count(None, MINISTER, days=("2031-01-01", "2031-01-02"))
    assert [doubt.reason for doubt in claim.doubts] == [Doubt.UNKNOWN]


def test_a_page_without_a_source_joins_what_the_outlet_it_credits_carried(
    make: Make, claims: Callable[..., tuple[Claim, ...]]
) -> None:
    told, said = make
    foremost = said(STATEMENT, "رامي الزعتري", PERSON)
    (claim,) = claims(
        told("a", foremost),
        told("b", foremost),
        told("c", said(STATEMENT, "نادر السلوان", PERSON, ("رويترز",))),
        told("d", STATEMENT, credits=("رويترز",)),
    )
    assert [(origin.party, origin.pages) for origin in claim.origins] == [
        ("رامي الزعتري", ("a", "b")),
        ("نادر السلوان", ("c", "d")),
    ]
    assert [one.reason for one in claim.origins[1].joined] == [Merge.CREDIT]


def test_a_copy_read_as_giving_another_source_is_the_same_origin(count: Count) -> None:
    claim = count(MINISTER, MINISTER, MINISTRY_OF_TRADE, copies="abc")
    assert [origin.party for origin in claim.origins] == [MINISTER[0]]  # type: ignore[index]
    assert [joined.reason for joined in claim.origins[0].joined] == [Merge.COPY]
    assert count(MINISTER, MINISTRY_OF_TRADE).origins_min == 2
