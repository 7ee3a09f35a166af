from collections.abc import Callable

import pytest

from tawatur.records.article import Article, Place, Precision, Published, PublishedFrom

MakeArticle = Callable[..., Article]
_PRECISIONS = {7: Precision.MONTH, 10: Precision.DAY}


def make_article(name: str, body: str, *, day: str | None = None, **further: object) -> Article:
    fields: dict[str, object] = {
        "url": None,
        "outlet": "nadir",
        "title": None,
        "byline": None,
        "dateline": None,
        "credits": (),
        "furniture": (),
        **further,
    }
    published = (
        Published(value=day, precision=_PRECISIONS[len(day)], how=PublishedFrom.GIVEN) if day else None
    )
    return Article(id=name, page=name, place=Place.MAIN, published=published or None, body=body, **fields)  # type: ignore[arg-type]


@pytest.fixture
def article() -> MakeArticle:
    return make_article
