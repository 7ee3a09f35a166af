"""The prepositional expressions that tie a content to its source."""

from functools import cache
from typing import Literal

import msgspec

from tawatur.lexicons.loading import load


class ReportingPhrase(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One expression, and what must follow it.

    A `source`, `anybody` at all, a `speech-noun` («على حد قول»), a `verb` that may as well be no
    speech («كما»), what is surely `said` («حسبما»), a `document` («جاء في»), who
    has `spoken` («جاء على لسان»),
    the `content` of the paper just named («جاء فيه أن»), another's `figures` («معتمدا على»).
    """

    forms: tuple[str, ...]
    takes: Literal[
        "source", "anybody", "speech-noun", "verb", "said", "document", "spoken", "content", "figures"
    ]


class Norms(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Nouns of one sort that something follows without being said: «وفق الخطة»."""

    forms: tuple[str, ...]


class ReportingPhrases(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The expressions and the norms by their Latin keys."""

    about: str
    source: str
    norm: dict[str, Norms]
    phrase: dict[str, ReportingPhrase]


@cache
def reporting_phrases() -> ReportingPhrases:
    """Return the bundled reporting expressions."""
    return load("reporting_phrases", ReportingPhrases)
