from collections.abc import Sequence
from decimal import Decimal

import pytest

from tawatur.arabic.numerals import Number, find_numbers
from tawatur.corroboration.figures import (
    Figure,
    Hedge,
    agree,
    conflicting,
    figure_of,
    figures_conflict,
    rounds,
)
from tawatur.corroboration.lexicons import CorroborationLexicons
from tawatur.corroboration.wording import Wording
from tawatur.records.span import Span


def exact(value: int) -> Figure:
    return Figure(Decimal(value), Hedge.EXACT, None)


AGREEMENTS = [
    ("3000", "3000", True),
    ("11300", "11000", True),
    ("97.4", "97", True),
    ("97.4", "100", True),
    ("11300", "10000", False),
    ("5300", "5000", False),
    ("5300", "3000", False),
    ("27.75", "27", False),
    ("0", "0", True),
    ("0", "1", False),
    ("600", "6", False),
]


@pytest.mark.parametrize(("one", "other", "expected"), AGREEMENTS)
def test_a_figure_agrees_with_itself_rounded(one: str, other: str, expected: bool) -> None:
    assert rounds(Decimal(one), Decimal(other)) is expected
    assert rounds(Decimal(other), Decimal(one)) is expected


CONFLICTS = [
    ((), (), False),
    ((), (7,), False),
    ((7,), (8,), True),
    ((7, 8), (8, 9), False),
    ((11_300,), (11_000,), False),
    # One figure shared by two daily reports of four is no agreement.
    ((82, 57, 108, 7), (12, 151, 137, 7), True),
    ((82, 57, 108), (82, 57, 109), False),
]


@pytest.mark.parametrize(("one", "other", "expected"), CONFLICTS)
def test_figures_conflict_where_none_rounds(
    one: tuple[int, ...], other: tuple[int, ...], expected: bool
) -> None:
    assert figures_conflict(map(exact, one), map(exact, other)) is expected


READ = [
    ("أصيب نحو 40 عاملاً في انهيار الجسر", "40", Hedge.ABOUT, "injured"),
    ("قتل أكثر من 11 ألف شخص في الفيضان", "11000", Hedge.OVER, "dead"),
    ("أصيب 40 شخصاً على الأقل في الحريق", "40", Hedge.OVER, "injured"),
    ("بلغت الكلفة أقل من 5 ملايين دولار", "5000000", Hedge.UNDER, "dollars"),
    ("رفع المصرف الفائدة 600 نقطة أساس", "6", Hedge.EXACT, "percent"),
    ("رفع المصرف الفائدة 6%", "6", Hedge.EXACT, "percent"),
    ("بلغ عدد القتلى في انهيار الجسر القديم 40", "40", Hedge.EXACT, "dead"),
    ("بلغ عدد القتلى 40 والجرحى كثيرون", "40", Hedge.EXACT, "dead"),
    ("افتتحت البلدية 40 حديقة في الحي", "40", Hedge.EXACT, None),
    ("لم يبق من الموتى في المشرحة سوى 40", "40", Hedge.EXACT, "dead"),
    ("أفرج الحراس عن 40 سجينا", "40", Hedge.EXACT, "detained"),
    ("أفرج الحراس عن 40 رهينة", "40", Hedge.EXACT, "detained"),
    ("لن تزيد العربات على الجسر على 40 سيارة", "40", Hedge.EXACT, "vehicles"),
    ("العربات على الجسر لن تزيد على 40 سيارة", "40", Hedge.UNDER, "vehicles"),
    # «And in» is spelt like the stem of «deaths», «families» like that of «prisoners».
    ("وفي سوق الأسر المنتجة في مرجانة 40 دكانا", "40", Hedge.EXACT, None),
    # A measure stands behind its number, never far before it.
    ("بعد ساعات من الحفر خرج 40 حارسا", "40", Hedge.EXACT, None),
    ("اشترى تاجر الدولار قبل المزاد 40 بقرة", "40", Hedge.EXACT, None),
]


