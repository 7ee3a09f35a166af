"""How the room's tests read a text of their own invention."""

from collections.abc import Callable

import pytest

from tawatur.attribution.attribute import attribute
from tawatur.attribution.lexicon import attribution_lexicons
from tawatur.outlets.directory import outlets
from tawatur.records.article import Article, Place
from tawatur.records.attribution import Attribution

Read = Callable[[str], tuple[Attribution, ...]]


def _read(body: str, outlet: str | None) -> tuple[Attribution, ...]:
    article = Article(
        id="a",
        page="a",
        place=Place.MAIN,
        url=None,
        outlet=outlet,
        title=None,
        published=None,
        byline=None,
        dateline=None,
        credits=(),
        body=body,
        furniture=(),
    )
    return attribute(article, lexicons=attribution_lexicons(), outlets=outlets())


@pytest.fixture(scope="session")
def read() -> Read:
    """Give the attributions of a body."""
    return lambda body: _read(body, None)


@pytest.fixture(scope="session")
def read_of_shorouk() -> Read:
    """Give the attributions of a body that «الشروق» published."""
    return lambda body: _read(body, "shorouk")
