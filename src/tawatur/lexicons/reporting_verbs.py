"""The verbs that announce speech or writing."""

from functools import cache
from typing import Literal

import msgspec

from tawatur.lexicons.loading import load

Governed = Literal[
    "that",
    "clause",
    "quote",
    "object",
    "bare",
    "accuse",
    "describe",
    "blame",
    "relay",
    "ascribe",
    "request",
    "regard",
    "told",
    "publish",
    "cause",
    "opinion",
    "thanks",
    "praise",
    "answer",
]
"""What a verb may take: the ways to introduce a content, and those to name whose word is carried.

Behind «that» a quotation may stand for the clause, and words between; «clause» is the clause alone,
right behind the speaker. A «request» names whom it asks before what it asks,
and what one is to «regard» as something is pointed to («اعتبر الوزير ذلك نجاحا»). What is «told» is a plain
object of the past at the head of its clause alone («ذكر المدير أسباب التأخر»). Outlets «publish» news
(«نشرت الغد خبر العثور»). What is traced to a «cause» is an object («أرجع المدير التأخر إلى الأمطار»).
What bears «thanks» counts only with them («مقدما شكره»), an «opinion» only where its holder is named
behind the verb («ويعتقد سالم أن»). What takes «praise» praises a thing behind «ب» («نوه بجهود الجامعة»).
An «answer» is an utterance there («رد سالم على العرض بكلمة واحدة»).
"""


class ReportingVerb(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One verb: its past, present and participle in the masculine singular, its masdars.

    A doubled last letter bears its shadda (حثّ), as the forms are made from these by rule; `never`
    are those among them that are rather another word («متابعة»). `governs` names the
    constructions that may open its content, `prepositions` the particles that may introduce it as
    a noun phrase. An `ambiguous` verb is also another word, or often no speech: it counts only where
    its content is introduced openly. A `passive` one names nobody; one with an `addressee` may bear
    a pronoun («أبلغته»); the plain past of a `homograph` is a noun as well («ذكر»), and its dual that
    noun's accusative; a verb of `finding` counts only for a document («وجدت الدراسة أن»); one with a
    `hamza` only where that is written («هنأ», never هنا), the present of a `dotted` one only with its dots
    («يدعي», never يُدعى); the present of an `impersonal` one without
    a subject is the paper's own voice («يذكر أن», «يتوقع أن»); without a subject a `narrated` one tells
    what those did who are spoken of, rather than going on with the speech («ضبط الجاني واعترف»).
    What a `personal` one tells things show as well, so that it needs a speaker («يعبر المعرض عن»).
    """

    past: str
    present: str = ""
    participle: str = ""
    masdars: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    act: Literal["assert", "deny", "demand", "other"]
    governs: tuple[Governed, ...] = ()
    prepositions: tuple[str, ...] = ()
    ambiguous: bool = False
    addressee: bool = False
    passive: bool = False
    homograph: bool = False
    finding: bool = False
    hamza: bool = False
    dotted: bool = False
    impersonal: bool = False
    narrated: bool = False
    personal: bool = False


class ReportingVerbs(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The reporting verbs by their Latin keys."""

    about: str
    source: str
    verb: dict[str, ReportingVerb]


@cache
def reporting_verbs() -> ReportingVerbs:
    """Return the bundled reporting verbs."""
    return load("reporting_verbs", ReportingVerbs)
