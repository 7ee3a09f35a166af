"""What several pages say, where it entered the news, and who denies it."""

from dataclasses import dataclass
from enum import StrEnum

from tawatur.records.attribution import SourceKind
from tawatur.records.span import Span


class Stance(StrEnum):
    """What a member of a claim does with it."""

    ASSERTS = "asserts"
    DENIES = "denies"


class Standing(StrEnum):
    """What a source is worth as an origin: why an origin counts as one of its own."""

    NAMED = "named"
    """A person, body or document with a name: one origin wherever it is quoted."""
    UNNAMED = "unnamed"
    """Somebody who is described: an origin for each description and first outlet."""
    OUTLET = "outlet"
    """An outlet on its own authority, unless another page tells whom it had it from."""
    NAMELESS = "nameless"
    """Reports of nobody in particular: never an origin where another page names one."""
    SILENT = "silent"
    """No source at all: the article tells it in its own voice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One place that carries a claim: a stretch of a body, and the attribution it belongs to, if any."""

    article: str
    attribution: int | None
    span: Span
    stance: Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """How a claim reached an article: from the party through relays, the nearest first, to the publisher."""

    party: str
    relays: tuple[str, ...]
    article: str
    outlet: str | None
    span: Span
    """Where in the article's body it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a claim enters the news: a party and the first outlet that heard it.

    `party` is the fullest name or description any page gives. `first_outlet` is
    the relay nearest to the voice, else the root of the article's copy family,
    `None` where nothing tells it. `pages` are in order of publication.
    """

    party: str
    kind: SourceKind
    standing: Standing
    first_outlet: str | None
    pages: tuple[str, ...]
    chains: tuple[Chain, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A statement of one story, with its independent origins as a range.

    `origins_max` keeps all unnamed voices apart that could be different,
    `origins_min` merges those that could be the same person. `denied_by` are shown
    against the claim and never counted for it. Nothing here is a verdict on truth.
    """

    text: str
    pages: tuple[str, ...]
    members: tuple[Member, ...]
    origins: tuple[Origin, ...]
    origins_min: int
    origins_max: int
    denied_by: tuple[Origin, ...]

    def __post_init__(self) -> None:
        if not 0 <= self.origins_min <= self.origins_max:
            raise ValueError(f"origins {self.origins_min} to {self.origins_max} is no range")
