"""A story's articles in the order of time, copies folded under the first of their text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tawatur.store.heads import ArticleHead
from tawatur.store.stories import FamilyView


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An article, and the later ones that carry its text; `root` is whom they credit."""

    article: ArticleHead
    copies: tuple[ArticleHead, ...]
    root: str | None


def timeline(articles: Sequence[ArticleHead], families: Iterable[FamilyView]) -> tuple[Entry, ...]:
    """Fold the copies among `articles`, which come in their order, under the earliest of each text."""
    roots = {family.id: family.root for family in families}
    first_of: dict[int, int] = {}
    carrying: dict[int, list[ArticleHead]] = {}
    for article in articles:
        first = article.id if article.family is None else first_of.setdefault(article.family, article.id)
        carrying.setdefault(first, []).append(article)
    return tuple(
        Entry(article=first, copies=tuple(copies), root=roots.get(first.family) if first.family else None)
        for first, *copies in carrying.values()
    )
