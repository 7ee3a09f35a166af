"""The number words of Arabic."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from types import MappingProxyType

from tawatur.arabic.folding import folded
from tawatur.arabic.number_words import NumberWord, NumberWords, Role
from tawatur.arabic.words import Prefix
from tawatur.lexicons.loading import load
from tawatur.lexicons.prefixes import prefixes

# A word so short is a verb with ل (لست), unless something counted stands behind it.
_SHORT = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    forms: tuple[str, ...]
    value: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    about: str
    source: str
    percent: tuple[str, ...]
    unit: dict[str, _Entry]
    indefinite: dict[str, _Entry]
    joined: dict[str, _Entry]
    ten: dict[str, _Entry]
    tens: dict[str, _Entry]
    hundred: dict[str, _Entry]
    scale: dict[str, _Entry]
    plural: dict[str, _Entry]
    dual: dict[str, _Entry]
    accusative: dict[str, _Entry]
    fraction: dict[str, _Entry]
    ordinal: dict[str, _Entry]


@cache
def number_words() -> NumberWords:
    """Load the number words, folded, each with every chain of particles it may bear."""
    file = load("number_words", _File)
    plain = Prefix(surface="", parts=(), before="")
    words: dict[str, NumberWord] = {}
    for prefix in (*prefixes(), plain):
        # The bare words come last: «واحد» is one, not و with أحد.
        for role, form, value in _entries(file, definite="ال" in prefix.parts):
            if _bears(form, prefix):
                short = len(form) <= _SHORT and "ل" in prefix.parts
                words[prefix.surface + form] = _word(role, value, prefix, counting=short)
    return NumberWords(
        words=MappingProxyType(words),
        percent=tuple(folded(form) for form in file.percent),
    )


def _entries(file: _File, *, definite: bool) -> Iterator[tuple[Role, str, Decimal]]:
    tables = {role: getattr(file, role.value) for role in Role if role is not Role.FIGURE}
    for role, table in tables.items():
        yield from ((role, folded(form), entry.value) for entry in table.values() for form in entry.forms)
    # «الاثنين» is Monday, «الواحد» the only one.
    if not definite:
        for entry in file.indefinite.values():
            yield from ((Role.UNIT, folded(form), entry.value) for form in entry.forms)


def _bears(form: str, prefix: Prefix) -> bool:
    """Tell whether a number takes these particles.

    The future's س is a verb's, and with ك a hundred is a quantity (كمية).
    """
    particles = set(prefix.parts)
    if len(form) <= _SHORT and particles & {"ف", "ب"}:
        return False
    return not particles & {"س", "ك"}


def _word(role: Role, value: Decimal, prefix: Prefix, *, counting: bool) -> NumberWord:
    return NumberWord(
        role=role,
        value=value,
        particles=len(prefix.surface),
        conjoined=prefix.parts[:1] == ("و",),
        definite="ال" in prefix.parts,
        preposed=bool(set(prefix.parts) & {"ل", "ف", "ب"}),
        counting=counting,
    )
