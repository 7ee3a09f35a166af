"""What the reader says, as data: one TOML file a language, with every plural form of it."""

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Literal

import msgspec
from babel import Locale

_NUMBERS_REMEMBERED = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The wording of one language; `direction` is that of its script."""

    about: str
    language: str
    direction: Literal["ltr", "rtl"]
    plain: dict[str, str]
    plural: dict[str, dict[str, str]]

    def say(self, key: str, **values: object) -> str:
        """Return the text of `key` with its places filled."""
        return self.plain[key].format(**values)

    def form(self, key: str, number: int) -> str:
        """Return the form of a noun that goes with `number`, its place still open.

        >>> [wording("ar").form("pages", number) for number in (2, 3, 11, 100)]
        ['صفحتان', '{n} صفحات', '{n} صفحة', '{n} صفحة']
        """
        return self.plural[key][_plural_form(self.language, number)]

    def range_form(self, key: str, most: int) -> str:
        """Return the form that goes with a range up to `most`: one that shows its numbers.

        >>> wording("ar").range_form("origins", 2)
        '{n} مصادر مستقلة'
        """
        forms = self.plural[key]
        kind = _plural_form(self.language, most)
        # None, one and the dual are words without a number; a range of them counts as a few.
        return forms.get("few", forms["other"]) if kind in ("zero", "one", "two") else forms[kind]


@lru_cache(_NUMBERS_REMEMBERED)
def _plural_form(language: str, number: int) -> str:
    return Locale(language).plural_form(number)


@cache
def wording(language: str) -> Wording:
    """Return the wording of a language, by its ISO 639-1 code."""
    raw = resources.files(__name__).joinpath(f"{language}.toml").read_bytes()
    return msgspec.toml.decode(raw, type=Wording)
