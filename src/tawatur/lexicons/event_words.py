"""Words between which newspapers choose for the same event."""

from dataclasses import dataclass
from functools import cache

from tawatur.arabic.words import light_stem
from tawatur.lexicons.forms import Forms
from tawatur.lexicons.loading import load


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    about: str
    source: str
    event: dict[str, Forms]


@cache
def event_words() -> dict[str, str]:
    """Load the words of events by light stem, each with the stem that stands for all of its event.

    >>> words = event_words()
    >>> words[light_stem("مصرع")] == words[light_stem("وفيات")], light_stem("كتاب") in words
    (True, False)
    """
    file = load("event_words", _File)
    return {
        light_stem(form): light_stem(entry.forms[0]) for entry in file.event.values() for form in entry.forms
    }
