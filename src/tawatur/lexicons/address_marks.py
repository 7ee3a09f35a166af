"""What an address carries beside the page it names."""

from functools import cache

import msgspec

from tawatur.lexicons.loading import load


class Marks(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Forms of one kind of mark, in lower case."""

    forms: tuple[str, ...]


class AmpCache(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A host that keeps pages of others, and the beginnings of its paths, the longest first."""

    host: str
    paths: tuple[str, ...]


class AddressMarks(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Marks of the reader's way to a page (`tracking`), and of another edition of one page."""

    about: str
    source: str
    tracking: dict[str, Marks]
    tracking_prefix: dict[str, Marks]
    amp_parameter: dict[str, Marks]
    amp_value: dict[str, Marks]
    amp_piece: dict[str, Marks]
    amp_suffix: dict[str, Marks]
    amp_cache: dict[str, AmpCache]
    edition_host: dict[str, Marks]


@cache
def address_marks() -> AddressMarks:
    """Return the bundled marks of addresses."""
    return load("address_marks", AddressMarks)
