"""What the command line says, as data, in the user's language."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal

import msgspec

LANGUAGES = ("ar", "en")


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

    def count(self, key: str, number: int) -> str:
        """Return `number` with its noun in the form the language asks for.

        >>> wording("ar").count("pages", 2), wording("ar").count("pages", 8), wording("en").count("pages", 8)
        ('صفحتان', '8 صفحات', '8 pages')
        """
        return self.span(key, number, number)

    def span(self, key: str, least: int, most: int) -> str:
        """Return a range of numbers with its noun: `2–3 independent origins`."""
        forms = self.plural[key]
        if least == most:
            return forms.get(_plural(self.language, most), forms["other"]).format(n=most)
        # A range always shows its numbers, also where one number would be a word.
        kind = _plural(self.language, most)
        kind = "few" if kind == "two" else kind
        return forms.get(kind, forms["other"]).format(n=f"{least}–{most}")


@cache
def wording(language: str) -> Wording:
    """Return the wording of `language`, one of `LANGUAGES`."""
    raw = resources.files(__name__).joinpath(f"{language}.toml").read_bytes()
    return msgspec.toml.decode(raw, type=Wording)


def users_wording(environment: Mapping[str, str] = os.environ) -> Wording:
    """Return the wording of the user's locale, English where we do not have it."""
    locale = next(
        (environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), ""
    )
    language = locale[:2].lower()
    return wording(language if language in LANGUAGES else "en")


def _plural(language: str, number: int) -> str:
    """Return the plural category of `number`, after the rules of the Unicode CLDR."""
    if language != "ar":
        return "one" if number == 1 else "other"
    if number in (0, 1, 2):
        return ("zero", "one", "two")[number]
    rest = number % 100
    return "few" if 3 <= rest <= 10 else "many" if rest >= 11 else "other"
