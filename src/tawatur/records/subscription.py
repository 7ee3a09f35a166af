"""A feed that somebody follows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """A feed's address with what its reader calls it, and the folders it is kept in, the outermost first."""

    url: str
    title: str | None = None
    home: str | None = None
    folders: tuple[str, ...] = ()
