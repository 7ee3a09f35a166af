import pytest

from tawatur.outlets.directory import outlets
from tawatur.reading.credits import (
    Credited,
    byline_credits,
    credit_line,
    credit_tail,
    dateline_line,
    dateline_of,
    split_names,
)
from tawatur.reading.lexicons import reading_lexicons

CREDITED = Credited(outlets(), None, reading_lexicons())
AT_ALBILAD = Credited(outlets(), outlets().by_name("البلاد"), reading_lexicons())


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("المصدر: الجزيرة + رويترز", ("الجزيرة", "رويترز")),
        ("المصدر / وكالات - الوادي", ("وكالات", "الوادي")),
        ("المصدر : موزاييك أف.أم", ("موزاييك أف.أم",)),
        ("المصدر: رويترز ووكالات", ("رويترز", "وكالات")),
        ("المصدر: الجزيرة والأناضول", ("الجزيرة", "الأناضول")),
        ("المصدر: وكالة رويترز", ("رويترز",)),
        ("المصدر: مجلة سيدتي", ("سيدتي",)),
        ("المصدر: وكالات البلد: إقليمي", ("وكالات",)),
        ("المصدر: وكالة الأنباء الألمانية (د ب أ)", ("الأنباء الألمانية",)),
        ("المصدر: الوادي نيوز https://www.wadi.example/1", ("الوادي نيوز",)),
        ("المصدر: https://www.wadi.example/1", ("wadi.example",)),
        ("Source: Reuters and AFP", ("Reuters", "AFP")),
        ("نقلا عن رويترز", ("رويترز",)),
        ("متابعة: سعيد الحارثي", ("متابعة",)),
        ("(وكالات)", ("وكالات",)),
        ("(الوادي اليوم، وكالات)", ("الوادي اليوم", "وكالات")),
        ("رويترز", ("رويترز",)),
        # A person, a heading and a sentence credit nobody.
        ("المصدر: لن نقبل بذلك أبدا.", ()),
        ("المصدر الذي تحدث إلينا طلب عدم ذكر اسمه", ()),
        ("الحياة", ()),
        ("متابعة الملف", ()),
        ("وكالات السفر تستعد للموسم", ()),
    ],
)
def test_credit_lines(text: str, names: tuple[str, ...]) -> None:
    assert credit_line(text, CREDITED) == names


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("وأقفل السوق منخفضا.(وكالات)", "(وكالات)"),
        ("وأقفل السوق منخفضا. (رويترز)", "(رويترز)"),
        ("وأقفل السوق منخفضا. المصدر: رويترز", "المصدر: رويترز"),
        ("بحسب (رويترز)", None),
        ("وأقفل السوق منخفضا. (انظر الجدول)", None),
        ("وأقفل السوق منخفضا. السبب: رويترز", None),
    ],
)
def test_credits_at_the_end_of_a_paragraph(text: str, credit: str | None) -> None:
    place = credit_tail(text, CREDITED)
    assert (text[place:].strip() if place else None) == credit


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("الرياض - واس", ("واس",)),
        ("القاهرة: رويترز، وكالات", ("رويترز", "وكالات")),
        ("لندن (أ ف ب)", ("أ ف ب",)),
        ("عواصم - وكالات", ("وكالات",)),
        # A paper that puts its name before an agency's is the publisher.
        ("البلاد – وكالات", ("وكالات",)),
        ("الوادي زاد الاخباري -", ()),
    ],
)
def test_dateline_lines(text: str, names: tuple[str, ...]) -> None:
    found = dateline_line(text, CREDITED)
    assert found is not None
    assert found.names == names


@pytest.mark.parametrize(
    "text",
    [
        "الرياض - سعيد الحارثي",
        "انهيار جسر - الوادي ينتظر",
        "الشرقية: مراكز إضافية لاستيعاب كثافة الناخبين",
        "خطة الطرق لعام 1436هـ",
        "قال الوزير لوكالة رويترز - أمس - إن الجسر آمن.",
    ],
)
def test_lines_that_are_no_dateline(text: str) -> None:
    assert dateline_line(text, CREDITED) is None


@pytest.mark.parametrize(
    ("text", "dateline", "names"),
    [
        ("السدر (رويترز) - قال الوزير إن الجسر آمن.", "السدر (رويترز) -", ("رويترز",)),
        ("السدر، الوادي (CNN) -- أكدت جهات أن الجسر آمن.", "السدر، الوادي (CNN) --", ("CNN",)),
        ("السدر - وكالات: قال الوزير إن الجسر آمن.", "السدر - وكالات:", ("وكالات",)),
        ("قال الوزير (رويترز) إن الجسر آمن - وكرر ذلك.", None, ()),
        ("السدر: قال الوزير إن الجسر آمن.", None, ()),
    ],
)
def test_datelines_at_the_beginning_of_a_text(
    text: str, dateline: str | None, names: tuple[str, ...]
) -> None:
    found = dateline_of(text, CREDITED)
    assert (found.text if found else None) == dateline
    assert (found.names if found else ()) == names


def test_a_publisher_credits_itself_nowhere() -> None:
    assert byline_credits("جدة - البلاد", AT_ALBILAD) == ()
    assert byline_credits("جدة - البلاد - واس", AT_ALBILAD) == ("واس",)
    assert byline_credits("الرياض - سالم الحارثي، مريم النجار، واس", AT_ALBILAD) == ("واس",)


def test_a_city_is_no_newspaper_of_that_name() -> None:
    assert byline_credits("واس - الرياض", CREDITED) == ("واس",)
    assert byline_credits("دبي - «الرياض»", CREDITED) == ("الرياض",)


def test_names_come_once() -> None:
    assert split_names("رويترز / رويترز، الأناضول", CREDITED) == ("رويترز", "الأناضول")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("بترا", ("بترا",)),
        ("رويترز-أ.ف.ب", ("رويترز", "أ.ف.ب")),
        ("المصدر: رويترز ـ الأناضول ـ مواقع", ("رويترز", "الأناضول", "مواقع")),
        ("المصدر: عمان - بترا", ("بترا",)),
        ("المصدر: الغارديان البريطانية", ("الغارديان",)),
        ("عاجل", ()),
        ("A A", ()),
        ("TT", ()),
        ("المصدر: زمان التركية", ("زمان التركية",)),
    ],
)
def test_names_are_split_and_told_from_places(line: str, names: tuple[str, ...]) -> None:
    assert credit_line(line, Credited(outlets(), None, reading_lexicons())) == names


def test_a_dateline_may_hold_the_day() -> None:
    credited = Credited(outlets(), None, reading_lexicons())
    for line in ("رام الله 6-5-2024 وفا-", "الرياض 27 شوال 1445 هـ الموافق 06 مايو 2024 م وفا"):
        found = dateline_line(line, credited)
        assert found is not None
        assert found.names == ("وفا",)
