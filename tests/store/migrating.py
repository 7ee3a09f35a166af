"""A library as an earlier version left it."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine


def make_library(file: Path, revision: str) -> None:
    """Make an empty library with the tables of a revision."""
    config = Config()
    config.set_main_option("script_location", "tawatur.store:migrations")
    config.set_main_option("path_separator", "os")
    engine = create_engine(f"sqlite:///{file}")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    engine.dispose()
