from collections.abc import Callable

import pytest

from tawatur.corroboration.descriptions import compatible
from tawatur.corroboration.lexicons import CorroborationLexicons
from tawatur.corroboration.parties import Party, outlet_key, party_of
from tawatur.corroboration.same_party import same_party
from tawatur.outlets.directory import Directory
from tawatur.records.attribution import SourceKind
from tawatur.records.claim import Merge, Standing

Read = Callable[[str | None, SourceKind], Party]

PERSON, BODY, DOCUMENT = SourceKind.PERSON, SourceKind.ORGANIZATION, SourceKind.DOCUMENT
UNNAMED, OUTLET = SourceKind.UNNAMED, SourceKind.OUTLET


@pytest.fixture(scope="module")
def read(lexicons: CorroborationLexicons, directory: Directory) -> Read:
    def party(mention: str | None, kind: SourceKind) -> Party:
        return party_of(mention, kind, lexicons=lexicons, outlets=directory)

    return party


SAME = [
    (("نادر السلوان", PERSON), ("وزير الصحة نادر السلوان", PERSON), Merge.SAME_NAME),
    (("السلوان", PERSON), ("نادر السلوان", PERSON), Merge.SAME_NAME),
    (
        ("نادر السلوان، وزير الصحة في الإقليم", PERSON),
        ("وزير الصحة الرملي نادر السلوان", PERSON),
        Merge.SAME_NAME,
    ),
    (("وزارة الداخلية", BODY), ("المتحدث باسم وزارة الداخلية رامي الزعتري", PERSON), Merge.SPEAKS_FOR),
    (("رامي الزعتري", PERSON), ("محامي الزعتري، سامر القندول", PERSON), Merge.SPEAKS_FOR),
    (("بيان لبلدية قرطبان", DOCUMENT), ("بلدية قرطبان", BODY), Merge.SAME_NAME),
    (("البروفيسور سنان مرجانودان", PERSON), ("سنان مرجانودهان", PERSON), Merge.SAME_NAME),
    (("عبد الرحيم السلوان", PERSON), ("المدير عبدالرحيم السلوان الرملي", PERSON), Merge.SAME_NAME),
    (
        ("اللواء منصور الزعتري", PERSON),
        ("المتحدث الأمني باسم وزارة الداخلية منصور الزعتري", PERSON),
        Merge.SAME_NAME,
    ),
    # Of two spokesmen with surnames like nationalities one is not the other.
    (("اللواء نادر المصري", PERSON), ("اللواء نادر الأردني", PERSON), None),
    # «Son of» is no name that two people share.
    (("سالم بن نادر بن وليد", PERSON), ("رامي بن زاهر بن سامي", PERSON), None),
    # Transcriptions of one foreign name, beside another name that is shared.
    (("بيتر غوردنسيك", PERSON), ("بيتر جوردنسك", PERSON), Merge.SAME_NAME),
    (("غوردنسيك", PERSON), ("بيتر جوردنسك", PERSON), None),
    (("سالم مروان", PERSON), ("سليم زعتر", PERSON), None),
    (("وزارة الداخلية", BODY), ("وزارة الصحة", BODY), None),
    (("نادر السلوان", PERSON), ("رامي الزعتري", PERSON), None),
    (("نادر السلوان", PERSON), ("نادر الزعتري", PERSON), None),
    (("وزير الصحة نادر السلوان", PERSON), ("وزير الصحة رامي الزعتري", PERSON), None),
    # Those who speak for one body.
    (
        ("وزير الصحة نادر السلوان", PERSON),
        ("المتحدث باسم وزارة الصحة رامي الزعتري", PERSON),
        Merge.SPEAKS_FOR,
    ),
    (("المتحدثة باسم الشركة ريم الزعتري", PERSON), ("شركة نورتل للاتصالات", BODY), Merge.SPEAKS_FOR),
    (("رئيس الهيئة نادر السلوان", PERSON), ("هيئة تنظيم الاتصالات", BODY), Merge.SPEAKS_FOR),
    (
        ("العقيد نادر جسو المتحدث باسم الجيش", PERSON),
        ("المتحدث باسم الجيش نادر جساو", PERSON),
        Merge.SPEAKS_FOR,
    ),
    # A body whose noun shares its stem with those in it: the union and the unionist.
    (("الناطقة باسم النقابة ريم الزعتري", PERSON), ("النقابة العامة لعمال الموانئ", BODY), Merge.SPEAKS_FOR),
    (
        ("رئيس النقابة العامة لعمال الموانئ نادر السلوان", PERSON),
        ("الناطقة باسم النقابة ريم الزعتري", PERSON),
        Merge.SPEAKS_FOR,
    ),
    (("مدير مؤسسة الزيتون نادر السلوان", PERSON), ("مؤسسة الزيتون", BODY), Merge.SPEAKS_FOR),
    # An adjective stands between the head and his company: «the executive head of the company».
    (("الرئيس التنفيذي للشركة نادر السلوان", PERSON), ("الشركة المصنعة", BODY), Merge.SPEAKS_FOR),
    (("الأمين العام لنقابة الحفارين نادر السلوان", PERSON), ("نقابة الحفارين", BODY), Merge.SPEAKS_FOR),
    (("الرئيس التنفيذي لشركة نورتل نادر السلوان", PERSON), ("شركة زيتونة", BODY), None),
    (("المتحدث باسم مؤسسة الزيتون", PERSON), ("رئيس مؤسسة نورتل", PERSON), None),
    (("رئيس شركة نورتل", PERSON), ("المتحدث باسم شركة زيتونة", PERSON), None),
    (("المتحدث باسم الخارجية المصرية", PERSON), ("وزير الخارجية الأردني نادر السلوان", PERSON), None),
]


