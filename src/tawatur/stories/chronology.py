"""The order in which articles are taken, whatever order they were given in."""

from collections.abc import Iterable

from tawatur.records.article import Article

_UNDATED = "9999"


def in_order(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Sort articles by time of publication, then by id; undated ones stand last."""
    return tuple(sorted(articles, key=_key))


def _key(article: Article) -> tuple[str, str]:
    return (article.published.value if article.published else _UNDATED, article.id)
