"""The prepositional expressions that tie a content to its source."""

from functools import cache
from typing import Literal

import msgspec

from tawatur.lexicons.loading import load


class ReportingPhrase(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One expression, and what must follow it: a source, a noun of speech, a verb, a paper."""

    forms: tuple[str, ...]
    takes: Literal["source", "speech-noun", "verb", "document"]


class ReportingPhrases(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The expressions by their Latin keys."""

    about: str
    source: str
    phrase: dict[str, ReportingPhrase]


@cache
def reporting_phrases() -> ReportingPhrases:
    """Return the bundled reporting expressions."""
    return load("reporting_phrases", ReportingPhrases)
