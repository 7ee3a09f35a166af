import pytest

from tawatur.reading.phrases import matched
from tawatur.reading.shapes import is_doubled, residue, shape, starts_with_time
from tawatur.records.article import FurnitureKind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("0", FurnitureKind.COUNTER),
        ("١٤٢", FurnitureKind.COUNTER),
        ("***", FurnitureKind.TEMPLATE),
        ("#", FurnitureKind.TEMPLATE),
        ("#الوادي #جسر", FurnitureKind.TAGS),
        ("https://wadi.example/story/1", FurnitureKind.TEMPLATE),
        ("writer@wadi.example", FurnitureKind.TEMPLATE),
        ("— قناة الوادي (@wadi_tv) May 3, 2025", FurnitureKind.MEDIA),
        ("الوادي نيوزالوادي نيوز", FurnitureKind.NAVIGATION),
        # Words of one's own are no shape.
        ("عاجل | انهيار جسر في الوادي", None),
        ("#الوادي تستعد للموسم", None),
        ("- انهيار الجسر (الوادي)", None),
        ("وقال 3", None),
    ],
)
def test_lines_known_by_their_shape(text: str, kind: FurnitureKind | None) -> None:
    assert shape(matched(text)) is kind


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("قبل ![صورة](/a/b.jpg) بعد", ["![صورة](/a/b.jpg)"]),
        ("انظر pic.twitter.com/AbC1 و https://t.co/xyz", ["pic.twitter.com/AbC1", "https://t.co/xyz"]),
        ("سطر<br/>وآخر [caption id=1]", ["<br/>", "[caption id=1]"]),
        ("بلغ العدد 3 < 5 [ثلاثة] (خمسة)", []),
    ],
)
def test_marks_of_the_machinery_are_found_inside_a_line(text: str, cut: list[str]) -> None:
    assert [text[start:end] for start, end in residue(text)] == cut


def test_hostile_marks_take_linear_time() -> None:
    assert residue("![" * 100_000) == []
    assert residue("<br " * 100_000) == []
    assert not is_doubled("ا" * 3)


def test_timed_headlines() -> None:
    assert starts_with_time("• 10:53 . بيان جديد... المزيد")
    assert not starts_with_time("بدأت عند 10:53 صباحا")
