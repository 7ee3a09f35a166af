"""The words that announce a credit."""

from functools import cache

import msgspec

from tawatur.lexicons.loading import load


class CreditWord(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The spellings of one word of credit lines."""

    forms: tuple[str, ...]


class CreditLabels(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What announces names (`label`), stands between or before them (`joining`, `noun`), or is none.

    A `place` is no outlet; `site` has the last words of sites' names.
    """

    about: str
    source: str
    label: dict[str, CreditWord]
    joining: dict[str, CreditWord]
    noun: dict[str, CreditWord]
    place: dict[str, CreditWord]
    site: dict[str, CreditWord]


@cache
def credit_labels() -> CreditLabels:
    """Return the bundled words of credit lines."""
    return load("credit_labels", CreditLabels)
