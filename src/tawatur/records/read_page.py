"""A page after every stage that looks at one page alone."""

from dataclasses import dataclass

from tawatur.records.article import Article
from tawatur.records.attribution import Attribution
from tawatur.records.refusal import Refusal
from tawatur.records.time_expression import TimeExpression


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadArticle:
    """An article with what was found in it, in the order of the text."""

    article: Article
    attributions: tuple[Attribution, ...]
    times: tuple[TimeExpression, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPage:
    """A page's articles, the main one first, or the reason why there are none."""

    id: str
    articles: tuple[ReadArticle, ...]
    refusal: Refusal | None

    def __post_init__(self) -> None:
        if bool(self.articles) == (self.refusal is not None):
            raise ValueError(f"{self.id}: a page is either read or refused")
