from collections.abc import Callable

from tawatur.records.article import Article
from tawatur.stories.terms import weighted_terms

MakeArticle = Callable[..., Article]


def test_a_figure_tells_more_than_a_word_as_rare(article: MakeArticle) -> None:
    figure, word = (weighted_terms([article("a", body)]).max() for body in ("618", "قرطبان"))
    assert figure > word
