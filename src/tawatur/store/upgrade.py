"""Bringing a library's tables up to date."""

from alembic import command
from alembic.config import Config
from alembic.util.exc import CommandError
from sqlalchemy import Connection

from tawatur.errors import StoreError


def upgrade(connection: Connection) -> None:
    """Bring the tables to the newest revision, within the transaction of `connection`.

    Raises:
        StoreError: the library carries a revision that this version does not know.
    """
    config = Config()
    config.set_main_option("script_location", "tawatur.store:migrations")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise StoreError(f"the library was written by a newer version of Tawatur ({error})") from error