@pytest.mark.parametrize(("text", "value", "hedge", "unit"), READ)
def test_a_figure_is_read_with_the_words_around_it(
    lexicons: CorroborationLexicons, text: str, value: str, hedge: Hedge, unit: str | None
) -> None:
    wording = Wording(text, (), lexicons=lexicons)
    assert wording.figures(Span(0, len(text))) == (Figure(Decimal(value), hedge, unit),)


class Watched(Sequence[tuple[Span, str]]):
    """Words that count how many of them are looked at."""

    def __init__(self, words: list[tuple[Span, str]]) -> None:
        self._words = words
        self.looked_at = 0

    def __len__(self) -> int:
        return len(self._words)

    def __getitem__(self, place: int | slice) -> tuple[Span, str] | list[tuple[Span, str]]:  # type: ignore[override]
        found = self._words[place]
        self.looked_at += len(found) if isinstance(place, slice) else 1
        return found


def test_a_figure_among_thousands_is_read_by_the_words_near_it(lexicons: CorroborationLexicons) -> None:
    text = "قتلوا 40 " + "مع 7 " * 10_000
    words = Watched([(Span(at, at + 2), text[at : at + 2]) for at in range(0, len(text) - 2, 3)])
    number: Number = find_numbers(text[:20], number_words=lexicons.number_words)[0]
    figure_of(number, text, among=words, known=lexicons.figure_words)
    assert words.looked_at < 100


MEETINGS = [
    # «About» and «more than» are said of figures near by, an exact figure only of itself.
    ((300, Hedge.ABOUT, None), (320, Hedge.EXACT, None), True),
    ((300, Hedge.EXACT, None), (320, Hedge.EXACT, None), False),
    ((300, Hedge.ABOUT, None), (400, Hedge.EXACT, None), False),
    ((11_000, Hedge.OVER, None), (12_500, Hedge.EXACT, None), True),
    ((11_000, Hedge.OVER, None), (10_000, Hedge.EXACT, None), False),
    ((11_000, Hedge.OVER, None), (20_000, Hedge.EXACT, None), False),
    ((50, Hedge.UNDER, None), (47, Hedge.EXACT, None), True),
    ((50, Hedge.UNDER, None), (53, Hedge.EXACT, None), False),
    # A figure may be rounded to a hedged one only from the side that the hedge leaves open.
    ((60, Hedge.OVER, None), (58, Hedge.EXACT, None), False),
    ((60, Hedge.OVER, None), (63, Hedge.EXACT, None), True),
    ((60, Hedge.UNDER, None), (62, Hedge.EXACT, None), False),
    ((11_300, Hedge.OVER, None), (11_000, Hedge.EXACT, None), True),
    # «At least 27» is no round way to say 31.
    ((27, Hedge.OVER, "dead"), (31, Hedge.EXACT, "dead"), False),
    ((30, Hedge.OVER, "dead"), (31, Hedge.EXACT, "dead"), True),
    # Forty dead are no forty injured.
    ((40, Hedge.EXACT, "dead"), (40, Hedge.EXACT, "injured"), False),
    ((40, Hedge.EXACT, "dead"), (40, Hedge.EXACT, None), True),
]


@pytest.mark.parametrize(("one", "other", "expected"), MEETINGS)
def test_hedges_and_units_decide_whether_figures_agree(
    one: tuple[int, Hedge, str | None], other: tuple[int, Hedge, str | None], expected: bool
) -> None:
    first, second = (Figure(Decimal(value), hedge, unit) for value, hedge, unit in (one, other))
    assert agree(first, second) is agree(second, first) is expected


def test_only_figures_that_count_the_same_are_shown_as_conflicting() -> None:
    dead, more, injured = (
        Figure(Decimal(value), Hedge.EXACT, unit)
        for value, unit in ((40, "dead"), (52, "dead"), (60, "injured"))
    )
    assert conflicting([dead], [more]) == (dead, more)
    assert figures_conflict([dead], [injured])
    assert conflicting([dead], [injured]) is None
    assert conflicting([dead], [dead]) is None
