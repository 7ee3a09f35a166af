"""The sample in a library, and the API over it."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from tests.web.serving import OUTLETS, served

from tawatur.collect.inputs import pages
from tawatur.library.adding import add_pages
from tawatur.store.store import Store, open_store

PAGES = Path(__file__).parents[2] / "sample" / "pages"


@pytest.fixture(scope="session")
def api_library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("library") / "library.db") as store:
        for _ in add_pages(store, pages([str(PAGES)]), workers=1, further_outlets=(OUTLETS,)):
            pass
        yield store


@pytest.fixture(scope="session")
def api_address(api_library: Store) -> Iterator[str]:
    with served(api_library) as address:
        yield f"{address}/api/v1"


@pytest.fixture(scope="session")
def asking(api_address: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=api_address, trust_env=False, timeout=60) as client:
        yield client
