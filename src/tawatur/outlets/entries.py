"""How the bundled TOML files become outlets."""

from collections.abc import Iterable, Iterator
from importlib import resources
from pathlib import Path

import msgspec

from tawatur.errors import LexiconError
from tawatur.outlets.outlet import Outlet, OutletKind


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An outlet as its file writes it; the id is the table's key."""

    name: str
    latin: str
    kind: OutletKind
    spellings: tuple[str, ...]
    domains: tuple[str, ...]
    country: str | None = None
    feed: str | None = None
    ambiguous: tuple[str, ...] = ()
    common: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    about: str
    source: str
    outlet: dict[str, _Entry]


def entries(further: Iterable[Path] = ()) -> Iterator[Outlet]:
    """Read every bundled file of outlets, in the order of the files' names, then the `further` ones.

    Raises:
        LexiconError: a file does not have the form; the message says where.

    """
    folder = resources.files("tawatur.outlets").joinpath("data")
    for file in (*sorted(folder.iterdir(), key=lambda entry: entry.name), *further):
        try:
            listed = msgspec.toml.decode(file.read_bytes(), type=_File)
        except (OSError, msgspec.MsgspecError) as error:
            raise LexiconError(f"{file.name}: {error}") from error
        for key, entry in listed.outlet.items():
            yield Outlet(id=key, **msgspec.structs.asdict(entry))
