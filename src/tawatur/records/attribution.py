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


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """A content tied to the source that is said to have communicated it.

    Spans are into the article's body. `source` is the mention beside the cue,
    `None` where the subject is dropped; `resolved` is the source as its fullest
    mention in the article names it, `None` where nobody is named or described.
    `relays` carried the content from the source to this article, the nearest to
    the source first. `inside` is the index of the attribution in whose content
    this one is nested. `licence` names the lexicon entry and the construction
    that allowed it.
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

    def __post_init__(self) -> None:
        for name, span in (("cue", self.cue), ("source", self.source), ("content", self.content)):
            if span is not None and not 0 <= span.start < span.end:
                raise ValueError(f"{self.licence}: empty or negative {name} {span.start}:{span.end}")
