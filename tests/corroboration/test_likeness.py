"""What tells most of a statement."""

from collections.abc import Callable
from typing import Any

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
