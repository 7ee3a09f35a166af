"""How a bundled TOML file becomes a typed word list."""

from importlib import resources
from typing import TypeVar

import msgspec

from tawatur.errors import LexiconError

T = TypeVar("T")


def load(name: str, form: type[T]) -> T:
    """Decode the bundled `lexicons/NAME.toml` into `form`.

    Raises:
        LexiconError: the file is missing or does not have the form; the message says where.

    """
    file = resources.files("tawatur.lexicons").joinpath(f"{name}.toml")
    try:
        return msgspec.toml.decode(file.read_bytes(), type=form)
    except (OSError, msgspec.MsgspecError) as error:
        raise LexiconError(f"lexicons/{name}.toml: {error}") from error
