"""Entries that are nothing but the forms of a word."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Forms:
    """The forms in which a word is written."""

    forms: tuple[str, ...]


def every_form(entries: Mapping[str, Forms], made: Callable[[str], str]) -> frozenset[str]:
    """Return every form of all entries as it is matched: folded, or its light stem.

    >>> sorted(every_form({"deny": Forms(forms=("Nein", "No"))}, str.lower))
    ['nein', 'no']
    """
    return frozenset(made(form) for entry in entries.values() for form in entry.forms)
