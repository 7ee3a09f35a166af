"""The nouns of speech that may have a content of their own."""

from functools import cache
from typing import Literal

import msgspec

from tawatur.lexicons.loading import load
from tawatur.lexicons.reporting_verbs import Governed


class ReportingNoun(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One noun, and what may open its content, as for a verb.

    It `needs` a party in construct («إعلان الهيئة») unless it counts with `nobody` too («بلاغ عن»);
    a `pronoun` needs to be written onto one that is seldom speech («رأيه»); a `speaker` who leads
    something or bears a name where the noun may stand before the one addressed as well
    («تحذير الوزير», never «تحذير السكان»); a `giver`, who gives what it names («أصدرت الهيئة بيانا
    بشأن»); a `clause` right behind it («بالقول إن»); a `refusal` before it too («رفضت الدفع بحجة أن»).
    """

    forms: tuple[str, ...]
    act: Literal["assert", "deny", "demand", "other"]
    governs: tuple[Governed, ...] = ()
    prepositions: tuple[str, ...] = ()
    needs: Literal["party", "nobody", "pronoun", "speaker", "giver", "clause", "refusal"] = "party"


class ReportingNouns(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The nouns by their Latin keys."""

    about: str
    source: str
    noun: dict[str, ReportingNoun]


@cache
def reporting_nouns() -> ReportingNouns:
    """Return the bundled nouns of speech."""
    return load("reporting_nouns", ReportingNouns)
