"""Words between which newspapers choose for the same event."""

from dataclasses import dataclass
from functools import cache

from tawatur.arabic.folding import folded
from tawatur.arabic.words import light_stem
from tawatur.lexicons.forms import Forms
from tawatur.lexicons.loading import load


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    about: str
    source: str
    event: dict[str, Forms]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventWords:
    """The words of events, each with the stem that stands for all of its event.

    `stems` has single words by light stem, `phrases` those of several words, folded.
    """

    stems: dict[str, str]
    phrases: dict[str, str]


@cache
def event_words() -> EventWords:
    """Load the words of events.

    >>> words = event_words().stems
    >>> words[light_stem("مصرع")] == words[light_stem("وفيات")], light_stem("كتاب") in words
    (True, False)
    >>> event_words().phrases["اطلاق سراح"] == words[light_stem("الإفراج")]
    True
    """
    file = load("event_words", _File)
    forms = [(form, light_stem(entry.forms[0])) for entry in file.event.values() for form in entry.forms]
    return EventWords(
        stems={light_stem(form): event for form, event in forms if " " not in form},
        phrases={folded(form): event for form, event in forms if " " in form},
    )
