"""Numbers: one value however a newspaper writes it."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.arabic.numerals import find_numbers
from tawatur.lexicons.number_words import number_words

ANY = st.text(st.characters(exclude_categories=["Cs"]))
WORDS = """
و ثلاثة وخمسة عشر وعشرين مئة ومئتين ألف وألفا آلاف مليون ملايين ونصف المليون مليوني الخامس
3 و200 1.5 % ، أحد وأحد وأحدة
"""
SPOKEN = st.lists(st.sampled_from(WORDS.split())).map(" ".join)


def found(text: str) -> list[tuple[str, Decimal]]:
    return [
        (number.span.of(text), number.value) for number in find_numbers(text, number_words=number_words())
    ]


@pytest.mark.parametrize(
    ("number", "value"),
    [
        # Units, tens, hundreds, in all genders and cases.
        ("خمس", 5),
        ("ثمانية", 8),
        ("ثماني", 8),
        ("واحدة", 1),
        ("اثنتين", 2),
        ("عشرة", 10),
        ("أحد عشر", 11),
        ("إحدى عشرة", 11),
        ("اثني عشر", 12),
        ("اثنتا عشرة", 12),
        ("خمسة عشر", 15),
        ("ثماني عشرة", 18),
        ("خمسون", 50),
        ("خمسة وعشرين", 25),
        ("واحد وعشرون", 21),
        ("إحدى وثلاثين", 31),
        ("مئة", 100),
        ("مائة وخمسة", 105),
        ("مئتا", 200),
        ("مائتين وخمسين", 250),
        ("ثلاثمئة وخمسة وستين", 365),
        ("ثلاث مئة", 300),
        ("سبعمائة وأحد عشر", 711),
        # Scales.
        ("ألف", 1_000),
        ("ألفين", 2_000),
        ("ألفي", 2_000),
        ("ألفا", 2_000),
        ("ألفاً", 1_000),
        ("ثلاثة آلاف", 3_000),
        ("3 آلاف", 3_000),
        ("٣ آلاف", 3_000),
        ("۳ آلاف", 3_000),
        ("3,000", 3_000),
        ("3.000", 3_000),
        ("200ألف", 200_000),
        ("خمسة عشر ألفا", 15_000),
        ("مئة وعشرين ألفا", 120_000),
        ("مئتي ألف", 200_000),
        ("ألف وخمسمئة", 1_500),
        ("ألفين وثلاثمئة وخمسة عشر", 2_315),
        ("مليون", 1_000_000),
        ("مليوني", 2_000_000),
        ("مليونا", 2_000_000),
        ("1.325 مليون", 1_325_000),
        ("3.5 ملايين", 3_500_000),
        ("مليون و200 ألف", 1_200_000),
        ("مليون و 200 ألف", 1_200_000),
        ("27 مليوناً 243 ألفاً و15", 27_243_015),
        ("ثلاثمئة وخمسين مليونا ومئتي ألف", 350_200_000),
        ("مئة ألف مليون", 100_000_000_000),
        ("خمسة مليارات وثلاثة ملايين وألف وخمسة", 5_003_001_005),
        ("بليون", 10**9),
        ("تريليوني", 2 * 10**12),
        # Fractions.
        ("نصف مليون", 500_000),
        ("ربع مليون", 250_000),
        ("مليون ونصف", 1_500_000),
        ("مليون ونصف المليون", 1_500_000),
        ("ثلاثة ملايين وربع المليون", 3_250_000),
        ("ثلاثة ونصف", Decimal("3.5")),
        ("٣٫٥", Decimal("3.5")),
        ("٣٫١٢٥", Decimal("3.125")),
        ("4ر1 مليار", 1_400_000_000),
    ],
)
@pytest.mark.parametrize("sentence", ["بلغ {} كتاب", "({})", "{}", "قال: {}."])
def test_one_number(sentence: str, number: str, value: int | Decimal) -> None:
    assert found(sentence.format(number)) == [(number, value)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("خمسة كتب وستة أقلام", [5, 6]),
        ("خمسة وستة", [5, 6]),
        ("ثلاثين وأربعين", [30, 40]),
        ("بين 3 و5 آلاف", [3, 5000]),
        ("ألف أو ألفين", [1000, 2000]),
        ("خمسة بألف", [5, 1000]),
        ("3 آلاف و50% منهم", [3000, 50]),
        ("3.125% و3.125 في المئة", [Decimal("3.125"), Decimal("3.125")]),
        ("عشرون\nثلاثة", [20, 3]),
        ("عشرون، ثلاثة", [20, 3]),
        ("(18) مليون و( 3 ) ملايين", [18_000_000, 3_000_000]),
        ("(26.809) مليار", [26_809_000_000]),
        ("(1000) ألف ريال", [1000, 1000]),
        ("18) مليون", [18, 1_000_000]),
    ],
)
def test_where_one_number_ends(text: str, values: list[int]) -> None:
    assert [value for _, value in found(text)] == values


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("لـ15 شخصاً", ["15"]),
        ("وخمسة رجال", ["خمسة"]),
        ("للخمسة الباقين", ["خمسة"]),
        ("بثلاثةِ آلافِ رجل", ["ثلاثةِ آلافِ"]),
        ("فـثــلاثة رجال", ["ثــلاثة"]),
        ("الخمسة والعشرين", ["خمسة والعشرين"]),
        ("قرابة المليون ونصف المليون", ["مليون ونصف المليون"]),
    ],
)
def test_particles_lie_outside(text: str, numbers: list[str]) -> None:
    assert [number for number, _ in found(text)] == numbers


@pytest.mark.parametrize(
    "text",
    [
        "آلاف الناس",
        "مئات الملايين",
        "أحد الوزراء وإحدى المدن",
        "يوم الاثنين",
        "عبد الواحد الندى",
        "القرن العشرين",
        "القرن الحادي والعشرين",
        "الفصل الخامس عشر",
        "الليلة الثانية عشرة",
        "في المئة وبالمائة",
        "كمية كبيرة",
        "لست وحدك",
        "شربة مية",
        "عثر عليهم ميتين",
        "نصف القرن",
        "11.5.2025",
        "G20 وF16",
        "الثلاثاء والأربعاء والسبت",
    ],
)
def test_no_number(text: str) -> None:
    assert found(text) == []


@given(ANY | SPOKEN)
def test_numbers_stand_in_order_and_carry_their_words(text: str) -> None:
    numbers = find_numbers(text, number_words=number_words())
    assert all(one.span.end <= other.span.start for one, other in pairwise(numbers))
    assert all(number.span.start < number.span.end for number in numbers)
    assert all(number.value >= 0 and number.value == Decimal(str(number.value)) for number in numbers)


@given(st.integers(0, 10**14))
def test_every_digit_set_says_the_same(number: int) -> None:
    eastern = str(number).translate({ord("0") + digit: 0x660 + digit for digit in range(10)})
    persian = str(number).translate({ord("0") + digit: 0x6F0 + digit for digit in range(10)})
    assert [value for _, value in found(f"{number} {eastern} {persian}")] == [number] * 3
