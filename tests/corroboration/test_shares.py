import pytest

from tawatur.corroboration.figures import Figure, Hedge, agree
from tawatur.corroboration.lexicons import CorroborationLexicons
from tawatur.corroboration.wording import Wording
from tawatur.records.span import Span

SHARES = [
    ("جف ثلث الآبار", [("33", Hedge.ABOUT, "percent")]),
    ("جفت أكثر من ثلثي آبار الواحة", [("67", Hedge.ABOUT, "percent")]),
    ("جف أقل من ربع الآبار", [("25", Hedge.UNDER, "percent")]),
    ("باعت البلدية خُمس القوارب", [("20", Hedge.ABOUT, "percent")]),
    ("باعت البلدية خمس قوارب", [("5", Hedge.EXACT, None)]),
    ("تلف النصف", [("50", Hedge.ABOUT, "percent")]),
    ("ارتفع الماء نصف متر", []),
    ("انتظروا نصف الساعة", []),
    ("يلعبون في نصف النهائي", []),
    ("تعطلت سيارة من كل عشر سيارات", [("10", Hedge.ABOUT, "percent")]),
    ("تعطل واحد من بين كل 8 قوارب", [("12.5", Hedge.ABOUT, "percent")]),
    ("تعطلت 3 قوارب من كل عشرين", [("15", Hedge.ABOUT, "percent")]),
    ("لكل قارب من كل 0", [("0", Hedge.ABOUT, "percent")]),
    ("قبض 40 قفة من أصل 90", [("40", Hedge.EXACT, None), ("90", Hedge.EXACT, None)]),
]


@pytest.mark.parametrize(("text", "figures"), SHARES)
def test_a_share_told_in_words_is_a_percentage(
    lexicons: CorroborationLexicons, text: str, figures: list[tuple[str, Hedge, str | None]]
) -> None:
    found = Wording(text, (), lexicons=lexicons).figures(Span(0, len(text)))
    assert [(f"{figure.value:f}", figure.hedge, figure.unit) for figure in found] == figures


def test_a_share_that_tells_a_time_is_no_figure(lexicons: CorroborationLexicons) -> None:
    text = "بعد ثلث الليلة"
    assert Wording(text, (Span(4, len(text)),), lexicons=lexicons).figures(Span(0, len(text))) == ()


def test_a_share_agrees_with_its_percentage(lexicons: CorroborationLexicons) -> None:
    def only(text: str) -> Figure:
        (figure,) = Wording(text, (), lexicons=lexicons).figures(Span(0, len(text)))
        return figure

    assert agree(only("جف أكثر من الثلث"), only("جف 34% من الآبار"))
    assert agree(only("جفت بئر من كل تسع آبار"), only("جف 11 في المئة من الآبار"))
    assert not agree(only("جف أكثر من الثلث"), only("جف 60% من الآبار"))
