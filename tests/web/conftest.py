"""The sample in a library on disk, and the reader over it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from sqlalchemy import Connection, insert, select, update
from tests.web.serving import OUTLETS, known, served

from tawatur.collect.inputs import pages
from tawatur.library.adding import add_pages
from tawatur.pipeline import corroborate, group, state
from tawatur.records.claim import Claim
from tawatur.store import schema
from tawatur.store.articles import article_number, read_articles
from tawatur.store.heads import heads
from tawatur.store.moments import moment_of
from tawatur.store.packing import packed
from tawatur.store.store import Store, open_store
from tawatur.store.stories import StoryView, story_view

PAGES = Path(__file__).parents[2] / "sample" / "pages"


def fill(store: Store) -> None:
    """Add the sample and what its stories claim."""
    for _ in add_pages(store, pages([str(PAGES)]), workers=1, further_outlets=(OUTLETS,)):
        pass
    with store.writing() as connection:
        reads = read_articles(connection, connection.execute(select(schema.articles.c.id)).scalars().all())
        number_of = {read.article.id: number for number, read in reads.items()}
        # The sample is dated after today; its articles are to stand in their own order.
        moments = {number: moment_of(read.article.published, 2**31) for number, read in reads.items()}
        groups = group([read.article for read in reads.values()])
        for number, moment in moments.items():
            _set(connection, [number], moment=moment)
        for number, family in enumerate(groups.families, 1):
            connection.execute(
                insert(schema.families).values(id=number, name=f"family-{number}", root=family.root)
            )
            _set(connection, [number_of[one] for one in family.articles], family=number)
        stated = [state(read, resources=known()) for read in reads.values()]
        for number, (story, claims) in enumerate(corroborate(groups, stated, resources=known()), 1):
            own = [number_of[one] for one in story.articles]
            _shelve(connection, number, story.title, [moments[one] for one in own])
            _set(connection, own, story=number)
            for rank, claim in enumerate(claims):
                _claim(connection, number, rank, claim)


def _claim(connection: Connection, story: int, rank: int, claim: Claim) -> None:
    values = {
        "key": claim.key,
        "story": story,
        "rank": rank,
        "pages": len(claim.pages),
        "origins_min": claim.origins_min,
        "origins_max": claim.origins_max,
        "denials": len(claim.denied_by),
        "text": claim.text,
        "record": packed(claim),
    }
    connection.execute(insert(schema.claims).values(values))


def _set(connection: Connection, articles: list[int], **values: int) -> None:
    connection.execute(update(schema.articles).where(schema.articles.c.id.in_(articles)).values(**values))


def _shelve(connection: Connection, number: int, title: str, moments: list[int]) -> None:
    values = {
        "id": number,
        "name": f"story-{number}",
        "title": title,
        "first": min(moments),
        "last": max(moments),
        "articles": len(moments),
        "pages": len(moments),
        "outlets": 1,
        "origins_min": 0,
        "origins_max": 0,
    }
    connection.execute(insert(schema.stories).values(values))


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
