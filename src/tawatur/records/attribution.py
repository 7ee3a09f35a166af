"""Who said what, through whom: the terms are those of the Penn Attribution Relation Corpus (PARC 3)."""

from dataclasses import dataclass
from enum import StrEnum

from tawatur.records.span import Span


class SourceKind(StrEnum):
    """What sort of party a source is."""

    PERSON = "person"
    UNNAMED = "unnamed"
    """Described, not named: a senior official, informed sources, eyewitnesses."""
    ORGANIZATION = "organization"
    OUTLET = "outlet"
    """A news outlet that itself is the origin."""
    DOCUMENT = "document"


class Act(StrEnum):
    """What the source does by speaking."""

    ASSERT = "assert"
    DENY = "deny"
    DEMAND = "demand"
    OTHER = "other"


class SaidFrom(StrEnum):
    """How the time of a statement was known."""

    SENTENCE = "sentence"
    """The cue's own sentence tells it: "said on Sunday"."""
    STATEMENT = "statement"
    """It goes on with a statement whose sentence tells it."""
    REPORT = "report"
    """The text tells nothing nearer than the day on which it was published."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """When something was said: a TIMEX3 value, and how it was known."""

    value: str
    how: SaidFrom


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """A content tied to the source that is said to have communicated it.

    Spans are into the article's body. `source` is the mention beside the cue,
    `None` where the subject is dropped; `resolved` is the source as its fullest
    mention in the article names it, `None` where nobody is named or described.
    `relays` carried the content from the source to this article, the nearest to
    the source first. `inside` is the index of the attribution in whose content
    this one is nested. `licence` names the lexicon entry and the construction
    that allowed it. `said_at` is `None` where nothing tells it, and until times are known.
    """

    cue: Span
    source: Span | None
    content: Span
    resolved: str | None
    kind: SourceKind
    relays: tuple[str, ...]
    act: Act
    direct: bool
    inside: int | None
    licence: str
    said_at: Said | None

    def __post_init__(self) -> None:
        for name, span in (("cue", self.cue), ("source", self.source), ("content", self.content)):
            if span is not None and not 0 <= span.start < span.end:
                raise ValueError(f"{self.licence}: empty or negative {name} {span.start}:{span.end}")
