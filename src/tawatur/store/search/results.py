"""What a search gives back."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from tawatur.store.heads import ArticleHead
from tawatur.store.search.highlight import Excerpt
from tawatur.store.statements import StatementView

T = TypeVar("T")

MOST_RANKED = 10_000
"""Of more results none is weighed: their words stand nearly everywhere and tell little."""


class Order(StrEnum):
    """Which result stands first."""

    BEST = "best"
    """The one that fits the words best; of very many the last that came into the library.

    Where no words are looked for it is the newest.
    """
    NEWEST = "newest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Which results are asked for: `limit` of them, from behind the first `skip` on."""

    limit: int = 20
    skip: int = 0
    order: Order = Order.BEST


@dataclass(frozen=True, slots=True, kw_only=True)
class Found(Generic[T]):
    """The results asked for; `total` is how many there are in all."""

    items: tuple[T, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundArticle:
    """An article with its title and the passage of its body that shows the words best."""

    article: ArticleHead
    title: Excerpt
    passage: Excerpt


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundStatement:
    """A statement with the passage of its content that shows the words best."""

    statement: StatementView
    passage: Excerpt
