from collections.abc import Iterator
from pathlib import Path

import pytest

from tawatur.store.store import Store, open_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty library."""
    with open_store(tmp_path / "library.db") as opened:
        yield opened


@pytest.fixture
def sample_outlets(sample: Path) -> tuple[Path, ...]:
    """The sample's own outlets."""
    return (sample / "outlets.toml",)
