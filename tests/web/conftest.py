"""The sample in a library on disk, and the reader over it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from tests.web.serving import OUTLETS, served

from tawatur.collect.inputs import pages
from tawatur.library.adding import add_pages
from tawatur.store.articles import article_number
from tawatur.store.heads import heads
from tawatur.store.store import Store, open_store
from tawatur.store.stories import StoryView, story_view

PAGES = Path(__file__).parents[2] / "sample" / "pages"


def fill(store: Store) -> None:
    """Add the sample."""
    for _ in add_pages(store, pages([str(PAGES)]), workers=1, further_outlets=(OUTLETS,)):
        pass


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("library") / "library.db") as store:
        fill(store)
        yield store


@pytest.fixture(scope="session")
def address(library: Store) -> Iterator[str]:
    """Where the sample is served."""
    with served(library) as address:
        yield address


@pytest.fixture(scope="session")
def reader(address: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=address, trust_env=False) as client:
        yield client


@pytest.fixture(scope="session")
def empty_reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A reader over a library without a page."""
    with (
        open_store(tmp_path_factory.mktemp("empty") / "library.db") as store,
        served(store) as address,
        httpx.Client(base_url=address, trust_env=False) as client,
    ):
        yield client


@pytest.fixture(scope="session")
def story_of(library: Store) -> Callable[[str], StoryView]:
    """Find a story by the name of one of its articles."""

    def found(article: str) -> StoryView:
        with library.reading() as connection:
            number = article_number(connection, article)
            assert number is not None
            view = story_view(connection, heads(connection, (number,))[number].story or 0)
            assert view is not None
            return view

    return found
