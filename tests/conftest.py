"""What every test may use: the folder of gold and data, where it is there."""

from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parents[1]

# A machine that runs the whole suite on every core is no place for deadlines.
settings.register_profile("tawatur", deadline=None, print_blob=True)
settings.load_profile("tawatur")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of gold and data beside the checkout; the test is skipped where it is absent."""
    folder = ROOT.parent / "shared"
    if not (folder / "eval").is_dir():
        pytest.skip("the gold and data (../shared) are not beside this checkout")
    return folder


@pytest.fixture(scope="session")
def sample() -> Path:
    """The folder of the bundled sample."""
    return ROOT / "sample"