@pytest.mark.parametrize(("one", "other", "expected"), SAME)
def test_one_party_under_several_names(
    read: Read, one: tuple[str, SourceKind], other: tuple[str, SourceKind], expected: Merge | None
) -> None:
    assert same_party(read(*one), read(*other)) is expected


STANDINGS = [
    (None, UNNAMED, Standing.SILENT),
    ("وسائل إعلام أميركية", OUTLET, Standing.NAMELESS),
    ("التقارير", DOCUMENT, Standing.NAMELESS),
    ("مصادر إعلامية", UNNAMED, Standing.NAMELESS),
    ("تقارير لوسائل إعلام محلية", DOCUMENT, Standing.NAMELESS),
    ("وسائل إعلام دولية", OUTLET, Standing.NAMELESS),
    ("إعلام قرطبان", OUTLET, Standing.NAMELESS),
    ("وسائل إعلام تابعة لبلدية قرطبان", OUTLET, Standing.NAMELESS),
    ("هيئة إعلام قرطبان", BODY, Standing.NAMED),
    ("مصادر أمنية", UNNAMED, Standing.UNNAMED),
    ("مصادر دولية", UNNAMED, Standing.UNNAMED),
    ("مسؤول كبير", UNNAMED, Standing.UNNAMED),
    ("وكالة رويترز", OUTLET, Standing.OUTLET),
    ("تقرير لوكالة رويترز", DOCUMENT, Standing.OUTLET),
    ("بيان مشترك", DOCUMENT, Standing.NAMELESS),
    ("بيان بشأن انهيار الجسر", DOCUMENT, Standing.NAMELESS),
    ("تقرير البنك المركزي", DOCUMENT, Standing.NAMED),
    ("نادر السلوان", PERSON, Standing.NAMED),
    ("بلدية قرطبان", BODY, Standing.NAMED),
]


@pytest.mark.parametrize(("mention", "kind", "expected"), STANDINGS)
def test_what_a_source_is_worth(
    read: Read,
    mention: str | None,
    kind: SourceKind,
    expected: Standing,
) -> None:
    assert read(mention, kind).standing is expected


OUTLET_NAMES = [
    ("صحيفة «البستان المرجاني»", "البستان المرجاني", True),
    ("موقع البستان المرجاني", "صحيفة البستان المرجاني", True),
    ("صحيفة البستان", "صحيفة القندول", False),
    # Of what has no name beside its noun the noun is left.
    ("الصحيفة", "الموقع", False),
]


@pytest.mark.parametrize(("one", "other", "same"), OUTLET_NAMES)
def test_an_outlet_is_one_with_and_without_what_it_is(
    directory: Directory, one: str, other: str, same: bool
) -> None:
    assert (outlet_key(one, outlets=directory) == outlet_key(other, outlets=directory)) is same


COMPATIBLE = [
    ("مسؤول كبير", "مسؤول", True),
    ("مصدر", "مسؤول كبير", True),
    ("مصدر مطلع", "مصادر", True),
    ("مسؤول رملي", "مسؤول في حكومة الرملة", True),
    ("مسؤول فلسطيني", "مسؤول إسرائيلي", False),
    ("شهود عيان", "مسؤول كبير", False),
    ("مصدر أمني", "مصدر طبي", False),
]


@pytest.mark.parametrize(("one", "other", "expected"), COMPATIBLE)
def test_descriptions_that_could_be_of_one_person(
    read: Read,
    lexicons: CorroborationLexicons,
    one: str,
    other: str,
    expected: bool,
) -> None:
    assert compatible(read(one, UNNAMED), read(other, UNNAMED), lexicons=lexicons) is expected
    assert compatible(read(other, UNNAMED), read(one, UNNAMED), lexicons=lexicons) is expected
