"""What tells most of a statement."""

from collections.abc import Callable
from typing import Any

import pytest

from tawatur.corroboration.lexicons import CorroborationLexicons
from tawatur.corroboration.likeness import product, telling
from tawatur.corroboration.statement import Stated
from tawatur.records.read_page import ReadArticle

Make = tuple[Callable[..., ReadArticle], Callable[..., Any]]


def test_a_figure_tells_most_where_it_is_known_what_it_counts(
    make: Make, state: Callable[[ReadArticle], Stated], lexicons: CorroborationLexicons
) -> None:
    """«The sheds of the farm and 47» is less like itself told otherwise than «the dead of the farm, 47»."""
    told, said = make

    def alike(one: str, other: str) -> float:
        read = told("a", said(one, "نادر السلوان"), said(other, "رامي الزعتري"))
        weights = telling(state(read).statements, common=lexicons.common_words)
        assert len(weights) == 2
        return product(*weights)

    counted = alike("بلغ قتلى مزرعة القرطم 47", "سقوط 47 قتيلاً في شحور")
    bare = alike("بلغ زورق مزرعة القرطم 47", "سقوط زورق الساعي 47 في شحور")
    assert counted > bare > 0


SHARED = [
    # Two statements that have one thing in common, which each says in its own way.
    ("حراس القافلة يختلسون تمور مرجانة", "بلاغ عن اختلاس أختام البلدية"),
    ("البلدية تستورد موازين للسوق", "استيراد أقفال جديدة للمخازن"),
    ("إطلاق سراح صيادين في مرجانة", "القافلة أفرجت عن رعاة الواحة"),
    ("وقف إطلاق النار بين عشائر الوادي", "هدنة يعلنها رعاة مرجانة"),
    ("طائرة بدون طيار فوق مخازن التمور", "رعاة مرجانة يشاهدون مسيرة قرب الواحة"),
    ("البلدية نالت ثلاثين قفة تمر", "حصول رعاة الواحة على قوارب"),
    ("عبارة مرجانة أبحرت بأكثر من 300 صندوق", "زورق الواحة كان يقل 310 صناديق"),
    ("العبارة أقلت 11300 صندوق", "في المخازن 11 ألفا من القفاف"),
]


@pytest.mark.parametrize(("one", "other"), SHARED)
def test_what_is_shared_in_other_words_or_figures_is_shared(
    make: Make,
    state: Callable[[ReadArticle], Stated],
    lexicons: CorroborationLexicons,
    one: str,
    other: str,
) -> None:
    told, said = make
    read = told("a", said(one, "نادر السلوان"), said(other, "رامي الزعتري"))
    assert product(*telling(state(read).statements, common=lexicons.common_words)) > 0


UNSHARED = [
    ("مقتل 12 حارسا في الوادي", "إصابة 12 راعيا قرب مرجانة"),
    ("سقوط أكثر من 60 نخلة", "في البئر 58 دلوا من الطين"),
]


@pytest.mark.parametrize(("one", "other"), UNSHARED)
def test_figures_of_different_things_are_not_shared(
    make: Make,
    state: Callable[[ReadArticle], Stated],
    lexicons: CorroborationLexicons,
    one: str,
    other: str,
) -> None:
    told, said = make
    read = told("a", said(one, "نادر السلوان"), said(other, "رامي الزعتري"))
    assert product(*telling(state(read).statements, common=lexicons.common_words)) == 0


def test_what_all_say_outweighs_how_each_says_it(
    make: Make, state: Callable[[ReadArticle], Stated], lexicons: CorroborationLexicons
) -> None:
    """The words of a claim stand in most statements of its story, those of one page in one of them."""
    told, said = make
    tails = ("قبل موسم الأمطار", "رغم شكاوى الرعاة", "بعد جفاف الآبار", "خلال مهرجان التمور", "وبيع القوارب")
    texts = [f"بلدية مرجانة تسرح 120 حارسا {tail}" for tail in tails]
    read = told("a", *(said(text, "نادر السلوان") for text in texts))
    weights = telling(state(read).statements, common=lexicons.common_words)
    assert min(product(one, other) for one in weights for other in weights if one is not other) > 0.5
