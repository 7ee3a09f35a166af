import pytest

from tawatur.outlets.directory import Directory, outlets


@pytest.fixture(scope="session")
def directory() -> Directory:
    """The bundled outlets."""
    return outlets()
